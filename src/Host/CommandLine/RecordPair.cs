using Dsl;
using Host.Results;

namespace Host.CommandLine;

/// <summary>Two records of one script.</summary>
/// <param name="Between">From what to what, for people.</param>
sealed record RecordPair(string Name, string Between)
{
    public FindingsDifference? Difference { get; init; }

    /// <summary>Why there is none.</summary>
    public string? Damaged { get; init; }

    /// <summary>The script differs, but no step of it.</summary>
    public bool TextOnly { get; init; }

    /// <summary>The script that lies here has other steps than its record.</summary>
    public bool Unrecorded { get; init; }

    /// <summary>The lines of the steps in the script that lies here, by their texts.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    /// <param name="before">The text of the record; null when there was none.</param>
    /// <param name="after">The same now.</param>
    public static RecordPair Of(string name, string between, string? before, string? after, Func<string, string> nameOf)
    {
        try
        {
            var (old, now) = (Read(before, "before"), Read(after, "after"));
            if (old is not null && now is not null) return new(name, between) { Difference = FindingsDifference.Between(old, now) };
            return new(name, between + (old is null ? "   recorded for the first time" : "   not recorded any more"));
        }
        catch (Refusal refusal)
        {
            return new(name, between) { Damaged = $"{refusal.Text} {refusal.Hint}" };
        }

        RecordedFindings? Read(string? text, string side) => text is null ? null : FindingsReader.Of(text, nameOf(side));
    }

    /// <summary>With what the script says that lies here: nothing of it is run.</summary>
    public RecordPair With(string script, RecordedFindings? now, HostContext host)
    {
        var path = host.PathOf(script);
        if (now is null || !File.Exists(path)) return this;
        var options = new LanguageOptions
        {
            ScriptFolder = Path.GetDirectoryName(path)!,
            WorkingFolder = host.WorkingFolder,
            Confined = true,
        };
        var source = ScriptFiles.Read(script, host);
        var plan = Language.Check(source, options);
        var steps = plan.Steps.Where(s => s.Operator is not null)
            .Select(s => (Text: StepText.Of(s.Operator!), source.Place(s.Step.Name.Span.Start).Line)).ToList();
        var isWhole = !plan.HasErrors && now.Set.Count == 0 && now.Stopped is null;
        return this with
        {
            Lines = steps.GroupBy(s => s.Text).ToDictionary(g => g.Key, g => g.First().Line),
            Unrecorded = isWhole && !steps.Select(s => s.Text).SequenceEqual(now.Steps.Select(s => s.Text)),
        };
    }
}
