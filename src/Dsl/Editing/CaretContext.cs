using Dsl.Syntax;
using Runtime;
using Superpower.Model;

namespace Dsl.Editing;

/// <summary>Where in a step the caret stands: which operator, which argument, after which words.</summary>
sealed class CaretContext
{
    readonly Token<TokenKind>[] step;
    readonly NamedList<Signature> known;

    CaretContext(Token<TokenKind>[] step, NamedList<Signature> known, Token<TokenKind>? touched, int stepStart, int caret)
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

    public static CaretContext At(string before, NamedList<Signature> known)
    {
        Token<TokenKind>[] tokens = [.. Lexer.Instance.Tokenize(before)];
        var line = before[(before.LastIndexOf('\n') + 1)..];
        var newStep = line.Length == 0 && before.Length > 0;
        var start = newStep ? tokens.Length : Array.FindLastIndex(tokens, t => t.Kind.Separates()) + 1;
        var touches = tokens.Length > start && tokens[^1].At().End == before.Length && IsWord(tokens[^1]);
        var step = touches ? tokens[start..^1] : tokens[start..];
        var stepStart = start < tokens.Length ? tokens[start].At().Start : before.Length;
        return new CaretContext(step, known, touches ? tokens[^1] : null, stepStart, before.Length)
        {
            Closed = IsClosed(tokens, before),
            Fence = tokens is [.., { Kind: TokenKind.UnfinishedBlock } block] ? block.At().Start : null,
        };
    }

    /// <summary>
    /// The same where what is written ends in a path or an open text: all that stands together there, whatever the tokens in it.
    /// </summary>
    public static CaretContext? AtRun(string before, NamedList<Signature> known)
    {
        Token<TokenKind>[] tokens = [.. Lexer.Instance.Tokenize(before)];
        var quoted = tokens is [.., { Kind: TokenKind.UnfinishedText } open] && open.At().End == before.Length;
        var start = quoted ? tokens[^1].At().Start : before.Length;
        while (!quoted && start > 0 && !char.IsWhiteSpace(before[start - 1]) && !"=,|(\"`".Contains(before[start - 1])) start--;
        var around = At(before[..start], known);
        return around.Closed || start == before.Length ? null
            : new CaretContext(around, start, before[start..].TrimStart('"')) { InQuotes = quoted };
    }

    CaretContext(CaretContext around, int start, string run)
    {
        (step, known, StepStart) = (around.step, around.known, around.StepStart);
        (PrefixStart, Prefix) = (start, run);
    }

    /// <summary>The caret stands in a text that is not closed.</summary>
    public bool InQuotes { get; private init; }

    /// <summary>A path stands at the caret, or a value of a column.</summary>
    public bool TakesRun =>
        Current?.ValueType == typeof(InputFile) || InQuotes && (Compared is not null || Current is { AmongValues: true });

    static bool IsWord(Token<TokenKind> token) =>
        token.Kind is TokenKind.Word or TokenKind.UnfinishedWord or TokenKind.Parameter or TokenKind.Number or TokenKind.Function
            or TokenKind.Keyword or TokenKind.As
        || token.Kind == TokenKind.Unknown && token.ToStringValue() == "$";

    static bool IsClosed(Token<TokenKind>[] tokens, string before)
    {
        var end = tokens.Length == 0 ? 0 : tokens[^1].At().End;
        var comment = before[end..].LastIndexOf('#');
        return comment >= 0 && !before[end..][comment..].Contains('\n')
            || tokens is [.., { Kind: TokenKind.UnfinishedText or TokenKind.UnfinishedBlock }]
            || tokens is [.., { Kind: TokenKind.Prose }] && end == before.Length;
    }

    /// <summary>No word of the step stands before the caret.</summary>
    public bool AtStart => step.Length == 0;

    /// <summary>The only word so far, which may be the first of an operator of two.</summary>
    public string? OnlyWord => step is [{ Kind: TokenKind.Word } only] ? only.ToStringValue() : null;

    public bool IsDeclaration => !AtStart && step[0].ToStringValue() == "param";

    public bool AfterAs => step is [.., { Kind: TokenKind.As }];

    public bool AfterAssign => step is [.., { Kind: TokenKind.Assign }];

    /// <summary>After `is` or `is not`, what may be asked of a value.</summary>
    public bool AfterIs => step is [.., var last] && last.Is("is") || step is [.., var before, var not] && before.Is("is") && not.Is("not");

