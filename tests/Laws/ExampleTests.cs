using Host;
using Tests.Host;

namespace Tests.Laws;

/// <summary>Every file of <c>examples/</c> runs, on few rows.</summary>
public sealed class ExampleTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "examples");

    /// <summary>What makes an example small, where it has a parameter for it.</summary>
    static readonly Dictionary<string, string[]> Small = new()
    {
        ["spotify.pipe"] = ["rows=20000", "min_cluster=200", "min_cluster_fine=100"],
        ["decades.pipe"] = ["rows=20000"],
        ["beyond.pipe"] = ["rows=20000", "sizes=40,80", "judged=200"],
    };

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.pipe").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static string[] SettingsOf(string file) => [.. Small.GetValueOrDefault(file, []).SelectMany(s => new[] { "--set", s })];

    public static TheoryData<string> FilesWithCode =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "csharp"), "*.pipe").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(FilesWithCode))]
    public void Every_example_with_code_runs_when_it_is_trusted(string file)
    {
        using var sandbox = new Sandbox();
        var folder = Path.Combine(Folder, "csharp");
        foreach (var source in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            sandbox.With(Path.GetRelativePath(folder, source), File.ReadAllText(source));
        Assert.Contains("not trusted", sandbox.Run("run", file).Error);
        Assert.Equal(ExitCode.Fine, sandbox.Run("trust", file).Exit);
        var said = sandbox.Run("run", file, "--quiet");
        Assert.True(said.Exit == ExitCode.Fine && said.Error.Length == 0, said.Error);
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_example_runs(string file)
    {
        using var sandbox = new Sandbox();
        sandbox.With(file, File.ReadAllText(Path.Combine(Folder, file)));
        Directory.CreateDirectory(sandbox.PathOf("data"));
        foreach (var data in Directory.EnumerateFiles(Path.Combine(Folder, "data")))
            File.Copy(data, sandbox.PathOf($"data/{Path.GetFileName(data)}"));
        var said = sandbox.Run(["run", file, "--quiet", .. SettingsOf(file)]);
        Assert.True(said.Exit == ExitCode.Fine, said.Error);
        Assert.Contains("report.html", sandbox.Files(Path.GetFileNameWithoutExtension(file) + ".out"));
    }
}
