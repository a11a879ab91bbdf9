using Dsl;
using Dsl.Diagnostics;
using Host.Trust;
using Runtime.Operators.Judge;

namespace Host.CommandLine;

/// <summary>One script, tried on a part of its data. An expectation that does not hold is noted, and the script goes on.</summary>
sealed class Trial(Surroundings around, Gate gate, SourceText source, LanguageOptions options)
{
    readonly List<Diagnostic> failed = [];
    int held, done;

    /// <summary>Whether all of it ran and held.</summary>
    public bool Run()
    {
        var start = around.Clock.GetTimestamp();
        if (Admitted() is not { } plan) return false;
        var error = plan.HasErrors ? plan.Diagnostics.First(d => d.IsError) : Execute(plan);
        var passed = error is null && failed.Count == 0;
        var expected = error is null ? $"{held} of {held + failed.Count} expectations hold" : $"stopped at step {Math.Min(done + 1, plan.Steps.Count)}";
        around.Output.WriteLine($"{(passed ? "passed" : "FAILED")}  {source.Name}: {done} of {plan.Steps.Count} steps, {expected}, {Cells.Seconds(around.Clock.GetElapsedTime(start))}");
        foreach (var diagnostic in plan.HasErrors ? plan.Diagnostics : [.. failed, .. error is null ? (Diagnostic[])[] : [error]]) around.Say(diagnostic, source);
        return passed;
    }

    /// <summary>Null when it may not run; the scripts after it are still tried.</summary>
    Plan? Admitted()
    {
        try
        {
            return gate.Admit(source, options);
        }
        catch (Refusal refusal)
        {
            around.Output.WriteLine($"FAILED  {source.Name}: not run");
            around.Say(new Diagnostic(Severity.Error, "not-trusted", null, "Not run", refusal.Text, refusal.Hint), source);
            return null;
        }
    }

    Diagnostic? Execute(Plan plan)
    {
        var folder = Directory.CreateTempSubdirectory("pipe-test-").FullName;
        try
        {
            return Language.Run(plan, _ => Context(plan, folder), (step, _) => Ended(step), Forgive).Failure;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    RunContext Context(Plan plan, string folder)
    {
        around.Cancel.ThrowIfCancellationRequested();
        return new RunContext { Cancel = around.Cancel, Seed = plan.Seed, Parameters = plan.Parameters, OutputFolder = folder, RowLimit = options.RowLimit };
    }

    void Ended(PlannedStep step)
    {
        done++;
        if (step.Operator is Expect) held++;
    }

    bool Forgive(PlannedStep step, Diagnostic failure)
    {
        if (step.Operator is not Expect) return false;
        failed.Add(failure);
        done++;
        return true;
    }
}
