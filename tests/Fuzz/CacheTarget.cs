using System.Diagnostics;

namespace Fuzz;

/// <summary>
/// Runs that are killed at any moment, one or two at once, while they keep results of steps: the run after them, whatever it finds kept, finds
/// what a run finds that keeps nothing.
/// </summary>
sealed class CacheTarget() : Target("cache")
{
    const string Script = "load sample:spotify rows=2000 seed=3\nfeatures energy valence danceability\nscale standard\n"
        + "hdbscan min_cluster=30\ngmm k=4\nkmeans search k=2..5\njudge gmm\ncompare ami\n"
        + "pairplot color=gmm\nsave labels.csv\n";

    /// <summary>Of them one after the other, each going on from what those before have kept.</summary>
    const int MostKills = 3;

    /// <summary>What is found by a run that nobody stops, and how long one takes that keeps.</summary>
    (string Json, TimeSpan Time)? whole;

    public override string Try(Dice dice, string folder)
    {
        new World(folder).Put("study/s.pipe", Script);
        whole ??= Whole(folder);
        var killed = 0;
        for (var kills = 1 + dice.Next(MostKills); kills > 0; kills--) killed += Killed(dice, folder);
        var kept = Entries(folder);
        Demand(Found(folder) == whole.Value.Json, $"With {kept} entries kept by killed runs it finds something else.");
        return $"{killed} killed";
    }

    /// <summary>Starts one run or two, and kills them at any moment; how many had not ended by then.</summary>
    int Killed(Dice dice, string folder)
    {
        var (runs, killed) = (Enumerable.Range(0, 1 + dice.Next(2))
            .Select(i => Child.Start(folder, "run", "s.pipe", "--quiet", "--out", $"o{i}")).ToArray(), 0);
        Thread.Sleep(whole!.Value.Time * (dice.Next(1000) / 1000.0));
        foreach (var run in runs)
        {
            if (!run.HasExited) killed++;
            run.Kill();
            run.WaitForExit();
            run.Dispose();
        }
        return killed;
    }

    static int Entries(string folder) => Path.Combine(folder, "cache", "steps") is var place && Directory.Exists(place)
        ? Directory.EnumerateFiles(place, "*.step").Count() : 0;

    static (string, TimeSpan) Whole(string folder)
    {
        var json = Found(folder, "--no-cache");
        Demand(Entries(folder) == 0, "`--no-cache` keeps something.");
        var clock = Stopwatch.StartNew();
        Demand(Found(folder) == json, "A run that keeps finds something else.");
        var time = clock.Elapsed;
        Demand(Entries(folder) > 0, "Nothing is kept.");
        Directory.Delete(Path.Combine(folder, "cache"), recursive: true);
        return (json, time);
    }

    static string Found(string folder, params string[] more)
    {
        var (exit, said) = Child.Run(folder, ["run", "s.pipe", "--quiet", "--out", "all", .. more]);
        Demand(exit == 0, said);
        var json = File.ReadAllText(Path.Combine(folder, "study", "all", "run.json"));
        return json[..json.IndexOf("\"timing\"", StringComparison.Ordinal)];
    }
}
