using Dsl.Syntax;

namespace Dsl.Editing;

/// <summary>Whether a text that is being typed ends, or must go on in another line.</summary>
public static class Continuation
{
    /// <summary>The text ends inside a block, where line ends and indentation are its own.</summary>
    public static bool InBlock(string text) => Lexer.Instance.Tokenize(text).LastOrDefault().Kind == TokenKind.UnfinishedBlock;

    /// <summary>A block or a bracket is open, or the last sign asks for something after it.</summary>
    public static bool IsExpected(string text)
    {
        var open = 0;
        TokenKind? last = null;
        foreach (var token in Lexer.Instance.Tokenize(text))
        {
            if (token.Kind is TokenKind.NewLine) open = 0;
            open += token.Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            last = token.Kind;
        }
        return open > 0 || last?.AsksForMore() == true;
    }
}
