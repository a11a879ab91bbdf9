using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>What is said of a step that there is not: what it is called here, or what comes nearest.</summary>
static class MisnamedSteps
{
    public static Diagnostic Operator(OperatorLookup called, string source)
    {
        var there = $"There is no operator `{called.Written}`";
        if (OfFunction(called, source) is { } calculated) return calculated;
        if (called.Meant is not { } meant)
            return new Diagnostic(BindingCodes.UnknownOperator, called.Name, there + ".",
                "See `pipe help` for all operators; `pipe help --search WORD` finds one by what it does.");
        var (span, written) = Filled(meant, called, source);
        if (meant.Lacking is { } lacking)
            return new Diagnostic(BindingCodes.UnknownOperator, called.Name, $"{there}: `pipe` has no {lacking} yet.",
                $"`{written}` comes nearest: {char.ToLowerInvariant(meant.Signature.Doc[0])}{meant.Signature.Doc[1..]}");
        return new Diagnostic(BindingCodes.UnknownOperator, called.Name, there + ".", $"Did you mean `{written}`?")
            .With(written.Contains('…') ? [] : [Fix.Write(span, written)]);
    }

    /// <summary>
    /// What is said of a function that stands as a step; null where the name is no function's, or what an operator is called elsewhere.
    /// </summary>
    static Diagnostic? OfFunction(OperatorLookup called, string source)
    {
        if (FunctionCatalog.Meant(called.Written) is not { } function) return null;
        var values = Values(called).ToArray();
        // `quantile x 0.9` says more than the name alone, which is what a step is called elsewhere.
        var saysMore = values.Length > 1 && function.Takes(values.Length) && function.At(1) is { Constant: true };
        if (called.Meant?.IsCalled(called.Written) == true && !saysMore) return null;
        string[] written = [.. values.Select((v, i) =>
            i > 0 && function.At(i) is { Type: ExpressionType.Text } ? AsText(v, source) : Slice(v, source))];
        var name = written is [var column, ..] && Words.IsPlain(column) ? $"{column}_{function.Name}" : "NAME";
        var isOpen = !function.Takes(written.Length);
        var given = string.Join(", ", isOpen ? [.. written, "…"] : written);
        var step = function.Result == ExpressionType.Truth ? $"filter {function.Name}({given})" : $"derive {name}={function.Name}({given})";
        return new Diagnostic(BindingCodes.UnknownOperator, called.Name,
            $"There is no operator `{called.Written}`: `{function.Name}` is a function.", $"Functions stand in expressions: `{step}`.")
            .With(isOpen || name == "NAME" ? [] : [Fix.Write(Whole(called), step)]);
    }

    /// <summary>A shell takes the quotation marks away.</summary>
    static string AsText(Argument value, string source) => value.Value is NameExpression { Name: var word }
        && !value.Value.Written().StartsWith('`') ? Notation.Text(word) : Slice(value, source);

    static string Slice(Argument value, string source) => source.Substring(value.Span.Start, value.Span.Length);

    static IEnumerable<Argument> Values(OperatorLookup called) => called.Arguments.TakeWhile(a => a.Name is null);

    /// <summary>The name and all values that stand right behind it.</summary>
    static Span Whole(OperatorLookup called) => Values(called).LastOrDefault() is { } last ? called.Name.To(last.Span) : called.Name;

    /// <summary>With the values that the step has by position in their place.</summary>
    static (Span Span, string Written) Filled(MeantOperator meant, OperatorLookup called, string source)
    {
        const string Place = "{}";
        var write = meant.Write;
        if (meant.Filled([.. Values(called).Select(v => (Slice(v, source), v.Value is NumberLiteral or TextLiteral))]) is { } form)
            return (Whole(called), form);
        if (meant.Lacking is not null && meant.Forms is [var first, ..]) return (Whole(called), StepForm.Shown(first));
        if (!write.Contains(Place)) return (called.Name, write);
        var values = called.Arguments.TakeWhile(a => a.Name is null).Select(a => a.Span).ToArray();
        var isNamed = write.Contains("=" + Place);
        var text = string.Join(isNamed ? "," : " ", values.Select(v => source.Substring(v.Start, v.Length)));
        var filled = write.Replace(Place, text.Length == 0 && isNamed ? "…" : text).Replace("  ", " ").TrimEnd();
        return (values.Length == 0 ? called.Name : called.Name.To(values[^1]), filled);
    }

    /// <summary>An argument that there is not, where another step does what it would; null when none is known.</summary>
    public static Diagnostic? Lacking(Argument argument, Signature op, OperatorLookup called, string source)
    {
        var lacks = op.Lacks.FirstOrDefault(l => l.Names.Any(n => Spelling.AreSame(n, argument.Name!.Text)));
        var values = called.Arguments.Where(a => a.Name is null).Select(a => (Slice(a, source), a.Value is NumberLiteral or TextLiteral));
        (string, bool)[] all = [.. values, (argument.Value.Written(), argument.Value is NumberLiteral or TextLiteral)];
        var form = lacks?.Forms.Select(f => StepForm.Fill(f, all)).FirstOrDefault(f => f is not null);
        if (lacks is null) return null;
        var said = new Diagnostic(BindingCodes.UnknownArgument, argument.Name!.Span, $"`{op.Name}` has no argument `{argument.Name.Text}`.",
            $"Write `{form ?? StepForm.Shown(lacks.Forms[^1])}`.");
        return form is null ? said with { Hint = $"Another step does it: `{StepForm.Shown(lacks.Forms[^1])}`." }
            : said.With(Fix.Write(called.Name.To(called.Arguments[^1].Span), form));
    }
}
