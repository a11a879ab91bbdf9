using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>What is said of a name that there is not: what it is called here, or what comes nearest.</summary>
static class Misnamed
{
    public static Diagnostic Operator(OperatorLookup called, string source)
    {
        var there = $"There is no operator `{called.Written}`";
        if (OfFunction(called, source) is { } calculated) return calculated;
        if (called.Meant is not { } meant)
            return new Diagnostic(BindingCodes.UnknownOperator, called.Name, there + ".",
                "See `pipe help` for all operators; `pipe help --search WORD` finds one by what it does.");
        if (meant.Lacking is { } lacking)
            return new Diagnostic(BindingCodes.UnknownOperator, called.Name, $"{there}: `pipe` has no {lacking} yet.",
                $"`{meant.Write}` comes nearest: {char.ToLowerInvariant(meant.Signature.Doc[0])}{meant.Signature.Doc[1..]}");
        var (span, written) = Filled(meant.Write, called, source);
        return new Diagnostic(BindingCodes.UnknownOperator, called.Name, there + ".", $"Did you mean `{written}`?")
            .With(written.Contains('…') ? [] : [Fix.Write(span, written)]);
    }

    /// <summary>
    /// What is said of a function that stands as a step; null where the name is no function's, or what an operator is called elsewhere.
    /// </summary>
    static Diagnostic? OfFunction(OperatorLookup called, string source)
    {
        if (FunctionCatalog.Meant(called.Written) is not { } function || called.Meant?.IsCalled(called.Written) == true) return null;
        var values = called.Arguments.TakeWhile(a => a.Name is null).Select(a => source.Substring(a.Span.Start, a.Span.Length)).ToArray();
        var name = values is [var column, ..] && Words.IsPlain(column) ? $"{column}_{function.Name}" : "NAME";
        var given = values.Length == 0 && function.Parameters.Length > 0 ? "…" : string.Join(", ", values);
        return new Diagnostic(BindingCodes.UnknownOperator, called.Name,
            $"There is no operator `{called.Written}`: `{function.Name}` is a function.",
            $"Functions stand in expressions: `derive {name}={function.Name}({given})`.");
    }

    /// <summary>With the values that the step has by position in their place.</summary>
    static (Span Span, string Written) Filled(string write, OperatorLookup called, string source)
    {
        const string Place = "{}";
        if (!write.Contains(Place)) return (called.Name, write);
        var values = called.Arguments.TakeWhile(a => a.Name is null).Select(a => a.Span).ToArray();
        var isNamed = write.Contains("=" + Place);
        var text = string.Join(isNamed ? "," : " ", values.Select(v => source.Substring(v.Start, v.Length)));
        var filled = write.Replace(Place, text.Length == 0 && isNamed ? "…" : text).Replace("  ", " ").TrimEnd();
        return (values.Length == 0 ? called.Name : called.Name.To(values[^1]), filled);
    }

    /// <param name="partner">Another argument that means the same, and names what is in the other table.</param>
    public static Diagnostic Argument(Name name, Argument argument, Argument? partner, Signature op, ParameterSignature meant,
        AlsoCalledAttribute? other, string source)
    {
        if (partner is not null) return Matched(argument, partner, op, meant, source);
        var said = new Diagnostic(BindingCodes.UnknownArgument, name.Span, $"`{op.Name}` has no argument `{name.Text}`.");
        var value = argument.Value.Written();
        if (meant.FreeNames) return said with { Hint = "Give it a name: `NAME = …`." };
        var holds = other is { Opposite: true } ? Truth(value) : null;
        if (holds == true)
            return said with { Hint = $"Leave it out: so it is without `{meant.Name}`.", Fixes = [Without(argument, source)] };
        var written = holds == false ? "true" : meant.IsChoice ? OtherNames.Choice(value, meant) ?? value : value;
        var isAlone = meant.Positional && op.Parameters.Count(p => p.Positional) == 1;
        var instead = isAlone ? written : $"{meant.Name}={written}";
        return (said with { Hint = $"Write `{instead}`." }).With(Fix.Write(argument.Span, instead));
    }

    /// <summary>The columns of both tables by a name each, as <c>left_on=a right_on=b</c>.</summary>
    static Diagnostic Matched(Argument one, Argument other, Signature op, ParameterSignature meant, string source)
    {
        var (here, there) = one.Name!.Text.StartsWith('r') ? (other, one) : (one, other);
        var pairs = Columns(here).Zip(Columns(there), (a, b) => a == b ? a : $"{a} == {b}");
        var instead = $"{meant.Name}={string.Join(',', pairs)}";
        var hint = $"Write `{instead}`.";
        return new Diagnostic(BindingCodes.UnknownArgument, one.Name.Span, $"`{op.Name}` has no argument `{one.Name.Text}`.", hint)
        { Fixes = [new(hint, [new(one.Span, instead), .. Without(other, source).Edits])] };
    }

    static IEnumerable<string> Columns(Argument argument) =>
        argument.Value is ListForm list ? list.Items.Select(i => i.Written()) : [argument.Value.Written()];

