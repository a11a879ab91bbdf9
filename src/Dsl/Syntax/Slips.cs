using Dsl.Diagnostics;
using Runtime;
using Runtime.Expressions;
using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>Steps written as in other languages, understood as what they are. Asked only of a step that cannot be read.</summary>
static class Slips
{
    static readonly string[] Declaring = ["let", "var", "const", "set", "def", "declare", "val"];

    /// <summary>What the step was meant as; null when nobody knows.</summary>
    /// <param name="at">The token that reading stopped at.</param>
    public static Diagnostic? Of(Token<TokenKind>[] step, int at, string source) =>
        Comment(step, source) ?? SlipsOfSigns.Sign(step, source) ?? Called(step, source) ?? Assigned(step, source)
            ?? SlipsOfCalls.Of(step, source) ?? Commas(step, at) ?? SlipsOfSigns.Choice(step, source)
            ?? SlipsOfSigns.List(step, at, source) ?? SlipsOfSigns.Method(step, source) ?? Code(step, source);

    /// <summary>What could be read, and would be something else: <c>describe -- all</c>, <c>np.log(x)</c>.</summary>
    public static Diagnostic? Hidden(Token<TokenKind>[] step, string source)
    {
        if (SlipsOfCalls.Capitals(step) is { } capitals) return capitals;
        for (var i = 0; i + 1 < step.Length; i++)
        {
            var isComment = step[i].Kind == TokenKind.Negate && step[i + 1].Span.EqualsValue("-");
            var isMethod = step[i].Kind == TokenKind.Word && step[i + 1].Kind == TokenKind.Open;
            if ((isComment || isMethod) && Touch(step[i], step[i + 1])) return Of(step, i, source);
        }
        return null;
    }

    /// <summary><c>let x = 5</c>, which reads as a step.</summary>
    public static bool IsDeclaration(Token<TokenKind>[] step) =>
        step is [{ Kind: TokenKind.Word } word, { Kind: TokenKind.Word }, { Kind: TokenKind.Assign }, ..]
        && Array.Exists(Declaring, d => word.Span.EqualsValueIgnoreCase(d));

    public static Diagnostic Declaration(Token<TokenKind>[] step) => Said(step[0].At(),
        $"`{step[0].ToStringValue()}` declares nothing here: a value with a name is a parameter.",
        $"Write `param {step[1].ToStringValue()} = …`.", Fix.Write(step[0].At(), "param"));

    internal static Diagnostic Said(Span span, string text, string hint, params Fix[] fixes) =>
        new Diagnostic(ReadingCodes.OtherLanguage, span, text, hint).With(fixes);

    internal static string Slice(string source, Token<TokenKind> first, Token<TokenKind> last) =>
        source[first.At().Start..last.At().End];

    internal static bool Calculates(Token<TokenKind>[] step) => Catalog.Find(step[0].ToStringValue())?.Calculates == true;

    /// <summary>The token that closes the bracket at <paramref name="open"/>; −1 when none does.</summary>
    internal static int Closing(Token<TokenKind>[] step, int open)
    {
        var depth = 0;
        for (var i = open; i < step.Length; i++)
        {
            depth += step[i].Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            if (depth == 0) return i;
        }
        return -1;
    }

    /// <summary>What the commas between two brackets separate, as it is written.</summary>
    internal static List<string> Items(Token<TokenKind>[] step, int open, int close, string source)
    {
        var (items, first, depth) = (new List<string>(), open + 1, 0);
        for (var i = open + 1; i <= close; i++)
        {
            depth += step[i].Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            if (i != close && !(step[i].Kind == TokenKind.Comma && depth == 0)) continue;
            if (i > first) items.Add(Slice(source, step[first], step[i - 1]));
            first = i + 1;
        }
        return items;
    }

