using Runtime.Expressions;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Parser = Superpower.TokenListParser<Dsl.Syntax.TokenKind, Runtime.Expressions.Expression>;
using Parts = System.Func<Runtime.Expressions.Expression, Runtime.Expressions.Expression>;
using Test = Superpower.TokenListParser<Dsl.Syntax.TokenKind, System.Func<Runtime.Expressions.Expression, Runtime.Expressions.Expression>>;

namespace Dsl.Syntax;

/// <summary>
/// Tokens → values and arguments, bottom-up. Knows no operator of steps, and of the signs of expressions what Runtime's table says.
/// </summary>
static class Grammar
{
    static readonly Parser Number = Token.EqualTo(TokenKind.Number)
        .Select(t => At(new NumberLiteral(Words.ToNumber(t.ToStringValue())), t));

    static readonly Parser Text = Token.EqualTo(TokenKind.Text).Select(t => At(new TextLiteral(Quotes.Unescaped(t.ToStringValue())), t));

    static readonly Parser Name = Token.EqualTo(TokenKind.Word).Or(Token.EqualTo(TokenKind.QuotedWord))
        .Select(t => At(t is { Kind: TokenKind.Word } && t.ToStringValue() is "true" or "false"
            ? (Runtime.Expressions.Expression)new TruthLiteral(t.ToStringValue() == "true") : new NameExpression(t.Bare()), t));

    static readonly Parser Parameter = Token.EqualTo(TokenKind.Parameter).Select(t => At(new ParameterForm(t.ToStringValue()[1..]), t));

    static readonly Parser Block = Token.EqualTo(TokenKind.Block)
        .Select(t => At(new BlockForm(t.ToStringValue()[3..^3], t.Position.Line), t));

    static readonly Parser Group =
        from open in Token.EqualTo(TokenKind.Open)
        from value in Parse.Ref(() => Any!)
        from close in Token.EqualTo(TokenKind.Close)
        select value is NameExpression ? At(value, open, close.At()) : value;

    static readonly Parser Call =
        from function in Token.EqualTo(TokenKind.Function)
        from open in Token.EqualTo(TokenKind.Open)
        from arguments in Parse.Ref(() => Any!).ManyDelimitedBy(Token.EqualTo(TokenKind.Comma))
        from close in Token.EqualTo(TokenKind.Close)
        select At(new CallExpression(function.ToStringValue(), [.. arguments]), function, close.At());

    static readonly Parser Single = Number.Or(Text).Or(Name).Or(Parameter).Or(Block).Or(Call).Or(Group);

    /// <summary>Signs that are computed from the right take one with a minus there: <c>a ^ -b</c>.</summary>
    static readonly Parser Tight =
        from left in Single
        from more in (from operation in Sign(o => o.FromTheRight)
                      from right in Parse.Ref(() => Signed!)
                      select (Parts)(l => Joined(operation, l, right))).OptionalOrDefault()
        select more is null ? left : more(left);

    static readonly Parser Signed = input =>
    {
        var minus = input.ConsumeToken();
        if (!minus.HasValue || minus.Value is not { Kind: TokenKind.Negate or TokenKind.Operator } sign
            || !sign.Span.EqualsValue("-")) return Tight(input);
        var isNumber = minus.Remainder.ConsumeToken() is { HasValue: true, Value.Kind: TokenKind.Number };
        return Parse.Ref(() => Signed!).Select(operand => Negated(sign, operand, isNumber))(minus.Remainder);
    };

    static readonly Parser Sum = Chain(Signed, Levels.Product, Levels.Sum);

    static readonly Test Compared =
        from operation in Sign(o => o.Level == Levels.Comparison)
        from right in Sum
        select (Parts)(left => Joined(operation, left, right));

    static readonly Test In =
        from keyword in Keyword("in")
        from items in Parameter.Select(p => (Items: (Expression[])[p], p.Span().End)).Or(
            from open in Token.EqualTo(TokenKind.Open)
            from items in Parse.Ref(() => Any!).AtLeastOnceDelimitedBy(Token.EqualTo(TokenKind.Comma))
            from close in Token.EqualTo(TokenKind.Close)
            select (Items: items, close.At().End))
        select (Parts)(operand => Until(operand, items.End, new InExpression(operand, [.. items.Items])));

    static readonly Test Between =
        from keyword in Keyword("between")
        from low in Sum
        from and in Keyword("and")
        from high in Sum
        select (Parts)(operand => Until(operand, high.Span().End, new BetweenExpression(operand, low, high)));

    static readonly Test Is =
        from keyword in Keyword("is")
        from not in Keyword("not").Select(_ => true).OptionalOrDefault()
        from state in State("missing", o => new UnaryExpression(not ? UnaryOperation.IsPresent : UnaryOperation.IsMissing, o))
            .Or(State("noise", o => new NoiseExpression(o, not)))
        select state;

