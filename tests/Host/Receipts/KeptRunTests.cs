using System.Text.RegularExpressions;
using Host;

namespace Tests.Host.Receipts;

/// <summary>Runs that find results of steps kept say, show and write what they would have without.</summary>
public sealed partial class KeptRunTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "examples");

    public static TheoryData<string> Files => Laws.ExampleTests.Files;

    [Theory, MemberData(nameof(Files))]
    public void An_example_finds_the_same_cold_and_warm(string file)
    {
        using var sandbox = new Sandbox { Width = 300 }.Keeping();
        sandbox.With(file, File.ReadAllText(Path.Combine(Folder, file)));
        Directory.CreateDirectory(sandbox.PathOf("data"));
        foreach (var data in Directory.EnumerateFiles(Path.Combine(Folder, "data")))
            File.Copy(data, sandbox.PathOf($"data/{Path.GetFileName(data)}"));
        string[] words = ["run", file, "--report", "md", .. Laws.ExampleTests.SettingsOf(file)];
        var cold = sandbox.Run([.. words, "--out", "cold.out"]);
        Assert.Equal(ExitCode.Fine, cold.Exit);
        var warm = sandbox.Run([.. words, "--out", "warm.out"]);
        Assert.Equal(Timeless(cold.Shown, "cold"), Timeless(warm.Shown, "warm"));
        Assert.Equal(sandbox.Files("cold.out"), sandbox.Files("warm.out"));
        foreach (var made in sandbox.Files("cold.out").Where(f => !f.EndsWith(".html", StringComparison.Ordinal)))
            Assert.Equal(Timeless(sandbox.Read($"cold.out/{made}"), "cold"), Timeless(sandbox.Read($"warm.out/{made}"), "warm"));
    }

    /// <summary>Without times, which a clock that stands still has none of, and the mark that says so of what was kept.</summary>
    static string Timeless(string text, string way) => string.Join('\n', text.Replace($"{way}.out", "OUT").Split('\n')
        .Where(l => !l.Contains("\"peak_memory_bytes\"") && !l.Contains("\"kept\": true"))
        .Select(l => Time().Replace(l, " TIME").Replace("\"seconds\": 0,", "\"seconds\": 0")));

    [GeneratedRegex(@" +(kept|0\.0 s)$")]
    private static partial Regex Time();
}
