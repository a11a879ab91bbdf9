using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Host;

namespace Tests.Host.Pricing;

/// <summary>What is said of a run before it: on a machine that is given, so that times are known.</summary>
public sealed class PlanTests
{
    const string Study = "param k = 3\nload sample:spotify rows=200_000\nfeatures danceability energy valence acousticness\n"
        + "scale standard\nkmeans k=$k as groups\nhdbscan min_cluster=500 min_samples=10 as dense\ncompare groups dense\n"
        + "top genre by=groups\n";

    const string Small = "load d.csv\nfeatures x y\nscale standard\nkmeans k=2 as groups\nhdbscan min_cluster=5 as dense\n"
        + "judge dense scores=silhouette\n";

    static string Data(int rows, string end = "") =>
        "x,y\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i % 9 + (i % 2) * 30},{i * 7 % 11}.25\n")) + end;

    [Fact]
    public void A_plan_is_a_table_of_times_and_memory()
    {
        using var sandbox = new Sandbox();
        sandbox.With("s.pipe", Study);
        Golden.Matches("host/plan", sandbox.Run("plan", "s.pipe").Shown + sandbox.Run("plan", "s.pipe", "--all", "--set", "k=12").Shown);
    }

    [Fact]
    public void Nothing_is_run_and_nothing_is_written()
    {
        using var sandbox = new Sandbox();
        sandbox.With("s.pipe", Small + "save out.csv\n").With("d.csv", Data(60));
        Assert.Equal(ExitCode.Fine, sandbox.Run("plan", "s.pipe").Exit);
        Assert.Equal(["d.csv", "s.pipe"], sandbox.Files("."));
    }

    [Fact]
    public void What_a_run_would_find_kept_is_said_and_else_what_has_changed()
    {
        using var sandbox = new Sandbox().Keeping();
        sandbox.With("s.pipe", Small).With("d.csv", Data(60));
        Assert.DoesNotContain("kept", sandbox.Run("plan", "s.pipe").Output);
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "s.pipe", "--quiet").Exit);
        Assert.Equal(["kept", "kept", "kept"], Stands(sandbox));
        sandbox.With("s.pipe", "# a comment\n" + Small.Replace("min_cluster=5", "min_cluster=6"));
        Assert.Equal(["kept", "would run", "would run"], Stands(sandbox));
        Assert.Contains("runs: `min_cluster` 5 → 6", sandbox.Run("plan", "s.pipe").Output);
        Assert.DoesNotContain("kept", sandbox.Run("plan", "s.pipe", "--no-cache").Output);
        sandbox.With("s.pipe", Small).With("d.csv", Data(60, "1,2\n"));
        Assert.Equal(["would run", "would run", "would run"], Stands(sandbox));
        Assert.Contains("content of `d.csv`", sandbox.Run("plan", "s.pipe").Output);
    }

    /// <summary>As a run then finds them: what was foreseen to be kept is.</summary>
    [Fact]
    public void What_is_foreseen_as_kept_is_kept()
    {
        using var sandbox = new Sandbox().Keeping();
        sandbox.With("d.csv", Data(60));
        foreach (var script in (string[])[Small, Small.Replace("k=2", "k=3"), Small, Small.Replace("scale standard", "scale minmax"), Small])
        {
            sandbox.With("s.pipe", script);
            var foreseen = Stands(sandbox);
            var asked = sandbox.Run("why", "s.pipe").Output.Split('\n').Where(l => l.Contains(": "));
            foreach (var (said, found) in foreseen.Zip(asked)) if (said == "kept") Assert.EndsWith(": kept", found);
            sandbox.Run("run", "s.pipe", "--quiet");
            Assert.All(Stands(sandbox), s => Assert.Equal("kept", s));
        }
    }

    /// <summary>How the costly steps stand, those after `scale`.</summary>
    static string[] Stands(Sandbox sandbox) =>
        [.. Json(sandbox, "s.pipe").GetProperty("steps").EnumerateArray().Where(s => s.GetProperty("number").GetInt32() > 3)
            .Select(s => s.GetProperty("stands").GetString()!)];

    static JsonElement Json(Sandbox sandbox, params string[] words)
    {
        var said = sandbox.Run(["plan", .. words, "--json"]);
        return JsonDocument.Parse(said.Output).RootElement;
    }

    [Theory]
    [InlineData("t.csv", 300_000)]
    [InlineData("t.csv.gz", 300_000)]
    [InlineData("t.csv", 50)]
    public void The_rows_of_a_file_are_estimated(string file, int rows)
    {
        using var sandbox = new Sandbox();
        var text = Encoding.UTF8.GetBytes(Data(rows));
        using (var to = File.Create(sandbox.PathOf(file)))
        using (var packed = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(to, CompressionLevel.Fastest) : (Stream)to)
            packed.Write(text);
        sandbox.With("s.pipe", $"load {file}\ndescribe\ntake 1000\ndescribe\n");
        var steps = Json(sandbox, "s.pipe").GetProperty("steps");
        Assert.InRange(steps[0].GetProperty("rows").GetDouble(), 0.95 * rows, 1.05 * rows);
        Assert.Equal(Math.Min(rows, 1000), steps[2].GetProperty("rows").GetDouble(), 0.06 * Math.Min(rows, 1000));
        Assert.Equal(rows > 1000, steps[0].GetProperty("rows_are_estimated").GetBoolean());
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_told_what_does()
    {
        using var little = new Sandbox { Memory = 200 << 20 };
        little.With("s.pipe", "load sample:spotify rows=1_000_000\nfeatures danceability energy valence\nscale standard\n"
            + "hdbscan min_cluster=500\n");
        Assert.Equal(ExitCode.ScriptFailed, little.Run("plan", "s.pipe").Exit);
        var refused = Json(little, "s.pipe").GetProperty("steps")[3];
        Assert.Matches("^`hdbscan min_cluster=500` needs about [0-9.]+ MB, and there are 200 MB.$", refused.GetProperty("refused").GetString());
        Assert.Matches("after `sample [0-9]+` it takes about [0-9.]+ s and [0-9]+ MB.$", refused.GetProperty("hint").GetString());
        using var large = new Sandbox();
        large.With("s.pipe", "load sample:spotify rows=5_000_000\nfeatures danceability energy valence\nscale standard\n"
            + "agglomerate link=average k=3\n");
        var said = large.Run("plan", "s.pipe");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Matches("agglomerate link=average k=3 +5,000,000 +refused", said.Output);
        Assert.Contains("error: Step cannot run", said.Error);
        refused = Json(large, "s.pipe").GetProperty("steps")[3];
        Assert.Contains("which takes hours", refused.GetProperty("refused").GetString());
        Assert.Matches("`agglomerate k=3` takes about [0-9.,]+ (s|min) and [0-9.]+ [GM]B.$", refused.GetProperty("hint").GetString());
    }

    [Fact]
    public void A_script_with_mistakes_is_told_them()
    {
        using var sandbox = new Sandbox();
        sandbox.With("s.pipe", "load sample:spotify\nfeatures energy\nkmeans\n");
        var said = sandbox.Run("plan", "s.pipe");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("`k`", said.Error);
        Assert.Empty(said.Output);
    }

    [Fact]
    public void A_step_that_takes_long_is_told_what_takes_less()
    {
        using var sandbox = new Sandbox();
        sandbox.With("s.pipe", "load sample:spotify rows=5_000_000\nfeatures danceability energy valence\nscale standard\nkmeans k=3\n"
            + "judge kmeans scores=silhouette\n");
        var said = sandbox.Run("plan", "s.pipe");
        Assert.Equal(ExitCode.Fine, said.Exit);
        Assert.Contains("`judge kmeans scores=silhouette sample=5000` takes about", said.Output);
    }
}
