namespace Dsl.Syntax;

/// <summary>The kinds of tokens. The last ones are mistakes, which the parser reports where it meets them.</summary>
public enum TokenKind
{
    Word,
    QuotedWord,
    Function,
    Parameter,
    Number,
    Text,
    Block,

    /// <summary>A word of expressions: which ones there are says Runtime.</summary>
    Keyword,

    /// <summary>A sign between two expressions: which ones there are says Runtime.</summary>
    Operator,

    /// <summary>A minus that touches only what follows it.</summary>
    Negate,
    Range,
    Comma,
    Assign,
    As,
    Open,
    Close,

    Bar,
    NewLine,
    Prose,

    Unknown,
    HugeNumber,
    UnfinishedText,
    UnfinishedWord,
    UnfinishedBlock,
}

/// <summary>What a kind of tokens is good for.</summary>
static class TokenKinds
{
    public static bool IsName(this TokenKind kind) => kind is TokenKind.Word or TokenKind.QuotedWord;

    public static bool IsMistake(this TokenKind kind) => kind >= TokenKind.Unknown;

    /// <summary>A value may end with it.</summary>
    public static bool EndsValue(this TokenKind kind) => kind <= TokenKind.Block && kind != TokenKind.Function || kind == TokenKind.Close;

    /// <summary>A value may start with it.</summary>
    public static bool StartsValue(this TokenKind kind) => kind is <= TokenKind.Block or TokenKind.Open or TokenKind.Negate;

    /// <summary>Joins or changes values, so that another must follow.</summary>
    public static bool Joins(this TokenKind kind) => kind is TokenKind.Keyword or TokenKind.Operator or TokenKind.Negate or TokenKind.Range;

    /// <summary>Something must follow it.</summary>
    public static bool AsksForMore(this TokenKind kind) =>
        kind.Joins() || kind is TokenKind.Comma or TokenKind.Assign or TokenKind.Bar or TokenKind.UnfinishedBlock;

    /// <summary>Ends a step.</summary>
    public static bool Separates(this TokenKind kind) => kind is TokenKind.NewLine or TokenKind.Bar or TokenKind.Prose;
}
