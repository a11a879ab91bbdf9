using System.CommandLine;
using Dsl.Diagnostics;
using Dsl.Editing;

namespace Host.CommandLine;

/// <summary><c>pipe explain [CODE]</c>: what a diagnostic means, with a wrong and a right script.</summary>
sealed class ExplainCommand : ProgramCommand
{
    public override string Name => "explain";

    public override IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) => Codes.All.Names;

    public override Command Build(HostContext host, RootCommand root)
    {
        var code = new Argument<string?>("CODE")
        {
            Description = "The code of a diagnostic, as `pipe check --json` gives it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(Name, "Explain a diagnostic, with a wrong and a right example.") { code };
        command.SetAction(parsed =>
        {
            host.Output.WriteLine(
                (parsed.GetValue(code) is { } written ? Explanation.Of(Find(written)) : Explanation.Overview()).TrimEnd());
            return ExitCode.Fine;
        });
        return command;
    }

    static DiagnosticCode Find(string code) => Codes.All.Find(code)
        ?? throw new WrongCommandLine($"There is no diagnostic `{code}`.", Suggestion.For(code, Codes.All.Names));
}
