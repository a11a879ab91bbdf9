using System.Text;
using Runtime.Expressions;
using Superpower;
using Superpower.Parsers;

namespace Dsl.Syntax;

/// <summary>Tokens → values and arguments, bottom-up. Knows no operator.</summary>
static class Grammar
{
    static readonly TokenListParser<Kind, Value> Number = Token.EqualTo(Kind.Number)
        .Select(t => (Value)new NumberValue(Words.ToNumber(t.ToStringValue()), t.ToStringValue(), t.At()));

    static readonly TokenListParser<Kind, Value> Text = Token.EqualTo(Kind.Text).Select(t => (Value)new TextValue(Unescape(t.ToStringValue()), t.At()));

    static readonly TokenListParser<Kind, Value> Word = Token.EqualTo(Kind.Word).Or(Token.EqualTo(Kind.QuotedWord))
        .Select(t => (Value)new WordValue(t.Bare(), t.At()) { Quoted = t.Kind == Kind.QuotedWord });

    static readonly TokenListParser<Kind, Value> Parameter = Token.EqualTo(Kind.Parameter)
        .Select(t => (Value)new ParameterValue(t.ToStringValue()[1..], t.At()));

    static readonly TokenListParser<Kind, Value> Block = Token.EqualTo(Kind.Block)
        .Select(t => (Value)new BlockValue(t.ToStringValue()[3..^3], t.Position.Line, t.At()));

    static readonly TokenListParser<Kind, Value> Group =
        from open in Token.EqualTo(Kind.Open)
        from value in Parse.Ref(() => Expression!)
        from close in Token.EqualTo(Kind.Close)
        select value;

    static readonly TokenListParser<Kind, Value> Call =
        from function in Token.EqualTo(Kind.Function)
        from open in Token.EqualTo(Kind.Open)
        from arguments in Parse.Ref(() => Expression!).ManyDelimitedBy(Token.EqualTo(Kind.Comma))
        from close in Token.EqualTo(Kind.Close)
        select (Value)new CallValue(new Name(function.ToStringValue(), function.At()), arguments, function.At().To(close.At()));

    static readonly TokenListParser<Kind, Value> Primary =
        Number.Or(Text).Or(Word).Or(Parameter).Or(Block).Or(Call).Or(Group);

    static readonly TokenListParser<Kind, Value> Unary =
        (from minus in Token.EqualTo(Kind.Negate).Or(Token.EqualTo(Kind.Minus))
         from operand in Parse.Ref(() => Unary!)
         select Negate(minus.At(), operand)).Or(Primary);

    static readonly TokenListParser<Kind, Value> Product = Chain(Unary,
        (Kind.Star, BinaryOperation.Multiply), (Kind.Slash, BinaryOperation.Divide), (Kind.Percent, BinaryOperation.Remainder));

    static readonly TokenListParser<Kind, Value> Sum = Chain(Product, (Kind.Plus, BinaryOperation.Add), (Kind.Minus, BinaryOperation.Subtract));

    static readonly TokenListParser<Kind, Func<Value, Value>> Compared =
        from operation in AnyOf(
            (Kind.Equal, BinaryOperation.Equal), (Kind.NotEqual, BinaryOperation.NotEqual),
            (Kind.Less, BinaryOperation.Less), (Kind.LessOrEqual, BinaryOperation.LessOrEqual),
            (Kind.Greater, BinaryOperation.Greater), (Kind.GreaterOrEqual, BinaryOperation.GreaterOrEqual))
        from right in Sum
        select (Func<Value, Value>)(left => new BinaryValue(operation, left, right, left.Span.To(right.Span)));

    static readonly TokenListParser<Kind, Func<Value, Value>> In =
        from keyword in Token.EqualTo(Kind.In)
        from items in Parameter.Select(p => (p.Span, Items: (Value[])[p])).Or(
            from open in Token.EqualTo(Kind.Open)
            from items in Parse.Ref(() => Expression!).AtLeastOnceDelimitedBy(Token.EqualTo(Kind.Comma))
            from close in Token.EqualTo(Kind.Close)
            select (Span: close.At(), Items: items))
        select (Func<Value, Value>)(operand => new InValue(operand, items.Items, operand.Span.To(items.Span)));

    static readonly TokenListParser<Kind, Func<Value, Value>> Between =
        from keyword in Token.EqualTo(Kind.Between)
        from low in Sum
        from and in Token.EqualTo(Kind.And)
        from high in Sum
        select (Func<Value, Value>)(operand => new BetweenValue(operand, low, high, operand.Span.To(high.Span)));

    static readonly TokenListParser<Kind, Func<Value, Value>> IsMissing =
        from keyword in Token.EqualTo(Kind.Is)
        from not in Token.EqualTo(Kind.Not).Select(_ => true).OptionalOrDefault()
        from missing in Token.EqualToValue(Kind.Word, "missing")
        select (Func<Value, Value>)(operand =>
            new UnaryValue(not ? UnaryOperation.IsPresent : UnaryOperation.IsMissing, operand, operand.Span.To(missing.At())));

