using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>The tokens of a line while they are gathered. A list of the library would be compiled for them at each start.</summary>
sealed class TokenLine
{
    Token<TokenKind>[] tokens = new Token<TokenKind>[16];
    int count;

    public void Add(Token<TokenKind> token)
    {
        if (count == tokens.Length) tokens = Copied(2 * count);
        tokens[count++] = token;
    }

    /// <summary>Those since the last time.</summary>
    public Token<TokenKind>[] TakeAll()
    {
        var taken = Copied(count);
        count = 0;
        return taken;
    }

    Token<TokenKind>[] Copied(int length)
    {
        var copy = new Token<TokenKind>[length];
        Array.Copy(tokens, copy, count);
        return copy;
    }
}
