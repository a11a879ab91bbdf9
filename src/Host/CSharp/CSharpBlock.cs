using System.Runtime.CompilerServices;
using Dsl.Diagnostics;

namespace Host.CSharp;

/// <summary>C# in a script: compiled when the script is checked, run when its turn comes.</summary>
[Operator("csharp", "Run a block of C# on the study: add columns, points and labelings, show tables and charts.",
    Keywords = "code block script c# derive", Rows = RowEffect.New)]
[AlsoCalled("code", "script", "c#", "cs", "python", "py", "exec", "run_code", "dotnet", "block")]
[Example("csharp adds=loud:number ```Add(\"loud\", row => Numbers(\"energy\")[row] * 2);```")]
public sealed record CSharpBlock : Operator
{
    [Arg("The code between two fences of three back-ticks; `pipe help c#` lists what it sees.", Positional = true)]
    public required CodeBlock Code { get; init; }

    [Arg("What the block adds as NAME:TYPE (`number`, `integer`, `text`, `logical`, `date`, `points`, `labeling`), so that later steps can "
        + "be checked.")]
    public ValueList<string>? Adds { get; init; }

    protected override Reads ReadsUnnamed(Shape before) => Runtime.Reads.Everything;

    protected override Shape Check(Shape before, CheckContext check)
    {
        var unit = CodeUnit.Found(Code, Code.Confined);
        foreach (var fault in unit.Faults)
            check.Add(new Complaint(BlockCodes.WrongCode, nameof(Code), fault.Text, fault.Hint) { At = fault.At });
        if (unit.Faults.Count == 0 && unit.Outside.Count > 0 && Code.Confined) check.Add(LiesOutside(unit.Outside));
        else if (unit.Faults.Count == 0)
            foreach (var error in Compiled(unit).Errors) check.Add(CodeComplaint.Of(error, Code, before));
        return Adds is null ? before.Loosened() : Declared(before, check);
    }

    protected override Study Run(Study study, RunContext run)
    {
        var unit = CodeUnit.Of(Code);
        var compiled = Compiled(unit);
        if (compiled.Errors is [var error, ..]) throw new Refusal($"{error.Message} (line {error.Line}).", "Correct the block.");
        var after = Execute(compiled, unit, study, run);
        foreach (var addition in (Adds ?? []).Select(DeclaredAddition.Of).Where(a => !a.IsIn(after)))
            throw new Refusal($"The block did not add `{addition.Name}` as {addition.Type}.",
                $"Add it in the block, or change `adds`.")
            { Argument = nameof(Adds) };
        return after;
    }

    static Complaint LiesOutside(IReadOnlyList<string> outside) => new(BlockCodes.CodeOutside, nameof(Code),
        $"The script is not trusted, and its code goes on outside its folder: {Wording.Names(outside.Select(Printable.Of))}.",
        "Read that code, then write `pipe trust` with the script.");

    static CompiledCode Compiled(CodeUnit unit)
    {
        var hash = unit.Hash("block");
        return CodeCache.Get(hash, () => Compiler.Block(unit, hash));
    }

    /// <summary>Apart, so that nothing of the loaded code is left on the stack of the caller.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    Study Execute(CompiledCode compiled, CodeUnit unit, Study study, RunContext run)
    {
        using var code = new LoadedCode(compiled, unit.References);
        var block = (Block)Activator.CreateInstance(code.Assembly.GetType("Code")!)!;
        try
        {
            return Stoppable.Run(() => block.Execute(study, run), run.Cancel);
        }
        catch (Exception exception) when (!run.Cancel.IsCancellationRequested)
        {
            throw BlockFailure.Of(exception, Code, block);
        }
    }

    Shape Declared(Shape before, CheckContext check)
    {
        var (after, index) = (before with { Rows = null, AtLeast = true }, 0);
        foreach (var written in Adds!)
        {
            try
            {
                after = DeclaredAddition.Of(written).AddTo(after);
            }
            catch (Refusal refusal)
            {
                check.Add(new(ContractCodes.Refused, nameof(Adds), refusal.Text, refusal.Hint) { Index = index, Title = "Wrong addition" });
            }
            index++;
        }
        return after;
    }
}
