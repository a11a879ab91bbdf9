using System.Text;
using Dsl.Diagnostics;
using Runtime.Expressions;
using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>Text → script. Each line is read alone, so one bad line is one diagnostic and the rest is still checked.</summary>
/// <param name="trials">How many slips of a step may be put right to see what was meant.</param>
sealed class Reader(SourceText source, List<Diagnostic> diagnostics, int trials = 3)
{
    readonly List<Item> items = [];

    /// <summary>The text of the prose that is being read, and which item that is.</summary>
    readonly StringBuilder prose = new();
    int proseAt = -1;

    public Script Read()
    {
        if (source.Text.Length > Limits.Characters) return TooMuch(ReadingSentences.TooLong(source.Text.Length));
        var line = new TokenLine();
        Token<TokenKind>? last = null;
        var comments = new Comments(source);
        foreach (var token in Lexer.Instance.Tokenize(source.Text))
        {
            comments.Look(token.At());
            if (!token.Kind.Separates()) line.Add(token);
            else Finish(line);
            if (items.Count + diagnostics.Count > Limits.Steps) return TooMuch(ReadingSentences.TooManySteps(token.At()));
            if (token.Kind == TokenKind.Prose) AddProse(token);
            if (token.Kind == TokenKind.Bar && last is { Kind: TokenKind.Bar } bar)
                diagnostics.Add(ReadingSentences.EmptyStep(bar.At().To(token.At()), items.LastOrDefault() as Step));
            last = token;
        }
        Finish(line);
        EndProse();
        comments.Look(new Span(source.Text.Length, 0));
        return new Script(comments.BesideThem(items)) { Comments = comments.Found };
    }

    /// <summary>A value alone, as <c>--set</c> gives it; null when the text is not one.</summary>
    public static Expression? ReadValue(string text)
    {
        var tokens = Lexer.Instance.Tokenize(text).ToArray();
        if (tokens.Length == 0 || Limits.Broken(tokens) is not null) return null;
        var result = Grammar.Value(new TokenList<TokenKind>(tokens));
        return result.HasValue && result.Remainder.IsAtEnd ? result.Value : null;
    }

    Script TooMuch(Diagnostic said)
    {
        diagnostics.Add(said);
        return new Script([]);
    }

    /// <summary>Prose lines that follow each other are one item.</summary>
    void AddProse(Token<TokenKind> token)
    {
        var text = token.ToStringValue()[2..];
        if (text.StartsWith(' ')) text = text[1..];
        var adjacent = items.LastOrDefault() is Prose above
            && source.Slice(Span.FromTo(above.Span.End, token.At().Start)).Trim('\r') == "\n";
        if (adjacent) items[^1] = new Prose("", items[^1].Span.To(token.At()));
        else
        {
            EndProse();
            items.Add(new Prose("", token.At()));
            proseAt = items.Count - 1;
        }
        prose.Append(adjacent ? "\n" : "").Append(text);
    }

    void EndProse()
    {
        if (proseAt >= 0) items[proseAt] = ((Prose)items[proseAt]) with { Text = prose.ToString() };
        prose.Clear();
    }

    void Finish(TokenLine line)
    {
        var tokens = line.TakeAll();
        if (tokens.Length == 0) return;
        var isDeclaration = tokens is [{ Kind: TokenKind.Word }, _, ..] && tokens[0].ToStringValue() == "param";
        if (Limits.Broken(tokens) is { } tooMuch) diagnostics.Add(ReadingSentences.TooMuch(tooMuch.At()));
        else if (isDeclaration) ReadDeclaration(tokens);
        else if (Slips.IsDeclaration(tokens)) Refuse(tokens, Slips.Declaration(tokens), []);
        else ReadStep(tokens);
    }

    void ReadDeclaration(Token<TokenKind>[] tokens)
    {
        var span = tokens[0].At().To(tokens[^1].At());
        if (tokens is not [_, { Kind: TokenKind.Word } name, { Kind: TokenKind.Assign }, ..] || !Words.IsPlain(name.ToStringValue()))
        {
            diagnostics.Add(ReadingSentences.BadDeclaration(span, tokens));
            return;
        }
        var result = Grammar.Value(tokens.From(3));
        if (result.HasValue && result.Remainder.IsAtEnd)
            items.Add(new Declaration(new Name(name.ToStringValue(), name.At()), result.Value, span));
        else
            diagnostics.Add(Mistake(tokens, result.Remainder));
    }

    void ReadStep(Token<TokenKind>[] tokens)
    {
        if ((Slips.Hidden(tokens, source.Text) ?? NoName(tokens)) is { } said) Refuse(tokens, said, null);
        else ReadArguments(tokens);
    }

    /// <summary>What is said of a step that starts with no name.</summary>
    Diagnostic? NoName(Token<TokenKind>[] tokens) =>
        tokens[0].Kind == TokenKind.Word && tokens[0].ToStringValue()[0] != '/' ? null
        : Slips.Of(tokens, 0, source.Text) ?? (tokens[0].Kind.IsMistake()
            ? ReadingSentences.Unexpected(tokens[0], null, source.Text)
            : ReadingSentences.NoName(tokens[0].At(), tokens[0].ToStringValue()));

