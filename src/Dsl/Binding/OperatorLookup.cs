using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Which operator a step calls: its name may be one word or two.</summary>
/// <param name="Written">The name as the step has it.</param>
/// <param name="Signature">Null when there is no such operator.</param>
/// <param name="Guess">What was probably meant, when there is none.</param>
sealed record OperatorLookup(string Written, Span Name, IReadOnlyList<Argument> Arguments, Signature? Signature, Signature? Guess)
{
    public static OperatorLookup Of(Step step, NamedList<Signature> known)
    {
        var first = step.Name.Text;
        var one = known.Find(first);
        if (SecondWord(step) is not { } second) return OfOne();
        var both = $"{first} {second.Name}";
        var two = known.Find(both);
        var like = two is null ? LikeTwo(both, known) : null;
        var isOne = one is not null && (like is null || one.Parameters.Any(p => p.Positional));
        if (two is null && (isOne || like is null)) return OfOne();
        return new(both, step.Name.Span.To(second.Span()), [.. step.Arguments.Skip(1)], two, like);

        OperatorLookup OfOne() => new(first, step.Name.Span, step.Arguments, one, one is null ? Like(first, known) : null);
    }

    /// <summary>The word right behind the first, which may belong to the name; one between back-ticks does not.</summary>
    public static NameExpression? SecondWord(Step step) =>
        step.Arguments is [{ Name: null, Value: NameExpression word }, ..] && word.Written()[0] != '`' ? word : null;

    /// <summary>The operator of two words that these two are a slip of.</summary>
    static Signature? LikeTwo(string written, NamedList<Signature> known) =>
        Spelling.Nearest(written, known.Names.Where(n => n.Contains(' '))) is { } name ? known.Find(name) : null;

    /// <summary>A slip of the name, the first word of one, or a word that people search it by.</summary>
    static Signature? Like(string written, NamedList<Signature> known) =>
        (Spelling.Nearest(written, known.Names) is { } name ? known.Find(name) : null)
        ?? known.FirstOrDefault(o => o.Name.StartsWith(written + ' ', StringComparison.Ordinal))
        ?? known.FirstOrDefault(o => o.Keywords.Split(' ').Contains(written));
}