    static Fix Without(Argument argument, string source) =>
        Fix.Remove(Cut.Word(argument.Span, source), source.Substring(argument.Span.Start, argument.Span.Length));

    /// <summary>What other languages write for true and false.</summary>
    public static bool? Truth(string value) => value.ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "t" or "on" => true,
        "false" or "0" or "no" or "f" or "off" => false,
        _ => null,
    };

    /// <summary>What other tools call the data that a step is given.</summary>
    static readonly string[] Given = ["of", "on", "data", "x", "points", "features", "columns", "cols", "using", "input"];

    public static Diagnostic UnknownArgument(Name name, Expression value, Signature op) =>
        op.Needs == Needs.Points && Given.Contains(name.Text.ToLowerInvariant())
            ? new Diagnostic(BindingCodes.UnknownArgument, name.Span, $"`{op.Name}` works on the current points.",
                $"Put `use {value.Written()}` before this step for other points, or `features` for columns.")
            : UnknownArgument(name, op.Name, [.. op.Parameters.Select(p => p.Name)]);

    public static Diagnostic UnknownArgument(Name name, string op, IReadOnlyCollection<string> known)
    {
        var near = Spelling.Nearest(name.Text, known);
        var others = known.Where(k => k != near);
        return new Diagnostic(BindingCodes.UnknownArgument, name.Span, $"`{op}` has no argument `{name.Text}`.",
            known.Count == 0 ? $"Leave it out: `{op}` takes none."
            : near is null ? $"It takes {Wording.Names(known)}."
            : $"Did you mean `{near}`?" + (known.Count > 1 ? $" It also takes {Wording.Names(others)}." : ""))
            .With(near is null ? [] : [Fix.Write(name.Span, near)]);
    }

    public static Diagnostic Choice(Span span, ParameterSignature parameter, string word)
    {
        var meant = OtherNames.Choice(word, parameter);
        return new Diagnostic(BindingCodes.UnknownChoice, span, $"`{parameter.Name}` cannot be `{word}`.",
            Spelling.Guess("choices", word, parameter.Choices, meant))
            .With(meant is null ? [] : [Fix.Write(span, meant)]);
    }

    /// <summary>A step that gives a value by position which the operator takes by name.</summary>
    public static Diagnostic Unnamed(Span span, string value, Signature op, ParameterSignature meant) =>
        new Diagnostic(BindingCodes.UnexpectedValue, span, $"`{value}` stands without the name of its argument.",
            $"Write `{meant.Name}={value}`: {char.ToLowerInvariant(meant.Doc[0])}{meant.Doc[1..]}")
        { Title = $"Which argument of `{op.Name}`" }
            .With(Fix.Write(span, $"{meant.Name}={value}"));

    /// <summary>A word where a column should stand, which says something of the step.</summary>
    public static Diagnostic? Column(Complaint complaint, BoundStep step, Shape before, string source)
    {
        if (complaint.Code != ContractCodes.UnknownColumn || step.Signature is not { } op) return null;
        var at = step.Places.Of(complaint);
        var index = step.Step.Arguments.ToList().FindIndex(a => a.Span.Start <= at.Start && at.End <= a.Span.End);
        if (index < 0) return null;
        var argument = step.Step.Arguments[index];
        if (ColumnSlips.Of(complaint, at, op, before, source) is { } slip) return slip;
        if (argument.Name is { } name) return Turned(complaint, at, name, argument, op, before);
        if (argument.Value is not NameExpression word || OtherNames.Argument(word.Name, op) is not var (meant, other)) return null;
        var said = new Diagnostic(complaint.Code, at, complaint.Text);
        if (meant.ValueType == typeof(bool))
            return other is { Opposite: true }
                ? said with { Hint = $"Leave it out: so it is without `{meant.Name}`.", Fixes = [Without(argument, source)] }
                : (said with { Hint = $"Write `{meant.Name}=true` at the end." })
                    .With(Fix.Write(argument.Span, $"{meant.Name}=true"));
        if (meant.Positional) return said with { Hint = "Leave it out: the names alone say it.", Fixes = [Without(argument, source)] };
        var value = step.Step.Arguments.ElementAtOrDefault(index + 1);
        return value is not { Name: null } ? said with { Hint = $"Write `{meant.Name}=…`." }
            : (said with { Hint = $"Write `{meant.Name}={value.Value.Written()}`." })
                .With(Fix.Write(argument.Span.To(value.Span), $"{meant.Name}={value.Value.Written()}"));
    }

    /// <summary>The old name of a column first, where the new one belongs.</summary>
    static Diagnostic? Turned(Complaint complaint, Span at, Name name, Argument argument, Signature op, Shape before)
    {
        var isFree = op.Parameters.Any(p => p.FreeNames && p.ValueType == typeof(ColumnRef));
        if (!isFree || before.Columns?.Has(name.Text) != true) return null;
        var turned = $"{argument.Value.Written()}={Notation.Name(name.Text)}";
        return new Diagnostic(complaint.Code, at, complaint.Text, $"The new name stands first: `{turned}`.")
            .With(Fix.Write(argument.Span, turned));
    }
}
