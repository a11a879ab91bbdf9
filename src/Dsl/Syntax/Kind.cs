namespace Dsl.Syntax;

/// <summary>The kinds of tokens. The last ones are mistakes, which the parser reports where it meets them.</summary>
public enum Kind
{
    Word,
    QuotedWord,
    Function,
    Parameter,
    Number,
    Text,
    Block,

    And,
    Or,
    Not,
    As,
    In,
    Between,
    Is,
    If,
    Then,
    Else,

    Assign,
    Comma,
    Range,
    Open,
    Close,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Negate,
    Star,
    Slash,
    Percent,

    Bar,
    NewLine,
    Prose,

    Unknown,
    HugeNumber,
    UnfinishedText,
    UnfinishedWord,
    UnfinishedBlock,
}