    void ReadArguments(Token<TokenKind>[] tokens)
    {
        var arguments = new List<Argument>();
        var rest = tokens.From(1);
        var result = TokenListParserResult.Empty<TokenKind, Argument>(rest);
        while (!rest.IsAtEnd && rest.ConsumeToken().Value.Kind != TokenKind.As && (result = Grammar.Argument(rest)).HasValue)
        {
            // The tokens of the rest are those after the first.
            arguments.Add(result.Value with { Span = tokens[rest.Position + 1].At().To(tokens[result.Remainder.Position].At()) });
            rest = result.Remainder;
        }
        var stopped = !rest.IsAtEnd && rest.ConsumeToken().Value.Kind != TokenKind.As;
        if (stopped) Refuse(tokens, Mistake(tokens, result.Remainder), arguments);
        else if (AfterEnd(rest) is { } extra) Refuse(tokens, Mistake(tokens, extra), arguments);
        else Add(tokens, arguments, false);
    }

    /// <summary>After the arguments stands nothing, or <c>as NAME</c>; where it does not, the rest.</summary>
    static TokenList<TokenKind>? AfterEnd(TokenList<TokenKind> rest)
    {
        if (rest.IsAtEnd) return null;
        var name = rest.ConsumeToken().Remainder;
        var after = name.IsAtEnd || !name.ConsumeToken().Value.IsName() ? name : name.ConsumeToken().Remainder;
        return after.IsAtEnd && !name.IsAtEnd ? null : after;
    }

    /// <summary>
    /// Says what is wrong, and goes on with what the step would be if it were put right: the steps below are to be judged by that.
    /// </summary>
    /// <param name="arguments">What could be read before the mistake; null when not even a name could.</param>
    void Refuse(Token<TokenKind>[] tokens, Diagnostic said, List<Argument>? arguments)
    {
        diagnostics.Add(said);
        var span = tokens[0].At().To(tokens[^1].At());
        if (Meant(said, span) is { } meant) items.AddRange(meant);
        else if (arguments is not null) Add(tokens, arguments, broken: true);
    }

    IEnumerable<Item>? Meant(Diagnostic said, Span span)
    {
        if (trials == 0 || said.Fixes is not [var fix, ..] || !fix.Edits.All(e => span.Start <= e.Span.Start && e.Span.End <= span.End))
            return null;
        var text = fix.In(source.Text);
        var found = new List<Diagnostic>();
        var end = text.Length - (source.Text.Length - span.End);
        var read = new Reader(source with { Text = text[span.Start..end] }, found, trials - 1).Read();
        return read.Items.Count == 0 || read.Items.Any(i => i is Prose) ? null
            : read.Items.Select(i => i.PlacedAt(span, source.Slice(span)));
    }

    void Add(Token<TokenKind>[] tokens, List<Argument> arguments, bool broken)
    {
        var span = tokens[0].At().To(tokens[^1].At());
        var named = tokens.LastOf(TokenKind.As) + 1;
        var made = named > 0 && named < tokens.Length && tokens[named].IsName() ? tokens[named] : (Token<TokenKind>?)null;
        var given = made is { } t ? new Name(t.Bare(), t.At()) : null;
        items.Add(new Step(new Name(tokens[0].ToStringValue(), tokens[0].At()), arguments, given, span)
        {
            Text = source.Slice(span),
            Broken = broken,
            MayMake = broken ? [.. tokens.Where((t, i) => t.IsName() && i + 1 < tokens.Length && tokens[i + 1].Kind == TokenKind.Assign)
                .Select(t => t.Bare())] : [],
        });
    }

    /// <summary>What is wrong where the grammar could not go on; the place after the last token is made by hand.</summary>
    Diagnostic Mistake(Token<TokenKind>[] tokens, TokenList<TokenKind> rest)
    {
        var end = tokens[^1].At().End;
        var isChoice = tokens.Count(t => t.Is("if")) > tokens.Count(t => t.Is("else"));
        if (rest.IsAtEnd && Slips.Of(tokens, tokens.Length, source.Text) is { } meant) return meant;
        if (rest.IsAtEnd) return ReadingSentences.Unfinished(tokens[^1], new Span(end, 1), IsOpen(tokens), isChoice, source.Text);
        var token = rest.ConsumeToken().Value;
        if (Slips.Of(tokens, Array.FindIndex(tokens, t => t.At() == token.At()), source.Text) is { } slip) return slip;
        var previous = Array.FindLastIndex(tokens, t => t.At().Start < token.At().Start);
        return ReadingSentences.Unexpected(token, previous < 0 ? null : tokens[previous], source.Text);
    }

    static bool IsOpen(Token<TokenKind>[] tokens) => Count(tokens, TokenKind.Open) > Count(tokens, TokenKind.Close);

    static int Count(Token<TokenKind>[] tokens, TokenKind kind) => tokens.Count(t => t.Kind == kind);
}
