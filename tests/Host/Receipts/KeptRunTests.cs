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
        var plain = sandbox.Run([.. words, "--no-cache", "--out", "plain.out"]);
        Assert.Equal(ExitCode.Fine, plain.Exit);
        foreach (var way in (string[])["cold", "warm"])
        {
            var said = sandbox.Run([.. words, "--out", $"{way}.out"]);
            Assert.Equal(Timeless(plain.Shown, "plain"), Timeless(said.Shown, way));
            Assert.Equal(sandbox.Files("plain.out"), sandbox.Files($"{way}.out"));
            foreach (var made in sandbox.Files("plain.out").Where(f => !f.EndsWith(".html", StringComparison.Ordinal)))
                Assert.Equal(Timeless(sandbox.Read($"plain.out/{made}"), "plain"), Timeless(sandbox.Read($"{way}.out/{made}"), way));
        }
    }

    /// <summary>
    /// Without times, which a clock that stands still has none of, and the mark that says so of what was kept; a mark leaves a step that
    /// is cut off one letter more.
    /// </summary>
    static string Timeless(string text, string way) => string.Join('\n', text.Replace($"{way}.out", "OUT").Split('\n')
        .Where(l => !l.Contains("\"peak_memory_bytes\"") && !l.Contains("\"kept\": true"))
        .Select(l => l.Contains('…') && Time().IsMatch(l) ? l[..60] : Time().Replace(l, " TIME").Replace("\"seconds\": 0,", "\"seconds\": 0")));

    [GeneratedRegex(@" +(kept|0\.0 s)$")]
    private static partial Regex Time();
}
