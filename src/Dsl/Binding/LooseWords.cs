using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Words that stand beside what they belong to, as in SQL or in speech: <c>group by genre</c>, <c>expect unique id</c>.</summary>
static class LooseWords
{
    /// <summary>The name of an argument and its value without <c>=</c>; null when there is none.</summary>
    public static Diagnostic? Argument(IReadOnlyList<Argument> arguments, Signature signature, IReadOnlySet<ParameterSignature> given)
    {
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (arguments[i] is not { Name: null, Value: NameExpression { Name: var word } } || arguments[i + 1].Name is not null) continue;
            // Of one that may be left out nobody knows: a column may have its name. None is called `by` without back-ticks.
            if (signature.Find(word) is not { Positional: false } meant || given.Contains(meant)) continue;
            if (!meant.Required && word != "by") continue;
            if (arguments[i].Value.Written().StartsWith('`')) continue;
            var values = arguments.Skip(i + 1).TakeWhile(a => a.Name is null).Take(meant.IsList ? int.MaxValue : 1).ToArray();
            var text = $"{word}={string.Join(",", values.Select(v => v.Value.Written()))}";
            var span = arguments[i].Span.To(values[^1].Span);
            return new Diagnostic(BindingCodes.UnexpectedValue, span,
                $"`{word}` is an argument, and stands before `=`.", $"Write `{text}`.").With(Fix.Write(span, text));
        }
        return null;
    }

    /// <summary>What is meant by a value too many, where that can be told.</summary>
    public static Diagnostic? Meant(Signature op, IReadOnlyList<Argument> arguments, Argument extra, string source)
    {
        if (op.Parameters.FirstOrDefault(p => p.Positional && p.ValueType == typeof(Expression)) is { } condition)
            return (condition.OfStudy ? Call(arguments, extra) : null) ?? InfixWords.Of(arguments, extra, source);
        if (op.Parameters.Any(p => p.FreeNames)) return InfixWords.Of(arguments, extra, source) ?? Assigned(op, arguments, extra);
        var takesNone = !op.Parameters.Any(p => p.Positional && (op.Needs != Needs.Points || p.ValueType == typeof(ColumnRef)));
        return takesNone && op.Type.Assembly == typeof(Operator).Assembly ? OfPoints(op, arguments, extra) : null;
    }

    /// <summary><c>rename year to y</c>, <c>derive y year * 2</c>: what is new stands first, before a sign.</summary>
    static Diagnostic? Assigned(Signature op, IReadOnlyList<Argument> arguments, Argument extra)
    {
        Argument[] values = [.. arguments.SkipWhile(a => a != extra).TakeWhile(a => a.Name is null)];
        var joined = values is [_, { Value: NameExpression { Name: "to" or "into" } }, _];
        if (values.Length != (joined ? 3 : 2)) return null;
        var (first, last) = (values[0], values[^1]);
        var renames = op.Parameters.First(p => p.FreeNames).ValueType == typeof(ColumnRef);
        var (made, of) = renames ? (last, first) : (first, last);
        if (joined && !renames || made.Value is not NameExpression name) return null;
        var (span, text) = (first.Span.To(last.Span), $"{Notation.Name(name.Name)}={of.Value.Written()}");
        return new Diagnostic(BindingCodes.UnexpectedValue, span, $"`{op.Name}` takes no value without a name.",
            $"The new name stands first, before `=`: `{text}`.").With(Fix.Write(span, text));
    }

    /// <summary>Columns after an operator that takes none.</summary>
    static Diagnostic? OfPoints(Signature op, IReadOnlyList<Argument> arguments, Argument extra)
    {
        string[] names = [.. arguments.SkipWhile(a => a != extra).TakeWhile(a => a.Name is null).Select(a => a.Value)
            .SelectMany(v => v is ListForm list ? list.Items : [v]).Where(v => v is NameExpression).Select(v => v.Written())];
        return names.Length == 0 ? null : new Diagnostic(BindingCodes.UnexpectedValue, extra.Value.Span(),
            $"`{op.Name}` takes no columns: it works on the points that `features` chooses.",
            $"Put `features {string.Join(' ', names)}` before this step.");
    }

    /// <summary>What all rows are asked for, without its brackets; null when it is none.</summary>
    static Diagnostic? Call(IReadOnlyList<Argument> arguments, Argument extra)
    {
        Argument[] values = [.. arguments.Where(a => a.Name is null)];
        if (values is not [{ Value: NameExpression { Name: var word } } first, _, ..] || values[1] != extra) return null;
        if (!StudyScope.Demands.Contains(word)) return null;
        var (span, meant) = (first.Span.To(values[^1].Span), $"{word}({string.Join(", ", values[1..].Select(v => v.Value.Written()))})");
        return new Diagnostic(BindingCodes.UnexpectedValue, span, $"What `{word}` is about stands in brackets.", $"Write `{meant}`.")
            .With(Fix.Write(span, meant));
    }
}
