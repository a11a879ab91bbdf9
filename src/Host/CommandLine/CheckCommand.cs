using System.CommandLine;
using Dsl;

namespace Host.CommandLine;

/// <summary><c>pipe check FILE</c>: everything that is wrong with a script, without running it.</summary>
static class CheckCommand
{
    public static Command Build(Surroundings around)
    {
        var script = new ScriptArguments();
        var command = new Command("check", "Find everything that is wrong with a script, without running it.");
        script.AddTo(command);
        command.SetAction(parsed =>
        {
            var plan = script.Check(parsed, around);
            if (!plan.HasErrors) around.Output.WriteLine($"{plan.Source.Name}: {Count(plan)}, nothing wrong.");
            return plan.HasErrors ? ExitCode.ScriptFailed : ExitCode.Fine;
        });
        return command;
    }

    static string Count(Plan plan) => plan.Steps.Count == 1 ? "1 step" : $"{plan.Steps.Count} steps";
}
