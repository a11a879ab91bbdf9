using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Bench;

/// <summary>The table as people read it.</summary>
static class Report
{
    /// <summary>Targets are for a million rows; with fewer they say nothing.</summary>
    const int FullSize = 1_000_000;

    public static string Of(IReadOnlyList<Outcome> outcomes, int rows)
    {
        var text = new StringBuilder();
        text.Append($"{DateTime.UtcNow:yyyy-MM-dd}, {Machine()}.\n\n");
        text.Append(MarkdownTable.Of(
            ["step", "rows", "pipe s", "MB", "target s", "peer", "peer s", "MB", "peer / pipe", "runs"],
            [.. outcomes.SelectMany(o => Lines(o, rows))],
            1, 2, 3, 4, 6, 7, 8, 9));
        text.Append("\nWhat came out:\n\n");
        foreach (var outcome in outcomes.Where(o => o.Ours.Result != ""))
        {
            text.Append($"- {outcome.Row.What}: {outcome.Ours.Result}");
            foreach (var peer in outcome.Peers.Where(p => p.Result != "")) text.Append($"; {peer.Name}: {peer.Result}");
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The kind of machine, without its name.</summary>
    public static string Machine()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        return FormattableString.Invariant($"{Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {memory:0} GB, {RuntimeInformation.FrameworkDescription}");
    }

    static IEnumerable<string[]> Lines(Outcome outcome, int rows)
    {
        var ours = outcome.Ours;
        var target = outcome.Row.Target is { } seconds && rows >= FullSize ? $"{Numbers.Seconds(seconds).TrimEnd('0').TrimEnd('.')} {(ours.Seconds <= seconds ? "✓" : "✗")}" : "";
        string[] start = [outcome.Row.What, outcome.Row.Data == "none" || outcome.Rows == 0 ? "" : outcome.Rows.ToString("N0", CultureInfo.InvariantCulture), Seconds(ours), Numbers.Megabytes(ours.Peak), target];
        if (outcome.Peers.Count == 0) yield return [.. start, "", "", "", "", $"{ours.Runs.Count}"];
        foreach (var peer in outcome.Peers)
        {
            var ratio = peer.Runs.Count > 0 && ours.Runs.Count > 0 ? Numbers.Ratio(peer.Seconds / ours.Seconds) : "";
            yield return [.. start, peer.Name, Seconds(peer), Numbers.Megabytes(peer.Peak), ratio, $"{ours.Runs.Count}, {peer.Runs.Count}"];
            start = ["", "", "", "", ""];
        }
    }

    static string Seconds(Standing standing) => standing.Runs.Count > 0 ? Numbers.Seconds(standing.Seconds) : standing.Failure ?? "";
}
