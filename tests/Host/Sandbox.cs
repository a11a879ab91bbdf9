using System.Text;
using Host;
using Host.CommandLine;
using Runtime;
using Runtime.Storage;

namespace Tests.Host;

/// <summary>A folder of its own, a clock that stands still, and the real program run inside it.</summary>
public sealed class Sandbox : IDisposable
{
    public Sandbox()
    {
        Folder = Path.Combine(Path.GetTempPath(), "pipe-tests", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    /// <summary>What is kept of costly steps; nothing unless <see cref="Keeping"/>.</summary>
    public StepCache? Cache { get; private set; }

    /// <summary>Keeps results of costly steps, however soon they are computed.</summary>
    public Sandbox Keeping(long limit = long.MaxValue)
    {
        Cache = new(new StepFolder(PathOf("cache"), limit)) { KeepsAll = true };
        return this;
    }

    public string Input { get; init; } = "";

    /// <summary>Below the folder; the folder itself without it.</summary>
    public string? WorkingFolder { get; init; }

    public CancellationToken Cancel { get; init; }

    public int Width { get; init; } = 80;

    /// <summary>What it is said to run on; null to find out.</summary>
    public Machine? Machine { get; init; } = Machine.Reference;

    /// <summary>Bytes of memory that there are.</summary>
    public long Memory { get; init; } = 24L << 30;

    /// <summary>A person answers with <see cref="Input"/>.</summary>
    public bool CanAsk { get; init; }

    public Sandbox With(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public ProgramResult Run(params string[] words) => Run(host => PipeCommand.Run(words, host));

    internal ProgramResult Run(Func<HostContext, int> act)
    {
        using var bytes = new MemoryStream();
        using var output = new StreamWriter(bytes, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = act(new HostContext
        {
            Input = new(new StringReader(Input)),
            Output = output,
            OutputBytes = bytes,
            Error = error,
            WorkingFolder = WorkingFolder is null ? Folder : PathOf(WorkingFolder),
            ConfigFolder = PathOf("config"),
            CanAsk = CanAsk,
            Width = Width,
            Cache = Cache,
            Machine = Machine,
            Memory = Memory,
            Clock = new StandingClock(),
            Interrupt = new Interrupt(Cancel),
        });
        return new ProgramResult(exit, Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    /// <summary>Every file below the folder, relative to it.</summary>
    public IEnumerable<string> Files(string below) => Directory.EnumerateFiles(PathOf(below), "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(PathOf(below), f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    sealed class StandingClock : TimeProvider
    {
        public override long GetTimestamp() => 0;

        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}

/// <summary>What the program said, and its exit code.</summary>
public sealed record ProgramResult(int Exit, string Output, string Error)
{
    /// <summary>All of it as a person sees it; what depends on the machine taken out.</summary>
    public string Shown => string.Join('\n', (Output + (Error.Length > 0 ? "[error]\n" + Error : "") + $"[exit {Exit}]\n")
        .Split('\n').Select(line => Memory(line).TrimEnd()));

    static string Memory(string line) => System.Text.RegularExpressions.Regex.Replace(line, "at most [0-9.]+ [kMG]B", "at most N MB");
}