    static Diagnostic? Comment(Token<TokenKind>[] step, string source)
    {
        for (var i = 0; i < step.Length; i++)
        {
            var start = step[i].At().Start;
            var rest = source.AsSpan(start);
            var isMark = rest.StartsWith("//") || rest.StartsWith("--") || rest.StartsWith("/*");
            if (!isMark || i > 0 && !(char.IsWhiteSpace(source[start - 1]) && (rest.Length == 2 || rest[2] is ' '))) continue;
            var mark = rest[..2].ToString();
            var line = rest.IndexOf('\n') is >= 0 and var end ? rest[..end] : rest;
            var close = mark == "/*" ? line.LastIndexOf("*/") : -1;
            Edit[] edits = [new(new Span(start, 2), "#"), .. close > 1 ? [new Edit(new Span(start + close, 2), "")] : Array.Empty<Edit>()];
            var whole = i > 0 && mark == "//" && Calculates(step) && i + 3 == step.Length;
            var divided = whole ? $"floor({step[i - 1].ToStringValue()} / {step[^1].ToStringValue()})" : "";
            return Said(new Span(start, 2), whole ? "There is no sign for a whole division." : "A comment starts with `#`.",
                whole ? $"Write `{divided}`." : $"Write `#` in place of `{mark}`.",
                whole ? Fix.Write(step[i - 1].At().To(step[^1].At()), divided) : new Fix("Write `#`.", edits));
        }
        return null;
    }

    /// <summary><c>gmm(k=3)</c>, <c>pd.read_csv("x.csv")</c>, <c>derive (m = x / 60)</c>.</summary>
    static Diagnostic? Called(Token<TokenKind>[] step, string source)
    {
        if (step is not [{ Kind: TokenKind.Function or TokenKind.Word } first, { Kind: TokenKind.Open }, ..]) return null;
        var close = Closing(step, 1);
        if (close < 0 || close < step.Length - 1 && step[close + 1].Kind != TokenKind.As) return null;
        var written = first.ToStringValue();
        var name = written[(written.LastIndexOf('.') + 1)..];
        var op = Catalog.Find(name) is { } known ? new MeantOperator(name, known) : OtherNames.Called(name, Catalog.Operators);
        if (op?.Lacking is not null) return null;
        var items = Items(step, 1, close, source);
        if (op is null && Figure(first, close, step, source, items) is { } figure) return figure;
        var isCondition = op?.Signature.Parameters.Any(p => p.Positional && p.ValueType == typeof(Expression)) == true;
        var values = string.Join(isCondition ? " and " : " ", op is null ? items : items.Select(i => Renamed(i, op.Signature)));
        var call = op?.Write is { } write && write.Contains("{}") ? write.Replace("{}", values) : $"{op?.Write ?? name} {values}";
        var text = call.TrimEnd() + source[step[close].At().End..step[^1].At().End];
        return Said(first.At().To(step[1].At()), $"`{written}` is {(op is null ? "written like a function" : "a step")}: its arguments "
            + "stand without brackets.", $"Write `{text}`, without brackets.", Fix.Write(step[0].At().To(step[^1].At()), text));
    }

    /// <summary><c>clusters(km)</c>: what is asked of results, as a step.</summary>
    static Diagnostic? Figure(Token<TokenKind> first, int close, Token<TokenKind>[] step, string source, List<string> items)
    {
        if (close < step.Length - 1 || items is not ([_] or [_, _]) || !items.TrueForAll(Words.IsPlain)) return null;
        var call = Slice(source, first, step[close]);
        var (span, said) = (first.At().To(step[close].At()), $"`{call}` is a value, no step.");
        if (FunctionCatalog.Meant(first.ToStringValue()) is not null) return Said(span, said, $"Write `derive NAME={call}`.");
        var text = $"expect {call} > 0";
        return Said(span, said, $"Write `{text}`: where it holds, the value is told.", Fix.Write(span, text));
    }

