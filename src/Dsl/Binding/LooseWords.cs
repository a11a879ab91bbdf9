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
            // Of one that may be left out nobody knows: a column may have its name.
            if (signature.Find(word) is not { Positional: false, Required: true } meant || given.Contains(meant)) continue;
            if (arguments[i].Value.Written().StartsWith('`')) continue;
            var values = arguments.Skip(i + 1).TakeWhile(a => a.Name is null).Take(meant.IsList ? int.MaxValue : 1).ToArray();
            var text = $"{word}={string.Join(",", values.Select(v => v.Value.Written()))}";
            var span = arguments[i].Span.To(values[^1].Span);
            return new Diagnostic(BindingCodes.UnexpectedValue, span,
                $"`{word}` is an argument, and stands before `=`.", $"Write `{text}`.").With(Fix.Write(span, text));
        }
        return null;
    }

    /// <summary>What all rows are asked for, without its brackets; null when it is none.</summary>
    public static Diagnostic? Call(IReadOnlyList<Argument> arguments, Argument extra)
    {
        Argument[] values = [.. arguments.Where(a => a.Name is null)];
        if (values is not [{ Value: NameExpression { Name: var word } } first, _, ..] || values[1] != extra) return null;
        if (!StudyScope.Demands.Contains(word)) return null;
        var (span, meant) = (first.Span.To(values[^1].Span), $"{word}({string.Join(", ", values[1..].Select(v => v.Value.Written()))})");
        return new Diagnostic(BindingCodes.UnexpectedValue, span, $"What `{word}` is about stands in brackets.", $"Write `{meant}`.")
            .With(Fix.Write(span, meant));
    }
}
