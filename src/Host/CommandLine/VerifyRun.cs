using Dsl;
using Dsl.Diagnostics;
using Host.Results;
using Host.Trust;
using Runtime.Files;

namespace Host.CommandLine;

/// <summary>What came of comparing a script with its record.</summary>
sealed record Verdict(string Script, bool Holds, string Text, string? Hint = null)
{
    public FindingsDifference? Difference { get; init; }
}

/// <summary>One script, held against its record. What it writes goes into a folder that is gone afterwards.</summary>
sealed class VerifyRun(HostContext host, TrustCheck trust, SourceText source, LanguageOptions options)
{
    readonly ResultsFile file = ResultsFile.Of(source.Name, host);

    string Shown => Printable.Of(source.Name);

    Verdict Not(string text, string? hint = null) => new(source.Name, false, text, hint);

    string Again => $"Write `pipe run {Shown} --record`, look at `pipe diff {Shown}`, and commit the record.";

    /// <summary>Runs the script.</summary>
    public Verdict Run() => Guarded(recorded =>
    {
        var set = Recorder.SetAs(options.Settings);
        if (!set.SequenceEqual(recorded.Set))
            return Not($"the record was made with {Sets(recorded.Set)}, and this is with {Sets(set)}.",
                recorded.Set.Count == 0 ? "Leave `--set` out." : $"Write `pipe verify {Shown} {Words(recorded.Set)}`, or record again.");
        var plan = trust.Admit(source, options);
        if (plan.HasErrors) return Broken(plan.Diagnostics);
        if (Steps(plan, recorded) is { } other) return other;
        return Execute(plan, recorded);
    });

    /// <summary>Looks only whether the record is of these steps.</summary>
    public Verdict Look() => Guarded(recorded =>
    {
        var plan = trust.Check(source, options);
        if (plan.HasErrors) return Broken(plan.Diagnostics);
        return Steps(plan, recorded)
            ?? new(source.Name, true, $"recorded as it is, {Wording.Plural(plan.Steps.Count, "step")}; nothing was run.");
    });

    Verdict Guarded(Func<RecordedFindings, Verdict> compare)
    {
        try
        {
            return file.Read() is { } recorded ? compare(recorded)
                : Not($"there is no record `{Printable.Of(file.Written)}`.", $"Write `pipe run {Shown} --record`, and commit it.");
        }
        catch (Refusal refusal)
        {
            return Not(refusal.Text, refusal.Hint);
        }
    }

    Verdict Broken(IReadOnlyList<Diagnostic> diagnostics)
    {
        host.Say(diagnostics, source);
        return Not("the script has mistakes, and was not run.");
    }

    /// <summary>Null when the record is of these steps.</summary>
    Verdict? Steps(Plan plan, RecordedFindings recorded)
    {
        string[] now = [.. plan.Steps.Select(s => StepText.Of(s.Operator!))];
        var most = recorded.Stopped is null ? now.Length : Math.Min(now.Length, recorded.Steps.Count);
        if (recorded.Steps.Select(s => s.Text).SequenceEqual(now.Take(most))) return null;
        var empty = recorded with { Steps = [.. now.Select(t => new StepFound(t))] };
        var edits = FindingsDifference.Between(recorded, empty);
        return Not("the script has changed since it was recorded.", Again) with
        {
            Difference = edits with { Steps = [.. edits.Edited.Select(s => s.Bare)] },
        };
    }

    Verdict Execute(Plan plan, RecordedFindings recorded)
    {
        using var folder = new PrivateFolder();
        // Nothing is taken from what runs have kept: that would compare a result with itself.
        var runner = new Runner(plan, new RunSettings { OutputFolder = folder.FullPath, Cancel = host.Cancel });
        var witnesses = recorded.Witnesses.Select(w => w.Ids.Count).DefaultIfEmpty(0).Max();
        var recorder = new Recorder(runner, recorded, witnesses, host.Cancel);
        var ending = runner.Run();
        (ending as Ending.Broken)?.Rethrow();
        if (ending is Ending.Stopped) throw new OperationCanceledException(host.Cancel);
        if (recorder.Found(ending, options.Settings) is not { } found)
        {
            host.Say(((Ending.Failed)ending).Diagnostic, source);
            return Not("the run failed.");
        }
        var difference = FindingsDifference.Between(recorded, found);
        return difference.IsNone
            ? new(source.Name, true, $"{Wording.Plural(found.Facts, "fact")} in {Wording.Plural(found.Steps.Count, "step")}.")
            : Not("what it finds is not what is recorded.", Again) with { Difference = difference };
    }

    static string Sets(IReadOnlyList<string> set) => set.Count == 0 ? "no `--set`" : $"`{Words(set)}`";

    static string Words(IReadOnlyList<string> set) => string.Join(' ', set.Select(s => $"--set {s}"));
}
