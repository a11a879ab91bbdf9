using Dsl.Binding;
using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Superpower.Model;

namespace Dsl.Editing;

/// <summary>A script as coloured stretches, in their order. What it says nothing about is plain.</summary>
public static class Highlight
{
    public static IReadOnlyList<Coloured> Of(string text, LanguageOptions options)
    {
        var plan = Language.Check(new SourceText("", text), options with { GoesOn = true });
        var coloured = new List<Coloured>();
        Token<TokenKind>[] tokens = [.. Lexer.Instance.Tokenize(text)];
        var (end, start) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            AddComments(coloured, text, end, tokens[i].At().Start);
            end = tokens[i].At().End;
            if (ClassOf(tokens, start, i, plan, options) is { } found) coloured.Add(new Coloured(tokens[i].At(), found));
            if (tokens[i].Kind.Separates()) start = i + 1;
        }
        AddComments(coloured, text, end, text.Length);
        return coloured;
    }

    static TokenClass? ClassOf(Token<TokenKind>[] tokens, int start, int i, Plan plan, LanguageOptions options) =>
        tokens[i].Kind switch
        {
            TokenKind.Prose => TokenClass.Prose,
            TokenKind.Number => TokenClass.Number,
            TokenKind.Text or TokenKind.UnfinishedText => TokenClass.Text,
            TokenKind.Parameter => TokenClass.Parameter,
            TokenKind.Function => TokenClass.Function,
            TokenKind.Block or TokenKind.UnfinishedBlock => TokenClass.Block,
            TokenKind.Keyword or TokenKind.As => TokenClass.Keyword,
            TokenKind.Word or TokenKind.QuotedWord => ClassOfWord(tokens, start, i, plan, options),
            TokenKind.Unknown or TokenKind.HugeNumber or TokenKind.UnfinishedWord => TokenClass.Mistake,
            _ => null,
        };

    static TokenClass? ClassOfWord(Token<TokenKind>[] tokens, int start, int i, Plan plan, LanguageOptions options)
    {
        var (word, first, known) = (tokens[i].Bare(), tokens[start].ToStringValue(), options.Operators);
        if (i == start) return word == "param" ? TokenClass.Keyword : IsOperator(word, known) ? TokenClass.Operator : null;
        if (i == start + 1 && known.Find($"{first} {word}") is not null) return TokenClass.Operator;
        if (i + 1 < tokens.Length && tokens[i + 1].Kind == TokenKind.Assign)
            return first == "param" ? TokenClass.Parameter : TokenClass.Argument;
        if (tokens[i - 1].Kind == TokenKind.As) return TokenClass.Name;
        var meant = plan.Meaning.SymbolAt(tokens[i].At().Start);
        if ((meant?.Name == word ? meant.Kind : KindIn(plan, options, tokens[start], word)) is { } kind)
            return kind == SymbolKind.Column ? TokenClass.Column : TokenClass.Name;
        var signature = known.Find($"{first} {tokens[start + 1].ToStringValue()}") ?? known.Find(first);
        return signature?.Parameters.Any(p => p.Choices.Contains(word)) == true ? TokenClass.Choice : null;
    }

    /// <summary>What a word would mean in a step that cannot be read yet.</summary>
    static SymbolKind? KindIn(Plan plan, LanguageOptions options, Token<TokenKind> step, string word) =>
        SemanticModel.Kind(word, plan.Steps.LastOrDefault(s => s.Step.Name.Span.Start < step.At().Start)?.After ?? options.Start);

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
