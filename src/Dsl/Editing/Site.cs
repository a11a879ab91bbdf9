using Dsl.Syntax;
using Runtime;
using Superpower.Model;

namespace Dsl.Editing;

/// <summary>Where in a step the caret stands: which operator, which argument, after which words.</summary>
sealed class Site
{
    readonly Token<Kind>[] step;
    readonly NamedList<Signature> known;

    Site(Token<Kind>[] step, NamedList<Signature> known, Token<Kind>? touched, int stepStart, int caret)
    {
        (this.step, this.known) = (step, known);
        StepStart = stepStart;
        (PrefixStart, Prefix) = touched is { } word ? (word.At().Start, word.ToStringValue().TrimStart('`')) : (caret, "");
    }

    public int StepStart { get; }

    public int PrefixStart { get; }

    /// <summary>What of the word is written already, without a back-tick.</summary>
    public string Prefix { get; }

    /// <summary>In a comment, a text or a block nothing of the language stands.</summary>
    public bool Closed { get; private init; }

    /// <summary>Where the block begins whose end has not come yet.</summary>
    public int? Fence { get; private init; }

    public static Site At(string before, NamedList<Signature> known)
    {
        Token<Kind>[] tokens = [.. Lexer.Instance.Tokenize(before)];
        var line = before[(before.LastIndexOf('\n') + 1)..];
        var newStep = line.Length == 0 && before.Length > 0;
        var start = newStep ? tokens.Length : Array.FindLastIndex(tokens, t => t.Kind is Kind.NewLine or Kind.Bar or Kind.Prose) + 1;
        var touches = tokens.Length > start && tokens[^1].At().End == before.Length && IsWord(tokens[^1]);
        var step = touches ? tokens[start..^1] : tokens[start..];
        var stepStart = start < tokens.Length ? tokens[start].At().Start : before.Length;
        return new Site(step, known, touches ? tokens[^1] : null, stepStart, before.Length)
        {
            Closed = IsClosed(tokens, before),
            Fence = tokens is [.., { Kind: Kind.UnfinishedBlock } block] ? block.At().Start : null,
        };
    }

    static bool IsWord(Token<Kind> token) =>
        token.Kind is Kind.Word or Kind.UnfinishedWord or Kind.Parameter or Kind.Number or Kind.Function or Kind.And or Kind.Or or Kind.Not or Kind.As
        || token.Kind == Kind.Unknown && token.ToStringValue() == "$";

    static bool IsClosed(Token<Kind>[] tokens, string before)
    {
        var end = tokens.Length == 0 ? 0 : tokens[^1].At().End;
        var comment = before[end..].LastIndexOf('#');
        return comment >= 0 && !before[end..][comment..].Contains('\n')
            || tokens is [.., { Kind: Kind.UnfinishedText or Kind.UnfinishedBlock }] || tokens is [.., { Kind: Kind.Prose }] && end == before.Length;
    }

    /// <summary>No word of the step stands before the caret.</summary>
    public bool AtStart => step.Length == 0;

    /// <summary>The only word so far, which may be the first of an operator of two.</summary>
    public string? OnlyWord => step is [{ Kind: Kind.Word } only] ? only.ToStringValue() : null;

    public bool IsDeclaration => !AtStart && step[0].ToStringValue() == "param";

    public bool AfterAs => step is [.., { Kind: Kind.As }];

    public bool AfterAssign => step is [.., { Kind: Kind.Assign }];

    /// <summary>The last token lets the value go on: a comma, an operator, an open bracket.</summary>
    public bool InValue => step is [.., { Kind: Kind.Comma or Kind.Open or Kind.And or Kind.Or or Kind.Not or (>= Kind.Equal and <= Kind.Percent) }];

    public bool InBracket => step.Count(t => t.Kind == Kind.Open) > step.Count(t => t.Kind == Kind.Close);

    public Signature? Signature => AtStart ? null
        : (step.Length > 1 ? known.Find($"{step[0].ToStringValue()} {step[1].ToStringValue()}") : null) ?? known.Find(step[0].ToStringValue());

    /// <summary>The names of the arguments that are given, the one at the caret included.</summary>
    public IEnumerable<string> Given => step.Where((t, i) => i + 1 < step.Length && step[i + 1].Kind == Kind.Assign).Select(t => t.Bare());

    /// <summary>The words that stand before the caret in any argument.</summary>
    public IEnumerable<string> Used => step.Where(t => t.IsName()).Select(t => t.Bare());

    /// <summary>The named argument whose value the caret stands in.</summary>
    public string? Argument
    {
        get
        {
            if (!AfterAssign && !InValue) return null;
            var at = step.Length - 1;
            while (at > 1 && step[at].Kind != Kind.Assign && (InChain(at) || InChain(at - 1))) at--;
            return step[at].Kind == Kind.Assign && at > 0 && step[at - 1].IsName() ? step[at - 1].Bare() : null;
        }
    }

    bool InChain(int at) => step[at].Kind is Kind.Comma or Kind.Range or Kind.Assign or Kind.Open or (>= Kind.Equal and <= Kind.Percent);

    /// <summary>How many values stand there by position, lists counted once.</summary>
    public int Positions(Signature signature)
    {
        var count = 0;
        for (var i = signature.Name.Contains(' ') ? 2 : 1; i < step.Length; i++)
            if (!InChain(i) && !InChain(i - 1) && step[i].Kind is not (Kind.Close or Kind.And or Kind.Or or Kind.Not) && !IsNamed(i)) count++;
        return count;
    }

    bool IsNamed(int i) => i + 1 < step.Length && step[i + 1].Kind == Kind.Assign;
}
