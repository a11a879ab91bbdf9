using System.CommandLine;
using Host.Results;

namespace Host.CommandLine;

/// <summary><c>pipe diff</c>: what differs between records, and what that comes from.</summary>
sealed class DiffCommand : ProgramCommand
{
    readonly Argument<string[]> words = new("WHAT")
    {
        Description = "Commits (one and what lies here, or two), scripts or folders to look at alone, or two records.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    readonly Option<bool> all = new("--all") { Description = "Tell all: every cell of a table, and the steps that are the same." };
    readonly Option<bool> markdown = new("--md") { Description = "Write Markdown, such as for a pull request." };
    readonly Option<bool> json = new("--json") { Description = "Write JSON to standard output." };

    public override string Name => "diff";

    public override IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) => FileListing.Of(
        last, host.WorkingFolder, f => f.EndsWith(".pipe", StringComparison.Ordinal)
            || f.EndsWith(RecordedFindings.Ending, StringComparison.Ordinal));

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name,
            "Tell how records differ and why: from the last commit to what lies here, between commits, or of two files.")
        { words, all, markdown, json };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    int Run(ParseResult parsed, HostContext host)
    {
        if (parsed.GetValue(json) && parsed.GetValue(markdown))
            throw new WrongCommandLine("`--json` and `--md` exclude each other.", "Leave one of them out.");
        var pairs = RecordPairs.Of(parsed.GetValue(words) ?? [], host);
        if (parsed.GetValue(json))
        {
            DifferenceText.Json(host.OutputBytes, pairs.Where(p => p.Difference is not null).Select(p => (p.Name, p.Difference!)));
            return pairs.Any(p => p.Damaged is not null) ? ExitCode.ScriptFailed : ExitCode.Fine;
        }
        foreach (var pair in pairs) Say(pair, parsed, host);
        if (pairs.Count == 0) host.Output.WriteLine("There is no record to compare. `pipe run SCRIPT --record` writes one.");
        return pairs.Any(p => p.Damaged is not null) ? ExitCode.ScriptFailed : ExitCode.Fine;
    }

    void Say(RecordPair pair, ParseResult parsed, HostContext host)
    {
        var (isPage, everything) = (parsed.GetValue(markdown), parsed.GetValue(all));
        var lines = pair.Difference is { } difference
            ? DifferenceLine.Of(difference, everything,
                step => !step.IsGone && pair.Lines.TryGetValue(step.Text, out var line) ? line : null).ToList() : [];
        host.Output.WriteLine(isPage ? $"### {MarkdownText.Cell(pair.Name)}: {MarkdownText.Cell(pair.Between)}"
            : $"{pair.Name}   {pair.Between}");
        if (lines.Count > 0 && isPage) host.Output.Write(DifferenceText.Markdown(lines));
        else foreach (var line in DifferenceText.Plain(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            host.Output.WriteLine($"  {line}");
        foreach (var note in Notes(pair)) host.Output.WriteLine(isPage ? $"\n{MarkdownText.Cell(note)}" : $"  {note}");
        host.Output.WriteLine();
    }

    static IEnumerable<string> Notes(RecordPair pair)
    {
        if (pair.Damaged is { } damaged) yield return damaged;
        if (pair.Difference is not { } difference) yield break;
        if (difference.IsNone) yield return pair.TextOnly ? "Only text is another: comments, prose, form." : "Nothing differs.";
        else
        {
            if (difference.Same > 0)
                yield return $"{Wording.Plural(difference.Same, "step")} {(difference.Same == 1 ? "is" : "are")} the same.";
            if (difference.Steps.SelectMany(s => s.Labels).Select(l => l.Witnesses)
                .Where(w => w > 0).DefaultIfEmpty().Min() is var rows and > 0)
                yield return $"Shares are of {Wording.Plural(rows, "row")} that both records know, "
                    + FormattableString.Invariant($"± {100 * Math.Sqrt(1.0 / rows):0} %.");
        }
        if (pair.Unrecorded) yield return "The script has changed since it was recorded: `pipe run SCRIPT --record`.";
    }
}