    /// <summary>An argument by the name that it has here.</summary>
    static string Renamed(string item, Signature op) => item.Split('=', 2) is [var name, var value] && !value.StartsWith('=')
        && OtherNames.Argument(name.Trim(), op) is { Name: null or { Opposite: false } } meant
        ? $"{meant.Parameter.Name}={value.Trim()}" : item;

    /// <summary><c>df = load x.csv</c>, <c>minutes = x / 60</c>, also with <c>&lt;-</c> and <c>:=</c>.</summary>
    static Diagnostic? Assigned(Token<TokenKind>[] step, string source)
    {
        var isParameter = step[0].Kind == TokenKind.Parameter;
        if (!isParameter && !step[0].IsName() || step.Length < 3) return null;
        var rest = source.AsSpan(step[1].At().Start);
        var first = rest.StartsWith("<-") || rest.StartsWith(":=") ? 3 : step[1].Kind == TokenKind.Assign ? 2 : 0;
        // `<-5` is one token less: the minus belongs to the number.
        if (first == 3 && step[2].At().End != step[1].At().Start + 2) first = 2;
        if (first == 0 || first >= step.Length) return null;
        var (name, value) = (step[0].ToStringValue().TrimStart('$'), Slice(source, step[first], step[^1]));
        var whole = step[0].At().To(step[^1].At());
        if (IsStep(step, first))
            return Said(step[0].At(), "A step has no variable: it changes the study, and `as NAME` at its end names what it makes.",
                $"Write `{value}`.", Fix.Write(whole, value));
        var isConstant = isParameter || first == step.Length - 1 && step[first].Kind is TokenKind.Number or TokenKind.Text;
        var text = $"{(isConstant ? "param" : "derive")} {name} = {value}";
        return Said(step[0].At(), isConstant ? "A value with a name is a parameter." : "`derive` computes columns.", $"Write `{text}`.",
            Fix.Write(whole, text));
    }

    static bool IsStep(Token<TokenKind>[] step, int first)
    {
        var written = step[first].ToStringValue();
        var name = written[(written.LastIndexOf('.') + 1)..];
        if (step[first].Kind == TokenKind.Function && FunctionCatalog.Meant(name) is not null) return false;
        var isLast = first + 1 == step.Length;
        if (Catalog.Find(name) is not null) return isLast || step[first + 1].Kind.StartsValue();
        return !isLast && step[first + 1].Kind.StartsValue() && OtherNames.Called(name, Catalog.Operators) is not null;
    }

    /// <summary><c>derive a = 1, b = 2</c>.</summary>
    static Diagnostic? Commas(Token<TokenKind>[] step, int at)
    {
        if (at < 2 || at >= step.Length || step[at].Kind != TokenKind.Assign) return null;
        int[] commas = [.. Enumerable.Range(0, step.Length - 2)
            .Where(i => step[i].Kind == TokenKind.Comma && step[i + 1].IsName() && step[i + 2].Kind == TokenKind.Assign)];
        if (!commas.Contains(at - 2)) return null;
        return Said(step[at - 2].At(), "Arguments are separated by blanks; a comma goes on with the values of one.", "Leave out the comma.",
            new Fix("Leave out the comma.", [.. commas.Select(i => new Edit(step[i].At(), Touch(step[i], step[i + 1]) ? " " : ""))]));
    }

    static bool Touch(Token<TokenKind> first, Token<TokenKind> second) => first.At().End == second.At().Start;

    static Diagnostic? Code(Token<TokenKind>[] step, string source)
    {
        if (step[0].ToStringValue() != "csharp" || step.Length < 2 || step.Any(t => t.Kind is TokenKind.Block or TokenKind.UnfinishedBlock))
            return null;
        var code = step[1].At().To(step[^1].At());
        return Said(code, "A block of code stands between three back-ticks.", "Put three back-ticks before it and three after it.",
            Fix.Write(code, $"```{source.Substring(code.Start, code.Length)}```") with { Title = "Put it between three back-ticks." });
    }
}
