using Dsl.Diagnostics;
using Runtime.Expressions;

namespace Dsl.Syntax;

/// <summary>A parsed text: prose, parameters and steps in the order they stand in.</summary>
public sealed record Script(IReadOnlyList<Item> Items)
{
    /// <summary>All comments, in the order they stand in. Prose is none.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    public IEnumerable<Step> Steps => Items.OfType<Step>();
}

/// <summary>Something that stands in a script on its own.</summary>
public abstract record Item(Span Span)
{
    /// <summary>The comments on the lines of the item.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>The same, standing where something was written that it was meant by.</summary>
    internal virtual Item PlacedAt(Span span, string text) => this;
}

/// <summary>From a <c>#</c> to the end of its line.</summary>
/// <param name="Text">With its <c>#</c>, without blanks at the end.</param>
public sealed record Comment(string Text, Span Span);

/// <summary>Lines that start with <c>##</c>: Markdown for the report.</summary>
/// <param name="Text">The lines without their <c>##</c>.</param>
public sealed record Prose(string Text, Span Span) : Item(Span);

/// <summary><c>param NAME = value</c>: what <c>--set</c> may change.</summary>
public sealed record Declaration(Name Name, Expression Value, Span Span) : Item(Span)
{
    internal override Item PlacedAt(Span span, string text) => new Declaration(new(Name.Text, span), Value.PlacedAt(span), span);
}

/// <summary>One step: a verb, its arguments, and the name for what it makes.</summary>
public sealed record Step(Name Name, IReadOnlyList<Argument> Arguments, Name? As, Span Span) : Item(Span)
{
    /// <summary>The step as it is written, without comments around it.</summary>
    public required string Text { get; init; }

    /// <summary>Where the last argument ends, or else the name.</summary>
    internal int ArgumentsEnd => Arguments is [.., var last] ? last.Span.End : Name.Span.End;

    /// <summary>The line could not be read to its end: the arguments are those before the mistake.</summary>
    public bool Broken { get; init; }

    /// <summary>Names that it would have given by <c>NAME = …</c>.</summary>
    internal IReadOnlyList<string> MayMake { get; init; } = [];

    internal override Item PlacedAt(Span span, string text) => new Step(new(Name.Text, span),
        [.. Arguments.Select(a => new Argument(a.Name is { } n ? new Name(n.Text, span) : null, a.Value.PlacedAt(span)) { Span = span })],
        As is { } name ? new Name(name.Text, span) : null, span)
    {
        Text = text,
        Broken = true,
        MayMake = MayMake,
    };
}

/// <summary>An argument; without a name it is given by position.</summary>
public sealed record Argument(Name? Name, Expression Value)
{
    /// <summary>All of it: brackets around its value are no part of that.</summary>
    public required Span Span { get; init; }
}

/// <summary>A name where it stands.</summary>
public sealed record Name(string Text, Span Span);
