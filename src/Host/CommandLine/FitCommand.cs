using System.CommandLine;
using Runtime.Data;
using Runtime.Data.Samples;
using Runtime.Numerics;

namespace Host.CommandLine;

/// <summary><c>pipe sample fit FILE --by COLUMN</c>: a shareable description of data, as JSON.</summary>
static class FitCommand
{
    public static Command Build(Surroundings around)
    {
        var file = new Argument<string>("FILE") { Description = "The table to describe." };
        var by = new Option<string?>("--by") { HelpName = "COLUMN", Description = "Describe each group of rows with the same value in this column for itself." };
        var command = new Command("fit", "Describe a table so that a stand-in can be drawn from it; JSON to standard output.") { file, by };
        command.SetAction(parsed =>
        {
            var written = parsed.GetRequiredValue(file);
            var work = new Work(Environment.ProcessorCount, cancel: around.Cancel);
            var content = CsvFile.Read(new InputFile(around.PathOf(written), written), new CsvOptions(), work);
            var doc = $"Drawn from a description of {Path.GetFileName(written)}.";
            Samples.Fit(content.Table, parsed.GetValue(by), doc, around.OutputBytes, work, content.Unnamed);
            return ExitCode.Fine;
        });
        return command;
    }
}
