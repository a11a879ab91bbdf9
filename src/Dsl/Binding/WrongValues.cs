using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Values that an argument cannot take, and where they likely belong.</summary>
static class WrongValues
{
    /// <param name="given">What the step has besides.</param>
    public static Diagnostic Of(Signature op, ParameterSignature parameter, Expression value, IReadOnlySet<ParameterSignature> given) =>
        value switch
        {
            NameExpression word when parameter.IsChoice => Misnamed.Choice(value.Span(), parameter, word.Name),
            RangeForm { First: NumberLiteral first, Last: NumberLiteral last } when parameter.ValueType == typeof(Interval)
                && first.Value > last.Value =>
                Sentences.BackwardRange(value.Span(), value.Written(), $"{last.Written()}..{first.Written()}"),
            _ when (Constant(value, parameter, op) ?? Flagged(value, op)) is { } meant =>
                Sentences.WrongType(value.Span(), parameter, value.Written()) with
                {
                    Hint = $"Write `{meant}`.",
                    Fixes = [Fix.Write(value.Span(), meant)],
                },
            NameExpression word when parameter.Positional && Naming(op, given) is { } naming =>
                Sentences.WrongType(value.Span(), parameter, value.Written()) with
                {
                    Hint = $"Write `{naming.Name}={word.Written()}`, or a number.",
                    Fixes = [Fix.Write(value.Span(), $"{naming.Name}={word.Written()}")],
                },
            _ => Sentences.WrongType(value.Span(), parameter, value.Written()),
        };

    /// <summary>The choice that takes a value of its own, and the argument for that: <c>constant value=0</c>.</summary>
    static string? Constant(Expression value, ParameterSignature parameter, Signature op) =>
        parameter.IsChoice && value is NumberLiteral or TextLiteral
            && OtherNames.Choice("literal", parameter) is { } choice && op.Find("value") is { } own
            ? $"{choice} {own.Name}={value.Written()}" : null;

    /// <summary>Whether an argument has its value from its place: values without a name leave nothing for it.</summary>
    public static bool AreAt(ParameterSignature parameter, Signature op, IReadOnlyList<Argument> arguments) => parameter.Positional
        && arguments.Count(a => a.Name is null) > op.Parameters.Where(p => p.Positional).ToList().IndexOf(parameter);

    /// <summary>The only argument left that takes the name of a column.</summary>
    static ParameterSignature? Naming(Signature op, IReadOnlySet<ParameterSignature> given) =>
        op.Parameters.Where(p => !p.Positional && !given.Contains(p) && p.Name != "except"
            && (p.ValueType == typeof(ColumnRef) || p.ValueType == typeof(LabelingRef))).ToArray() is [var only] ? only : null;

    /// <summary>The argument that a value without a name is likely for: what the operator cannot do without comes first.</summary>
    public static ParameterSignature? Wanting(Expression value, Signature op, HashSet<ParameterSignature> given, LanguageOptions options) =>
        op.Parameters.Where(p => !given.Contains(p) && p.ValueType != typeof(PointsRef) && p.ValueType != typeof(string))
            .OrderByDescending(p => p.Required)
            .FirstOrDefault(p => ArgumentTypes.Of(p).Numeric != value is NameExpression
                && ArgumentTypes.Of(p).Convert(Folding.Of(value), options) is { } converted && p.Rules.All(r => r.HoldsFor(converted)));

    /// <summary><c>-x</c> and <c>desc(x)</c>: a column, and what is to be done with it.</summary>
    static string? Flagged(Expression value, Signature op) => value switch
    {
        UnaryExpression { Operation: UnaryOperation.Negate, Operand: NameExpression name } => Flagged("desc", name, op),
        CallExpression { Arguments: [NameExpression name] } call => Flagged(call.Function, name, op),
        _ => null,
    };

    static string? Flagged(string word, NameExpression column, Signature op) =>
        OtherNames.Argument(word, op) is var (flag, other) && flag.ValueType == typeof(bool)
            ? other is { Opposite: true } ? column.Written() : $"{column.Written()} {flag.Name}=true" : null;
}
