using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Which operator a step calls: its name may be one word or two.</summary>
/// <param name="Written">The name as the step has it.</param>
/// <param name="Signature">Null when there is no such operator.</param>
/// <param name="Meant">What was probably meant, when there is none.</param>
sealed record OperatorLookup(string Written, Span Name, IReadOnlyList<Argument> Arguments, Signature? Signature, MeantOperator? Meant)
{
    /// <summary>The name that the step gives to what it makes.</summary>
    public Name? As { get; private init; }

    /// <summary>What its arguments are looked at as.</summary>
    public Signature? Guess => Meant is { Lacking: null } meant ? meant.Signature : null;

    public static OperatorLookup Of(Step step, NamedList<Signature> known)
    {
        var first = step.Name.Text;
        var one = known.Find(first);
        if (SecondWord(step) is not { } second) return OfOne();
        var both = $"{first} {second.Name}";
        var two = known.Find(both);
        var like = two is null ? LikeTwo(both, one, known) : null;
        var isOne = one is not null && (like is null || one.Parameters.Any(p => p.Positional));
        if (two is null && (isOne || like is null)) return OfOne();
        return new(both, step.Name.Span.To(second.Span()), [.. step.Arguments.Skip(1)], two, like) { As = step.As };

        OperatorLookup OfOne() =>
            new(first, step.Name.Span, step.Arguments, one, one is null ? OtherNames.Operator(first, known) : null) { As = step.As };
    }

    /// <summary>The word right behind the first, which may belong to the name; one between back-ticks does not.</summary>
    public static NameExpression? SecondWord(Step step) =>
        step.Arguments is [{ Name: null, Value: NameExpression word }, ..] && word.Written()[0] != '`' ? word : null;

    /// <summary>The operator that these two words are another name of, or one of two words that they are a slip of.</summary>
    static MeantOperator? LikeTwo(string written, Signature? one, NamedList<Signature> known) =>
        (one is null ? OtherNames.Called(written, known) : null)
        ?? (Spelling.Nearest(written, known.Names.Where(n => n.Contains(' '))) is { } name ? new(name, known.Find(name)!) : null);
}
