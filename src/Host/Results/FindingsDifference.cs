namespace Host.Results;

/// <summary>What differs between two records: what was changed, what it led to, and what changed though nothing led to it.</summary>
sealed record FindingsDifference
{
    /// <summary>What lies around the steps: data, parameters from outside, the seed, the program.</summary>
    public required IReadOnlyList<Changed> Around { get; init; }

    public required IReadOnlyList<StepDifference> Steps { get; init; }

    public IEnumerable<StepDifference> Edited => Steps.Where(s => s.IsEdited);

    public IEnumerable<StepDifference> Led => Steps.Where(s => s.IsOther && s.HasCause);

    public IEnumerable<StepDifference> Causeless => Steps.Where(s => s.IsOther && !s.HasCause);

    public int Same => Steps.Count(s => !s.IsEdited && !s.IsOther);

    public bool IsNone => Around.All(c => c.Name == Version) && Steps.All(s => !s.IsEdited && !s.IsOther);

    const string Version = "pipe";

    public static FindingsDifference Between(RecordedFindings before, RecordedFindings after)
    {
        var around = StepDifference.Values(Surroundings(before), Surroundings(after), isExact: true);
        var pairs = StepPairs.Of(before.Steps, after.Steps);
        // Another seed may lead to anything; data lead to what loads them; another program is no cause that a script has.
        var all = around.Any(c => c.Name == "seed");
        string[] files = [.. around.Where(c => c.Name.StartsWith("data ", StringComparison.Ordinal)).Select(c => c.Name[5..])];
        var (tainted, rows) = (new HashSet<string>(StringComparer.Ordinal), false);
        List<StepDifference> steps = [];
        foreach (var (old, now) in pairs)
        {
            var step = StepDifference.Of(old, now, before, after);
            StepFound[] both = [.. new[] { old, now }.OfType<StepFound>()];
            var led = all || rows || step.IsEdited || both.Any(s => files.Any(f => s.Text.Contains(f, StringComparison.Ordinal)))
                || both.Any(s => s.Reads.Any(r => r == StepFound.Everything ? tainted.Count > 0 : tainted.Contains(r)));
            if (led)
            {
                tainted.UnionWith(both.SelectMany(s => s.Makes));
                rows |= both.Any(s => s.ChangesRows);
            }
            steps.Add(step with { HasCause = led });
        }
        return new() { Around = around, Steps = steps };
    }

    static IEnumerable<(string, string)> Surroundings(RecordedFindings found) =>
    [
        (Version, found.Version), ("seed", RecordNumbers.Count(found.Seed)), ("numbers", found.Numbers),
        .. found.Set.Select(s => ($"--set {s.Split('=')[0]}", s[(s.IndexOf('=') + 1)..])),
        .. found.Data.Select(d => ($"data {d.Name}", $"sha256 {d.Hash}, {Wording.Count(d.Bytes)} bytes")),
        .. found.Stopped is { } step ? [("stopped", $"at `{step}`")] : Array.Empty<(string, string)>(),
    ];
}
