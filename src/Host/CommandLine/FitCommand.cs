using System.CommandLine;
using Runtime.Data;
using Runtime.Data.Samples;

namespace Host.CommandLine;

/// <summary><c>pipe sample fit FILE --by COLUMN</c>: a shareable description of data, as JSON.</summary>
sealed class FitCommand : ProgramCommand
{
    readonly Argument<string> table = new("FILE") { Description = "The table to describe." };

    readonly Option<string?> by = new("--by")
    {
        HelpName = "COLUMN",
        Description = "Describe each group of rows with the same value in this column for itself.",
    };

    readonly Option<string[]> keep = new("--keep")
    {
        HelpName = "COLUMN",
        Description = "Tell the frequent texts of this column too, though it has more than 1,000 (may be repeated).",
    };

    public override string Name => "fit";

    public override string Under => "sample";

    public override IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) =>
        FileListing.Of(last, host.WorkingFolder, Formats.CanRead);

    public override Command Build(HostContext host, RootCommand root)
    {
        const string Doc = "Describe a table so that a stand-in can be drawn from it; JSON to standard output.";
        var command = new Command(Name, Doc) { table, by, keep };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    int Run(ParseResult parsed, HostContext host)
    {
        var written = parsed.GetRequiredValue(table);
        var work = new Work(Environment.ProcessorCount, cancel: host.Cancel);
        var content = Formats.Read(new InputFile(host.PathOf(written), written), new ReadOptions(), work);
        var options = new SampleOptions($"Drawn from a description of {Path.GetFileName(written)}.")
        {
            By = parsed.GetValue(by),
            Keep = parsed.GetValue(keep) ?? [],
            Unnamed = content.Unnamed,
        };
        Samples.Fit(content.Table, options, host.OutputBytes, work);
        return ExitCode.Fine;
    }
}
