using System.Diagnostics;

namespace Bench;

/// <summary>A script in <c>bench/peers</c>, of Python or R, that does a step with another tool.</summary>
/// <param name="Command">The file and what precedes the data in its arguments.</param>
sealed record PeerScript(string Name, string Command)
{
    /// <summary>DuckDB runs in a process of this program.</summary>
    public static PeerScript DuckDb { get; } = new("DuckDB", "");

    public bool IsOfR => Command.Split(' ')[0].EndsWith(".R", StringComparison.Ordinal);

    /// <summary>Takes minutes: only asked with <c>--slow</c>.</summary>
    public bool Slow { get; init; }
}

/// <summary>Someone who does the same step, ready to be run.</summary>
/// <param name="Missing">Why they cannot be.</param>
sealed record Peer(string Name, Func<DataSet, int[], Child>? Start, string? Missing);

/// <summary>Which peers are installed here, and which were given by <c>--peer STEP/NAME=COMMAND</c>.</summary>
sealed class Peers
{
    readonly string? python, r;
    readonly bool slow;
    readonly List<(string Step, string Name, string[] Words)> given = [];

    public Peers(bool slow, IEnumerable<string> commands)
    {
        (this.slow, python, r) = (slow, FindPython(), FindR());
        foreach (var command in commands)
        {
            var (name, words) = (command.Split('=', 2)[0].Split('/', 2), command.Split('=', 2).ElementAtOrDefault(1) ?? "");
            if (name.Length < 2 || words == "") throw new ArgumentException($"`--peer {command}` is not of the form STEP/NAME=COMMAND.");
            given.Add((name[0], name[1], words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    public string Python => python ?? "no Python with scikit-learn was found";

    public IEnumerable<Peer> Of(TableRow row) =>
    [
        .. row.Peers.Select(Of),
        .. given.Where(g => g.Step == row.Step).Select(g => new Peer(g.Name, (data, arguments) => Command(g.Words, data, arguments), null)),
    ];

    Peer Of(PeerScript script)
    {
        if (script == PeerScript.DuckDb) return new(script.Name, (data, _) => Child.Measuring(DuckDbPeer.Name, data, []), null);
        if ((script.IsOfR ? r : python) is not { } program) return new(script.Name, null, "not installed");
        if (script.Slow && !slow) return new(script.Name, null, "only with `--slow`");
        string[] words = [program, .. script.Command.Split(' ')];
        words[1] = Path.Combine(Places.Repository, "bench", "peers", words[1]);
        return new(script.Name, (data, arguments) => Command(words, data, arguments), null);
    }

    static Child Command(string[] words, DataSet data, int[] arguments) =>
        new(words[0], [.. words[1..], .. data.Words, .. arguments.Select(a => $"{a}")]);

    /// <summary>The first Python that has scikit-learn.</summary>
    static string? FindPython() =>
        Installed(OperatingSystem.IsWindows() ? ["python.exe", "python3.exe"] : ["python3", "python"], "-c", "import sklearn");

    static string? FindR() => Installed([OperatingSystem.IsWindows() ? "Rscript.exe" : "Rscript"], "--version");

    /// <summary>The first program of one of these names that runs with such arguments.</summary>
    static string? Installed(string[] names, params string[] arguments)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append("/usr/bin");
        var candidates = folders.SelectMany(f => names.Select(n => Path.Combine(f, n))).Where(File.Exists).Distinct();
        return candidates.FirstOrDefault(program => Succeeds(program, arguments));
    }

    static bool Succeeds(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
