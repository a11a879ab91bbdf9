using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Superpower.Model;

namespace Dsl.Editing;

/// <summary>A script as coloured stretches, in their order. What it says nothing about is plain.</summary>
public static class Highlight
{
    /// <param name="shape">What is known before the first step; names that the text itself makes are plain words.</param>
    /// <param name="known">The operators there are.</param>
    public static IReadOnlyList<Coloured> Of(string text, Shape shape, NamedList<Signature> known)
    {
        var coloured = new List<Coloured>();
        Token<TokenKind>[] tokens = [.. Lexer.Instance.Tokenize(text)];
        var (end, start) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            AddComments(coloured, text, end, tokens[i].At().Start);
            end = tokens[i].At().End;
            if (ClassOf(tokens, start, i, shape, known) is { } found) coloured.Add(new Coloured(tokens[i].At(), found));
            if (tokens[i].Kind.Separates()) start = i + 1;
        }
        AddComments(coloured, text, end, text.Length);
        return coloured;
    }

    static TokenClass? ClassOf(Token<TokenKind>[] tokens, int start, int i, Shape shape, NamedList<Signature> known) =>
        tokens[i].Kind switch
        {
            TokenKind.Prose => TokenClass.Prose,
            TokenKind.Number => TokenClass.Number,
            TokenKind.Text or TokenKind.UnfinishedText => TokenClass.Text,
            TokenKind.Parameter => TokenClass.Parameter,
            TokenKind.Function => TokenClass.Function,
            TokenKind.Block or TokenKind.UnfinishedBlock => TokenClass.Block,
            TokenKind.Keyword or TokenKind.As => TokenClass.Keyword,
            TokenKind.Word or TokenKind.QuotedWord => ClassOfWord(tokens, start, i, shape, known),
            TokenKind.Unknown or TokenKind.HugeNumber or TokenKind.UnfinishedWord => TokenClass.Mistake,
            _ => null,
        };

    static TokenClass? ClassOfWord(Token<TokenKind>[] tokens, int start, int i, Shape shape, NamedList<Signature> known)
    {
        var (word, first) = (tokens[i].Bare(), tokens[start].ToStringValue());
        if (i == start) return word == "param" ? TokenClass.Keyword : IsOperator(word, known) ? TokenClass.Operator : null;
        if (i == start + 1 && known.Find($"{first} {word}") is not null) return TokenClass.Operator;
        if (i + 1 < tokens.Length && tokens[i + 1].Kind == TokenKind.Assign)
            return first == "param" ? TokenClass.Parameter : TokenClass.Argument;
        if (tokens[i - 1].Kind == TokenKind.As) return TokenClass.Name;
        if (shape.Columns?.Find(word) is { } column) return column.Type == ColumnType.Label ? TokenClass.Name : TokenClass.Column;
        if (shape.Names.Contains(word)) return TokenClass.Name;
        var signature = known.Find($"{first} {tokens[start + 1].ToStringValue()}") ?? known.Find(first);
        return signature?.Parameters.Any(p => p.Choices.Contains(word)) == true ? TokenClass.Choice : null;
    }

    static bool IsOperator(string word, NamedList<Signature> known) =>
        known.Any(o => o.Name == word || o.Name.StartsWith(word + " ", StringComparison.Ordinal));

    /// <summary>Comments are no tokens: they stand between them, and so do blanks.</summary>
    static void AddComments(List<Coloured> coloured, string text, int from, int to)
    {
        while (from < to && text.IndexOf('#', from, to - from) is >= 0 and var start)
        {
            var length = text.AsSpan(start, to - start).IndexOfAny('\r', '\n');
            from = length < 0 ? to : start + length;
            coloured.Add(new Coloured(Span.FromTo(start, from), TokenClass.Comment));
        }
    }
}
