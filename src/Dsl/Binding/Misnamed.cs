using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>What is said of an argument, a word or a column that there is not: what it is called here, or what comes nearest.</summary>
static class Misnamed
{
    /// <param name="partner">Another argument that means the same, and names what is in the other table.</param>
    public static Diagnostic Argument(Name name, Argument argument, Argument? partner, OperatorLookup called, Signature op,
        ParameterSignature meant, AlsoCalledAttribute? other, string source)
    {
        if (partner is not null) return Matched(argument, partner, op, meant, source);
        var said = new Diagnostic(BindingCodes.UnknownArgument, name.Span, $"`{op.Name}` has no argument `{name.Text}`.");
        var value = argument.Value.Written();
        if (WrongValues.AreAt(meant, op, called.Arguments)) return said with
        {
            Text = $"`{op.Name}` has no argument `{name.Text}`, and `{meant.Name}` has its value already.",
            Hint = $"Leave it out. There are {Wording.Names(op.Parameters.Select(p => p.Name))}.",
            Fixes = [Without(argument, source)],
        };
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
        if (parameter.Lacks.FirstOrDefault(l => l.Names.Any(n => Spelling.AreSame(n, word))) is { } lacks)
        {
            var none = new Diagnostic(BindingCodes.UnknownChoice, span, $"`{parameter.Name}` cannot be `{word}`.");
            return lacks.Forms is not [var words, ..] ? none with { Hint = $"{Wording.Capital(lacks.Why!)}." }
                : (none with { Hint = $"Write `{words}`: {lacks.Why}." }).With(Fix.Write(span, words));
        }
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
        if (argument.Value is NumberLiteral number
            && (OtherNames.Argument("n", op) ?? OtherNames.Argument("count", op)) is ({ ValueType: var type } many, _)
            && type == typeof(int) && !step.Step.Arguments.Any(a => a.Name?.Text == many.Name))
            return new Diagnostic(complaint.Code, at, complaint.Text, $"Write `{many.Name}={number.Written()}`.")
                .With(Fix.Write(argument.Span, $"{many.Name}={number.Written()}"));
        if (argument.Value is not NameExpression word || OtherNames.Argument(word.Name, op) is not var (meant, other)) return null;
        var said = new Diagnostic(complaint.Code, at, complaint.Text);
        if (meant.ValueType == typeof(bool)) return Switched(said, argument, meant, other, source);
        if (meant.Positional) return said with { Hint = "Leave it out: the names alone say it.", Fixes = [Without(argument, source)] };
        var value = step.Step.Arguments.ElementAtOrDefault(index + 1);
        return value is not { Name: null } ? said with { Hint = $"Write `{meant.Name}=…`." }
            : (said with { Hint = $"Write `{meant.Name}={value.Value.Written()}`." })
                .With(Fix.Write(argument.Span.To(value.Span), $"{meant.Name}={value.Value.Written()}"));
    }

    /// <summary>What is on or off stood without its value.</summary>
    static Diagnostic Switched(Diagnostic said, Argument argument, ParameterSignature meant, AlsoCalledAttribute? other, string source) =>
        other is { Opposite: true }
            ? said with { Hint = $"Leave it out: so it is without `{meant.Name}`.", Fixes = [Without(argument, source)] }
            : (said with { Hint = $"Write `{meant.Name}=true` at the end." }).With(Fix.Write(argument.Span, $"{meant.Name}=true"));

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
