using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe cache</c>: what runs have kept of costly steps.</summary>
sealed class CacheCommand : ProgramCommand
{
    public override string Name => "cache";

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name, "Show how much is kept of the results of costly steps, and where.");
        command.SetAction(_ =>
        {
            if (host.Cache?.Folder is not { } folder) throw Nothing;
            var (count, bytes) = folder.Size;
            host.Output.WriteLine($"{(count == 1 ? "1 result" : $"{Wording.Count(count)} results")} of steps, {Quantities.Bytes(bytes)} "
                + $"of at most {Quantities.Bytes(folder.Limit)}, in {Printable.Of(folder.FullPath)}");
            return ExitCode.Fine;
        });
        return command;
    }

    internal static WrongCommandLine Nothing => new("Nothing is kept here.", "Run it where results of steps are kept.");
}

/// <summary><c>pipe cache clear</c></summary>
sealed class CacheClearCommand : ProgramCommand
{
    public override string Name => "clear";

    public override string Under => "cache";

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name, "Remove all that is kept of the results of steps; the next runs compute it again.");
        command.SetAction(_ =>
        {
            if (host.Cache?.Folder is not { } folder) throw CacheCommand.Nothing;
            host.Output.WriteLine($"{Quantities.Bytes(folder.Clear())} removed.");
            return ExitCode.Fine;
        });
        return command;
    }
}
