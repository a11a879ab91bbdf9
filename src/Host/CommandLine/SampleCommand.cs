using System.CommandLine;
using Runtime.Data;
using Runtime.Data.Samples;

namespace Host.CommandLine;

/// <summary>
/// <c>pipe sample NAME</c>: the rows of a generated sample as CSV. <c>pipe sample fit</c>: a description of one's own data.
/// </summary>
sealed class SampleCommand : ProgramCommand
{
    public override string Name => "sample";

    public override IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) => Samples.Names;

    public override Command Build(HostContext host, RootCommand root)
    {
        var name = new Argument<string>("NAME") { Description = "A built-in sample, or the path of a description (.json)." };
        var rows = new Option<int?>("--rows") { HelpName = "N", Description = "How many rows to draw." };
        var seed = new Option<int?>("--seed") { HelpName = "N", Description = "Another seed draws other rows." };
        var command = new Command(Name, "Write a generated sample as CSV to standard output.") { name, rows, seed };
        command.SetAction(parsed =>
        {
            var written = parsed.GetRequiredValue(name);
            var sample = Open(written, host);
            var count = parsed.GetValue(rows) ?? sample.Rows;
            if (count is < 1 or > SampleTable.MostRows)
                throw new WrongCommandLine($"`--rows` must be from 1 to {Wording.Count(SampleTable.MostRows)}, not {count}.");
            var work = new Work(Environment.ProcessorCount, cancel: host.Cancel);
            CsvText.Write(host.OutputBytes, sample.Draw(count, parsed.GetValue(seed) ?? 0, work), work, sample.Header);
            return ExitCode.Fine;
        });
        return command;
    }

    static SampleTable Open(string written, HostContext host)
    {
        try
        {
            return Samples.Open(IsFile(written) ? host.PathOf(written) : written, written);
        }
        catch (Refusal refusal)
        {
            throw new WrongCommandLine(refusal.Text, refusal.Hint);
        }
    }

    static bool IsFile(string name) => name.Contains('.') || name.Contains('/') || name.Contains(Path.DirectorySeparatorChar);
}
