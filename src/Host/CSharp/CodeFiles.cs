namespace Host.CSharp;

/// <summary>The files that a script's code lies in, beside the script.</summary>
static class CodeFiles
{
    public static IEnumerable<string> Of(Dsl.Plan plan, string scriptFolder) =>
    [
        .. plan.Steps.Select(s => s.Operator).OfType<CSharpBlock>().SelectMany(b => CodeUnit.Of(b.Code).Paths),
        .. OwnOperators.FilesBeside(scriptFolder),
    ];
}