    /// <summary><c>not in</c> and <c>not between</c> turn the whole comparison round.</summary>
    static readonly Test NotIn = input =>
    {
        var not = input.ConsumeToken();
        var turned = not.HasValue && not.Value.Is("not") && not.Remainder.ConsumeToken() is { HasValue: true } next
            && (next.Value.Is("in") || next.Value.Is("between"));
        return turned ? In.Or(Between).Select(test => (Parts)(o => Not(test(o))))(not.Remainder) : In(input);
    };

    static readonly Parser Comparison =
        from first in Sum
        from tests in Compared.Or(NotIn).Or(Between).Or(Is).Many()
        select tests.Aggregate(first, (value, test) => test(value));

    static readonly Parser Negation =
        (from not in Keyword("not")
         from operand in Parse.Ref(() => Negation!)
         select At(new UnaryExpression(UnaryOperation.Not, operand), not, operand.Span())).Or(Comparison);

    static readonly Parser Choice =
        from start in Keyword("if")
        from condition in Parse.Ref(() => Any!)
        from then in Keyword("then").IgnoreThen(Parse.Ref(() => Any!))
        from other in Keyword("else").IgnoreThen(Parse.Ref(() => Any!))
        select At(new ConditionalExpression(condition, then, other), start, other.Span());

    static readonly Parser Any = Choice.Or(Chain(Negation, Levels.And, Levels.Or));

    static readonly Parser Range =
        from first in Any
        from last in Token.EqualTo(TokenKind.Range).IgnoreThen(Any).Cast<TokenKind, Expression, Expression?>().OptionalOrDefault()
        select last is null ? first : Until(first, last.Span().End, new RangeForm(first, last));

    /// <summary>A list of ranges of expressions; one of each is just itself.</summary>
    public static readonly Parser Value =
        from first in Range
        from more in Token.EqualTo(TokenKind.Comma).IgnoreThen(Range).Many()
        select more.Length == 0 ? first : Until(first, more[^1].Span().End, new ListForm([first, .. more]));

    static readonly TokenListParser<TokenKind, Argument> Positional = Value.Select(v => new Argument(null, v) { Span = v.Span() });

    static readonly TokenListParser<TokenKind, Argument> Named =
        from name in Token.EqualTo(TokenKind.Word).Or(Token.EqualTo(TokenKind.QuotedWord))
        from assign in Token.EqualTo(TokenKind.Assign)
        from value in Value
        select new Argument(new Name(name.Bare(), name.At()), value) { Span = name.At().To(value.Span()) };

    /// <summary>A look at two tokens tells a name from a word; giving up half-way would move the mistake.</summary>
    public static readonly TokenListParser<TokenKind, Argument> Argument = input =>
    {
        var first = input.ConsumeToken();
        var isName = first.HasValue && first.Value.IsName()
            && first.Remainder.ConsumeToken() is { HasValue: true, Value.Kind: TokenKind.Assign };
        return isName ? Named(input) : Positional(input);
    };

    static Parser Chain(Parser operand, params int[] levels) =>
        levels.Aggregate(operand, (inner, level) => Parse.Chain(Sign(o => o.Level == level), inner, Joined));

    static TokenListParser<TokenKind, BinaryOperation> Sign(Func<BinaryOperation, bool> fits)
    {
        BinaryOperation[] operations = [.. BinaryOperation.All.Where(fits)];
        return input =>
        {
            var token = input.ConsumeToken();
            var isSign = token.HasValue && token.Value.Kind is TokenKind.Operator or TokenKind.Keyword;
            return isSign && Array.Find(operations, o => token.Value.Span.EqualsValue(o.Symbol)) is { } found
                ? TokenListParserResult.Value(found, input, token.Remainder)
                : TokenListParserResult.Empty<TokenKind, BinaryOperation>(input);
        };
    }

    static TokenListParser<TokenKind, Token<TokenKind>> Keyword(string word) => Token.EqualToValue(TokenKind.Keyword, word);

    static Test State(string word, Parts test) => Token.EqualToValue(TokenKind.Word, word)
        .Select(t => (Parts)(operand => Until(operand, t.At().End, test(operand))));

    static Expression Joined(BinaryOperation operation, Expression left, Expression right) =>
        Until(left, right.Span().End, new BinaryExpression(operation, left, right));

    static Expression Not(Expression operand) => Until(operand, operand.Span().End, new UnaryExpression(UnaryOperation.Not, operand));

    /// <summary>A minus right before a number is its sign.</summary>
    static Expression Negated(Token<TokenKind> minus, Expression operand, bool isNumber) => At(
        isNumber && operand is NumberLiteral number ? new NumberLiteral(-number.Value)
            : new UnaryExpression(UnaryOperation.Negate, operand),
        minus, operand.Span());

    static Expression At(Expression node, Token<TokenKind> token) => At(node, token, token.At());

    static Expression At(Expression node, Token<TokenKind> first, Diagnostics.Span last) =>
        node.From(Origin.Of(first.Span.Source!, first.At().To(last)));

    /// <summary>From where the first part starts.</summary>
    static Expression Until(Expression first, int end, Expression node) => node.From(first.Origin().To(end));
}
