using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>
/// Words that stand between values in other languages, and are functions or signs here: <c>species contains "A"</c>,
/// <c>name not like "A%"</c>, <c>year mod 2</c>. The step reads as three values.
/// </summary>
static class InfixWords
{
    /// <param name="extra">The word, which is a value too many.</param>
    public static Diagnostic? Of(IReadOnlyList<Argument> arguments, Argument extra, string source)
    {
        var at = arguments.ToList().IndexOf(extra);
        if (at < 1 || at + 1 >= arguments.Count || arguments[at + 1].Name is not null) return null;
        if (Word(extra.Value) is not var (word, isDenied)) return null;
        var (before, after) = (arguments[at - 1], arguments[at + 1]);
        // The word binds what touches it: in `a > 1 and b mod 2 == 0` these are `b` and `2`.
        var (left, right) = (Last(before.Value), First(after.Value));
        if (Call(word, left, right) is not { } call) return null;
        var span = before.Span.To(after.Span);
        var text = source[span.Start..left.Span().Start] + (isDenied ? $"not {call}" : call) + source[right.Span().End..span.End];
        var value = before.Name is null ? text : text[(text.IndexOf('=') + 1)..];
        if (Reader.ReadValue(value) is null) return null;
        return new Diagnostic(BindingCodes.UnexpectedValue, span,
            FunctionCatalog.Meant(word) is null ? $"There is no `{word}` between values." : "A function stands before its values.",
            $"Write `{text}`.").With(Fix.Write(span, text));
    }

    static (string Word, bool IsDenied)? Word(Expression value) => value switch
    {
        NameExpression name => (name.Name, false),
        UnaryExpression { Operation: UnaryOperation.Not, Operand: NameExpression name } => (name.Name, true),
        _ => null,
    };

    static string? Call(string word, Expression left, Expression right)
    {
        var (one, other) = (left.Written(), right.Written());
        if (right is TextLiteral pattern && LikePattern.Written(word, one, pattern.Value) is { } like) return like;
        return FunctionCatalog.Meant(word) is not { } function ? OtherForm.Find(word)?.With([one, other])
            : function.Parameters.Length > 1 ? $"{function.Name}({one}, {other})" : null;
    }

    static Expression Last(Expression value) => value switch
    {
        BinaryExpression both => Last(both.Right),
        UnaryExpression { Operation: UnaryOperation.Not or UnaryOperation.Negate } sign => Last(sign.Operand),
        BetweenExpression between => Last(between.High),
        ConditionalExpression choice => Last(choice.Parts[^1]),
        _ => value,
    };

    static Expression First(Expression value) => value switch
    {
        BinaryExpression both => First(both.Left),
        UnaryExpression { Operation: UnaryOperation.IsMissing or UnaryOperation.IsPresent } test => First(test.Operand),
        InExpression or BetweenExpression => First(value.Parts[0]),
        _ => value,
    };
}
