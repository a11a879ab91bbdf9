using System.CommandLine;
using Runtime.Data;
using Runtime.Data.Samples;

namespace Host.CommandLine;

/// <summary><c>pipe sample fit FILE --by COLUMN</c>: a shareable description of data, as JSON.</summary>
sealed class FitCommand : ProgramCommand
{
    public override string Name => "fit";

    public override string Under => "sample";

    public override IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) =>
        FileListing.Of(last, host.WorkingFolder, Formats.CanRead);

    public override Command Build(HostContext host, RootCommand root)
    {
        var file = new Argument<string>("FILE") { Description = "The table to describe." };
        var by = new Option<string?>("--by")
        {
            HelpName = "COLUMN",
            Description = "Describe each group of rows with the same value in this column for itself.",
        };
        var keep = new Option<string[]>("--keep")
        {
            HelpName = "COLUMN",
            Description = "Tell the frequent texts of this column too, though it has more than 1,000 (may be repeated).",
        };
        var command = new Command(Name, "Describe a table so that a stand-in can be drawn from it; JSON to standard output.") { file, by, keep };
        command.SetAction(parsed =>
        {
            var written = parsed.GetRequiredValue(file);
            var work = new Work(Environment.ProcessorCount, cancel: host.Cancel);
            var content = Formats.Read(new InputFile(host.PathOf(written), written), new ReadOptions(), work);
            var doc = $"Drawn from a description of {Path.GetFileName(written)}.";
            var options = new SampleOptions(doc) { By = parsed.GetValue(by), Keep = parsed.GetValue(keep) ?? [], Unnamed = content.Unnamed };
            Samples.Fit(content.Table, options, host.OutputBytes, work);
            return ExitCode.Fine;
        });
        return command;
    }
}
