using Dsl.Diagnostics;

namespace Dsl.Editing;

/// <summary>What a stretch of a script is, for colours.</summary>
public enum TokenClass
{
    Operator,
    Argument,
    Keyword,
    Choice,
    Column,

    /// <summary>The name of points, a labeling or a model.</summary>
    Name,
    Number,
    Text,
    Parameter,
    Function,
    Block,
    Comment,
    Prose,
    Mistake,
}

/// <summary>A stretch of a script and what it is.</summary>
public readonly record struct Coloured(Span Span, TokenClass Class);
