using System.Diagnostics;

namespace Fuzz;

/// <summary>
/// A run that is killed at any moment leaves files that are whole, as those of a run that went on to its end; and the next run removes what
/// it was writing.
/// </summary>
sealed class KillTarget() : Target("kill")
{
    const string Script = "load d.csv\ntop g\nfeatures x y\nscale standard\nkmeans k=3\nmeans by=kmeans\npairplot color=kmeans\nsave v/all.csv\n";

    /// <summary>What a run makes that nobody stops, by file, and how long it takes.</summary>
    (Dictionary<string, string> Files, TimeSpan Time)? whole;

    public override string Try(Dice dice, string folder)
    {
        Make(folder);
        whole ??= Whole(folder);
        using var run = Child.Start(folder, "run", "s.pipe", "--quiet");
        var ended = run.WaitForExit(whole.Value.Time * (dice.Next(1000) / 900.0));
        if (!ended) run.Kill();
        run.WaitForExit();
        var left = Left(folder);
        foreach (var (file, text) in left) Hold(file, text);
        if (dice.OneIn(5))
        {
            var (exit, said) = Child.Run(folder, "run", "s.pipe", "--quiet");
            Demand(exit == 0, said);
            foreach (var (file, text) in Left(folder)) Hold(file, text);
            Demand(!Parts(folder).Any(), "The next run leaves what the killed one was writing.");
        }
        return ended ? "ended" : left.Count == 0 ? "killed before" : "killed within";
    }

    static void Make(string folder)
    {
        var world = new World(folder);
        world.Put("study/s.pipe", Script);
    }

    static (Dictionary<string, string>, TimeSpan) Whole(string folder)
    {
        Child.Run(folder, "run", "s.pipe", "--quiet");
        var clock = Stopwatch.StartNew();
        var (exit, said) = Child.Run(folder, "run", "s.pipe", "--quiet");
        Demand(exit == 0, said);
        var made = (Left(folder), clock.Elapsed);
        Directory.Delete(Path.Combine(folder, "study", "s.out"), recursive: true);
        Directory.Delete(Path.Combine(folder, "config"), recursive: true);
        return made;
    }

    void Hold(string file, string text)
    {
        if (file == "run.json") System.Text.Json.JsonDocument.Parse(text).Dispose();
        else if (file == "report.html") Demand(text.EndsWith("</html>\n", StringComparison.Ordinal), "The report is not whole.");
        else Demand(whole!.Value.Files.TryGetValue(file, out var there) && there == text, $"{file} is not whole.");
    }

    static Dictionary<string, string> Left(string folder) => Below(folder).Where(f => !f.EndsWith(".part", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetRelativePath(Path.Combine(folder, "study", "s.out"), f).Replace('\\', '/'), File.ReadAllText);

    static IEnumerable<string> Parts(string folder) => Below(folder).Where(f => f.EndsWith(".part", StringComparison.Ordinal));

    static IEnumerable<string> Below(string folder) => Path.Combine(folder, "study", "s.out") is var place && Directory.Exists(place)
        ? Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories) : [];
}
