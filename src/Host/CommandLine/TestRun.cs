using Dsl;
using Dsl.Diagnostics;
using Host.Trust;
using Runtime.Operators.Judge;

namespace Host.CommandLine;

/// <summary>One script, tried on a part of its data. An expectation that does not hold is noted, and the script goes on.</summary>
sealed class TestRun(HostContext host, TrustCheck trust, SourceText source, LanguageOptions options)
{
    readonly List<Diagnostic> failed = [];
    int held, done;

    /// <summary>Whether all of it ran and held.</summary>
    public bool Run()
    {
        var start = host.Clock.GetTimestamp();
        if (Admitted() is not { } plan) return false;
        var error = plan.Diagnostics.FirstOrDefault(d => d.IsError) ?? Execute(plan);
        var passed = error is null && failed.Count == 0;
        var expected = error is null
            ? $"{held} of {held + failed.Count} expectations hold"
            : $"stopped at step {Math.Min(done + 1, plan.Steps.Count)}";
        var time = Quantities.Seconds(host.Clock.GetElapsedTime(start));
        host.Output.WriteLine($"{(passed ? "passed" : "FAILED")}  {Printable.Of(source.Name)}: "
            + $"{done} of {plan.Steps.Count} steps, {expected}, {time}");
        host.Say(plan.HasErrors ? plan.Diagnostics : [.. failed, .. error is null ? (Diagnostic[])[] : [error]], source);
        return passed;
    }

    /// <summary>Null when it may not run; the scripts after it are still tried.</summary>
    Plan? Admitted()
    {
        try
        {
            return trust.Admit(source, options);
        }
        catch (Refusal refusal)
        {
            host.Output.WriteLine($"FAILED  {Printable.Of(source.Name)}: not run");
            var refused = new Diagnostic(BlockCodes.NotTrusted, null, refusal.Text, refusal.Hint)
            {
                Title = "Not run",
                Severity = Severity.Error,
            };
            host.Say(refused, source);
            return null;
        }
    }

    /// <summary>What ended it early, if anything did.</summary>
    Diagnostic? Execute(Plan plan)
    {
        var folder = Directory.CreateTempSubdirectory("pipe-test-").FullName;
        var settings = new RunSettings
        {
            OutputFolder = folder,
            RowLimit = options.RowLimit,
            GoesOnAfter = IsExpectation,
            Cancel = host.Cancel,
        };
        var runner = new Runner(plan, settings);
        runner.StepFinished += (step, _, _) => Count(step);
        runner.StepFailed += Note;
        try
        {
            var ending = runner.Run();
            if (ending is Ending.Broken broken) broken.Rethrow();
            if (ending is Ending.Stopped) throw new OperationCanceledException(host.Cancel);
            return (ending as Ending.Failed)?.Diagnostic;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static bool IsExpectation(PlannedStep step) => step.Operator is Expect;

    void Count(PlannedStep step)
    {
        done++;
        if (IsExpectation(step)) held++;
    }

    void Note(PlannedStep step, Diagnostic failure)
    {
        if (!IsExpectation(step)) return;
        failed.Add(failure);
        done++;
    }
}
