using System.Runtime.CompilerServices;
using Dsl.Diagnostics;
using Runtime.Expressions;

namespace Dsl.Syntax;

/// <summary>Where a part of a value was written, and how. It lies beside the tree: two parts are equal wherever they stand.</summary>
/// <param name="Span">Where messages point: what a parameter stands for is placed where its name stands.</param>
/// <param name="Slice">The part of <paramref name="Source"/> that was read.</param>
sealed record Origin(Span Span, string Source, Span Slice)
{
    /// <summary>The text of the setting it came from (<c>--set</c>), if it did.</summary>
    public string? Setting { get; init; }

    /// <summary>As it stands there: <c>20%</c> for 0.2.</summary>
    public string Written => Source.Substring(Slice.Start, Slice.Length);

    public static Origin Of(string source, Span span) => new(span, source, span);

    /// <summary>Of a text that is not as it stands anywhere.</summary>
    public static Origin OfText(string text, Span? span = null) => new(span ?? Diagnostics.Span.None, text, new Span(0, text.Length));

    /// <summary>On to where something else ends.</summary>
    public Origin To(int end) => Of(Source, Span.FromTo(Span.Start, end));
}

/// <summary>The origins of what has been read, by the very node.</summary>
static class Origins
{
    static readonly ConditionalWeakTable<Expression, Origin> Known = [];

    /// <summary>Notes where a node comes from.</summary>
    public static Expression From(this Expression part, Origin origin)
    {
        Known.AddOrUpdate(part, origin);
        return part;
    }

    /// <summary>What is made by no text stands nowhere, and is written as it would be.</summary>
    public static Origin Origin(this Expression part) =>
        Known.TryGetValue(part, out var origin) ? origin : Syntax.Origin.OfText(part.Show());

    public static Span Span(this Expression part) => part.Origin().Span;

    public static string Written(this Expression part) => part.Origin().Written;

    /// <summary>A copy that stands in another place, all its parts too.</summary>
    public static Expression PlacedAt(this Expression value, Span span) =>
        (value.Parts.Count == 0 ? value with { } : value.Map(part => part.PlacedAt(span))).From(value.Origin() with { Span = span });

    /// <summary>The same value with all its parts replaced, standing where it stood.</summary>
    public static Expression MapInPlace(this Expression part, Func<Expression, Expression> replace) =>
        part.Parts.Count == 0 ? part : part.Map(replace).From(part.Origin());
}