    /// <summary>The last token lets the value go on: a comma, an operator, an open bracket.</summary>
    public bool InValue => step.Length > 0 && (step[^1].Kind.Joins() || step[^1].Kind is TokenKind.Comma or TokenKind.Open);

    /// <summary>
    /// What the innermost open bracket belongs to: the name of a function, nothing when it only groups; null when none is open.
    /// </summary>
    public string? Call
    {
        get
        {
            var open = new Stack<string>();
            for (var i = 0; i < step.Length; i++)
            {
                var isCall = i > 0 && step[i - 1].Kind == TokenKind.Function;
                if (step[i].Kind == TokenKind.Open) open.Push(isCall ? step[i - 1].ToStringValue() : "");
                if (step[i].Kind == TokenKind.Close) open.TryPop(out _);
            }
            return open.TryPeek(out var innermost) ? innermost : null;
        }
    }

    public Signature? Signature => AtStart ? null
        : (step.Length > 1 ? known.Find($"{step[0].ToStringValue()} {step[1].ToStringValue()}") : null)
            ?? known.Find(step[0].ToStringValue());

    /// <summary>The names of the arguments that are given, the one at the caret included.</summary>
    public IEnumerable<string> Given =>
        step.Where((t, i) => i + 1 < step.Length && step[i + 1].Kind == TokenKind.Assign).Select(t => t.Bare());

    /// <summary>The words that stand before the caret in any argument.</summary>
    public IEnumerable<string> Used => step.Where(t => t.IsName()).Select(t => t.Bare());

    /// <summary>The named argument whose value the caret stands in.</summary>
    public string? Argument
    {
        get
        {
            if (!AfterAssign && !InValue) return null;
            var assign = Array.FindLastIndex(step, t => t.Kind == TokenKind.Assign);
            var isOne = assign > 0 && step[assign - 1].IsName() && !Enumerable.Range(assign + 1, step.Length - assign - 1).Any(StartsValue);
            return isOne ? step[assign - 1].Bare() : null;
        }
    }

    /// <summary>The argument whose value stands, or may stand by position, at the caret.</summary>
    public ParameterSignature? Current
    {
        get
        {
            if (Signature is not { } signature) return null;
            if (Argument is { } named) return signature.Find(named) ?? signature.Parameters.FirstOrDefault(p => p.FreeNames);
            if (AfterAssign) return null;
            ParameterSignature[] positional = [.. signature.Parameters.Where(p => p.Positional && !Given.Contains(p.Name))];
            if (positional.Length == 0) return null;
            var at = Positions(signature) - (InValue ? 1 : 0);
            if (positional[^1].IsList || InValue) at = Math.Clamp(at, 0, positional.Length - 1);
            return at < positional.Length ? positional[at] : null;
        }
    }

    /// <summary>The name whose value is compared with what stands at the caret: <c>species ==</c>, <c>species in ("a",</c>.</summary>
    public string? Compared
    {
        get
        {
            var at = step.Length - 1;
            if (at > 0 && step[at].Kind == TokenKind.Operator) return step[at].ToStringValue() is "==" or "!=" ? NameAt(at - 1) : null;
            while (at > 0 && step[at].Kind is TokenKind.Comma or TokenKind.Text) at--;
            if (at < 2 || step[at].Kind != TokenKind.Open || !step[at - 1].Is("in")) return null;
            return NameAt(step[at - 2].Is("not") ? at - 3 : at - 2);
        }
    }

    string? NameAt(int at) => at > 0 && step[at].IsName() ? step[at].Bare() : null;

    /// <summary>A value of an expression has ended: what it is compared or joined with follows.</summary>
    public bool AfterOperand => Signature?.Calculates == true && step.Length > 1 && !InValue && !AfterAssign && step[^1].Kind.EndsValue();

    /// <summary>How many values stand there by position, lists counted once.</summary>
    public int Positions(Signature signature)
    {
        var first = signature.Name.Contains(' ') ? 2 : 1;
        return Enumerable.Range(first, Math.Max(0, step.Length - first)).Count(i => (i == first || StartsValue(i)) && !IsNamed(i));
    }

    /// <summary>A value ends before the token and another starts with it.</summary>
    bool StartsValue(int i) => step[i - 1].Kind.EndsValue() && (step[i].Kind.StartsValue() || step[i].Is("if"));

    bool IsNamed(int i) => i + 1 < step.Length && step[i + 1].Kind == TokenKind.Assign;
}