    /// <summary><c>not in</c> and <c>not between</c> turn the whole comparison round.</summary>
    static readonly TokenListParser<Kind, Func<Value, Value>> NotIn = input =>
    {
        var not = input.ConsumeToken();
        var turned = not is { HasValue: true, Value.Kind: Kind.Not } && not.Remainder.ConsumeToken() is { HasValue: true, Value.Kind: Kind.In or Kind.Between };
        return turned ? In.Or(Between).Select(test => (Func<Value, Value>)(o => Not(test(o))))(not.Remainder) : In(input);
    };

    static readonly TokenListParser<Kind, Value> Comparison =
        from first in Sum
        from tests in Compared.Or(NotIn).Or(Between).Or(IsMissing).Many()
        select tests.Aggregate(first, (value, test) => test(value));

    static readonly TokenListParser<Kind, Value> Negation =
        (from not in Token.EqualTo(Kind.Not)
         from operand in Parse.Ref(() => Negation!)
         select (Value)new UnaryValue(UnaryOperation.Not, operand, not.At().To(operand.Span))).Or(Comparison);

    static readonly TokenListParser<Kind, Value> Conjunction = Chain(Negation, (Kind.And, BinaryOperation.And));

    static readonly TokenListParser<Kind, Value> Choice =
        from start in Token.EqualTo(Kind.If)
        from condition in Parse.Ref(() => Expression!)
        from then in Token.EqualTo(Kind.Then).IgnoreThen(Parse.Ref(() => Expression!))
        from other in Token.EqualTo(Kind.Else).IgnoreThen(Parse.Ref(() => Expression!))
        select (Value)new ChoiceValue(condition, then, other, start.At().To(other.Span));

    static readonly TokenListParser<Kind, Value> Expression = Choice.Or(Chain(Conjunction, (Kind.Or, BinaryOperation.Or)));

    static readonly TokenListParser<Kind, Value> Range =
        from first in Expression
        from last in Token.EqualTo(Kind.Range).IgnoreThen(Expression).Cast<Kind, Value, Value?>().OptionalOrDefault()
        select last is null ? first : new RangeValue(first, last, first.Span.To(last.Span));

    /// <summary>A list of ranges of expressions; one of each is just itself.</summary>
    public static readonly TokenListParser<Kind, Value> Value =
        from first in Range
        from more in Token.EqualTo(Kind.Comma).IgnoreThen(Range).Many()
        select more.Length == 0 ? first : new ListValue([first, .. more], first.Span.To(more[^1].Span));

    static readonly TokenListParser<Kind, Argument> Positional = Value.Select(v => new Argument(null, v));

    static readonly TokenListParser<Kind, Argument> Named =
        from name in Token.EqualTo(Kind.Word).Or(Token.EqualTo(Kind.QuotedWord))
        from assign in Token.EqualTo(Kind.Assign)
        from value in Value
        select new Argument(new Name(name.Bare(), name.At()), value);

    /// <summary>A look at two tokens tells a name from a word; giving up half-way would move the mistake.</summary>
    public static readonly TokenListParser<Kind, Argument> Argument = input =>
    {
        var first = input.ConsumeToken();
        var isName = first.HasValue && first.Value.Kind is Kind.Word or Kind.QuotedWord
            && first.Remainder.ConsumeToken() is { HasValue: true, Value.Kind: Kind.Assign };
        return isName ? Named(input) : Positional(input);
    };

    static TokenListParser<Kind, Value> Chain(TokenListParser<Kind, Value> operand, params (Kind Kind, BinaryOperation Operation)[] operations) =>
        Parse.Chain(AnyOf(operations), operand, (op, left, right) => new BinaryValue(op, left, right, left.Span.To(right.Span)));

    static TokenListParser<Kind, BinaryOperation> AnyOf(params (Kind Kind, BinaryOperation Operation)[] operations) => operations
        .Select(o => Token.EqualTo(o.Kind).Select(_ => o.Operation))
        .Aggregate((a, b) => a.Or(b));

    static UnaryValue Not(Value operand) => new(UnaryOperation.Not, operand, operand.Span);

    static Value Negate(Span minus, Value operand) => operand is NumberValue { Written: [not '-', ..] } number
        ? new NumberValue(-number.Number, "-" + number.Written, minus.To(number.Span))
        : new UnaryValue(UnaryOperation.Negate, operand, minus.To(operand.Span));

    /// <summary>A back-slash before a quotation mark or a back-slash protects it, <c>\n</c> is a new line; others stay.</summary>
    static string Unescape(string token)
    {
        var text = new StringBuilder(token.Length);
        for (var i = 1; i < token.Length - 1; i++)
        {
            if (token[i] != '\\' || token[i + 1] is not ('"' or '\\' or 'n')) text.Append(token[i]);
            else text.Append(token[++i] == 'n' ? '\n' : token[i]);
        }
        return text.ToString();
    }
}
