using Dsl.Diagnostics;
using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>Text → script. Each line is read alone, so one bad line is one diagnostic and the rest is still checked.</summary>
sealed class Reader(SourceText source, List<Diagnostic> diagnostics)
{
    readonly List<Item> items = [];

    public Script Read()
    {
        var line = new List<Token<Kind>>();
        Token<Kind>? last = null;
        var comments = new Comments(source);
        foreach (var token in Lexer.Instance.Tokenize(source.Text))
        {
            comments.Look(token.At());
            if (token.Kind is not (Kind.NewLine or Kind.Bar or Kind.Prose)) line.Add(token);
            else Finish(line);
            if (token.Kind == Kind.Prose) AddProse(token);
            if (token.Kind == Kind.Bar && last is { Kind: Kind.Bar } bar) diagnostics.Add(Sentences.EmptyStep(bar.At().To(token.At())));
            last = token;
        }
        Finish(line);
        comments.Look(new Span(source.Text.Length, 0));
        return new Script(comments.BesideThem(items)) { Comments = comments.Found };
    }

    /// <summary>A value alone, as <c>--set</c> gives it; null when the text is not one.</summary>
    public static Value? ReadValue(string text)
    {
        var tokens = Lexer.Instance.Tokenize(text).ToArray();
        if (tokens.Length == 0 || Limits.Broken(tokens) is not null) return null;
        var result = Grammar.Value(new TokenList<Kind>(tokens));
        return result.HasValue && result.Remainder.IsAtEnd ? result.Value : null;
    }

    /// <summary>Prose lines that follow each other are one item.</summary>
    void AddProse(Token<Kind> token)
    {
        var text = token.ToStringValue()[2..];
        if (text.StartsWith(' ')) text = text[1..];
        var adjacent = items.LastOrDefault() is Prose above && source.Slice(Span.FromTo(above.Span.End, token.At().Start)).Trim('\r') == "\n";
        if (adjacent) items[^1] = new Prose(((Prose)items[^1]).Text + "\n" + text, items[^1].Span.To(token.At()));
        else items.Add(new Prose(text, token.At()));
    }

    void Finish(List<Token<Kind>> line)
    {
        if (line.Count == 0) return;
        var tokens = line.ToArray();
        line.Clear();
        var isDeclaration = tokens is [{ Kind: Kind.Word }, _, ..] && tokens[0].ToStringValue() == "param";
        if (Limits.Broken(tokens) is { } tooMuch) diagnostics.Add(Sentences.TooMuch(tooMuch.At()));
        else if (isDeclaration) ReadDeclaration(tokens);
        else ReadStep(tokens);
    }

    void ReadDeclaration(Token<Kind>[] tokens)
    {
        var span = tokens[0].At().To(tokens[^1].At());
        if (tokens is not [_, { Kind: Kind.Word } name, { Kind: Kind.Assign }, ..] || !Words.IsPlain(name.ToStringValue()))
        {
            diagnostics.Add(Sentences.BadDeclaration(span));
            return;
        }
        var result = Grammar.Value(new TokenList<Kind>(tokens[3..]));
        if (result.HasValue && result.Remainder.IsAtEnd)
            items.Add(new Declaration(new Name(name.ToStringValue(), name.At()), result.Value, span));
        else
            diagnostics.Add(Mistake(tokens, result.Remainder));
    }

    void ReadStep(Token<Kind>[] tokens)
    {
        if (tokens[0].Kind != Kind.Word)
        {
            diagnostics.Add(tokens[0].Kind >= Kind.Unknown
                ? Sentences.Unexpected(tokens[0].Kind, tokens[0].At(), tokens[0].ToStringValue(), previous: null)
                : Sentences.NoName(tokens[0].At(), tokens[0].ToStringValue()));
            return;
        }
        var arguments = new List<Argument>();
        var rest = new TokenList<Kind>(tokens[1..]);
        var broken = false;
        while (!rest.IsAtEnd && rest.ConsumeToken().Value.Kind != Kind.As)
        {
            var result = Grammar.Argument(rest);
            if (broken = !result.HasValue)
            {
                diagnostics.Add(Mistake(tokens, result.Remainder));
                break;
            }
            arguments.Add(result.Value);
            rest = result.Remainder;
        }
        if (!broken) broken = !EndsWell(tokens, rest);
        Add(tokens, arguments, broken);
    }

    /// <summary>After the arguments: nothing, or <c>as NAME</c>.</summary>
    bool EndsWell(Token<Kind>[] tokens, TokenList<Kind> rest)
    {
        if (rest.IsAtEnd) return true;
        var name = rest.ConsumeToken().Remainder;
        var after = name.IsAtEnd || !name.ConsumeToken().Value.IsName() ? name : name.ConsumeToken().Remainder;
        if (after.IsAtEnd && !name.IsAtEnd) return true;
        diagnostics.Add(Mistake(tokens, after));
        return false;
    }

    void Add(Token<Kind>[] tokens, List<Argument> arguments, bool broken)
    {
        var span = tokens[0].At().To(tokens[^1].At());
        var named = Array.FindLastIndex(tokens, t => t.Kind == Kind.As) + 1;
        var made = named > 0 && named < tokens.Length && tokens[named].IsName() ? tokens[named] : (Token<Kind>?)null;
        items.Add(new Step(new Name(tokens[0].ToStringValue(), tokens[0].At()), arguments, made is { } t ? new Name(t.Bare(), t.At()) : null, span)
        {
            Text = source.Slice(span),
            Broken = broken,
        });
    }

    /// <summary>What is wrong where the grammar could not go on; the place after the last token is made by hand.</summary>
    static Diagnostic Mistake(Token<Kind>[] tokens, TokenList<Kind> rest)
    {
        if (rest.IsAtEnd) return Sentences.Unfinished(tokens[^1].Kind, new Span(tokens[^1].At().End, 1), tokens[^1].ToStringValue(), IsOpen(tokens), Count(tokens, Kind.If) > Count(tokens, Kind.Else));
        var token = rest.ConsumeToken().Value;
        var previous = Array.FindLast(tokens, t => t.At().Start < token.At().Start);
        return Sentences.Unexpected(token.Kind, token.At(), token.ToStringValue(), previous.Kind);
    }

    static bool IsOpen(Token<Kind>[] tokens) => Count(tokens, Kind.Open) > Count(tokens, Kind.Close);

    static int Count(Token<Kind>[] tokens, Kind kind) => tokens.Count(t => t.Kind == kind);
}
