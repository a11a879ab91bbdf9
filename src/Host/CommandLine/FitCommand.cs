using System.CommandLine;
using Runtime.Data;
using Runtime.Data.Samples;

namespace Host.CommandLine;

/// <summary><c>pipe sample fit FILE --by COLUMN</c>: a shareable description of data, as JSON.</summary>
static class FitCommand
{
    public static Command Build(Surroundings around)
    {
        var file = new Argument<string>("FILE") { Description = "The table to describe." };
        var by = new Option<string?>("--by") { HelpName = "COLUMN", Description = "Describe each group of rows with the same value in this column for itself." };
        var keep = new Option<string[]>("--keep") { HelpName = "COLUMN", Description = "Tell the frequent texts of this column too, though it has more than 1,000 (may be repeated)." };
        var command = new Command("fit", "Describe a table so that a stand-in can be drawn from it; JSON to standard output.") { file, by, keep };
        command.SetAction(parsed =>
        {
            var written = parsed.GetRequiredValue(file);
            var work = new Work(Environment.ProcessorCount, cancel: around.Cancel);
            var content = CsvFile.Read(new InputFile(around.PathOf(written), written), new CsvOptions(), work);
            var doc = $"Drawn from a description of {Path.GetFileName(written)}.";
            var options = new SampleOptions(doc) { By = parsed.GetValue(by), Keep = parsed.GetValue(keep) ?? [], Unnamed = content.Unnamed };
            Samples.Fit(content.Table, options, around.OutputBytes, work);
            return ExitCode.Fine;
        });
        return command;
    }
}
