using CsCheck;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;
using Tests.Look;

namespace Tests.Runtime.Expressions;

/// <summary>Random expressions over random columns, checked against an evaluator that goes row by row.</summary>
public sealed class EvaluationProperties
{
    /// <summary>More than a block of rows, so that its borders are met.</summary>
    const int Rows = Work.BlockRows + 5;

    static readonly Gen<double> Number = Gen.OneOf(Gen.Int[-3, 3].Select(i => (double)i), Gen.Int[0, 30].Select(i => i / 10.0), Gen.Const(double.NaN), Gen.Const(1e200));

    static readonly string[] Words = ["rock", "Rock", "ambient", "AC/DC", "e", "ß"];

    static readonly Gen<string?> Word = Gen.Int[-1, Words.Length - 1].Select(i => i < 0 ? null : Words[i]);

    static readonly Gen<Table> Tables = Gen.Select(Number.Array[7], Number.Array[7], Word.Array[7], Word.Array[7], (x, y, s, t) =>
    {
        T[] Tiled<T>(T[] values) => [.. Enumerable.Range(0, Rows).Select(r => values[(r * 3 + r / 7) % 7])];
        return new Table(new NamedList<Column>(Ran.Numbers("x", x), Ran.Numbers("y", y), Ran.Text("s", s), Ran.Text("t", t)), 7).Take(Tiled([0, 1, 2, 3, 4, 5, 6]));
    });

    static BinaryOperation[] Of(int level) => [.. BinaryOperation.All.Where(o => o.Level == level)];

    static Gen<T> Among<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    static Gen<Expression> Numbers(int depth) => depth == 0
        ? Gen.OneOf(Gen.Int[0, 9].Select(n => (Expression)new NumberLiteral(n)), Gen.Const((Expression)new NumberLiteral(-2.5)), Among("x", "y").Select(n => (Expression)new NameExpression(n)))
        : Gen.OneOf(
            Numbers(0),
            Gen.Select(Among([.. Of(Levels.Sum), .. Of(Levels.Product), .. Of(Levels.Power)]), Numbers(depth - 1), Numbers(depth - 1), (o, a, b) => (Expression)new BinaryExpression(o, a, b)),
            Numbers(depth - 1).Select(e => (Expression)new UnaryExpression(UnaryOperation.Negate, e)),
            Gen.Select(Among("sqrt", "log", "abs", "floor"), Numbers(depth - 1), (f, a) => (Expression)new CallExpression(f, [a])),
            Gen.Select(Among("min", "max", "clip"), Numbers(depth - 1), Numbers(depth - 1), Numbers(depth - 1), (f, a, b, c) => (Expression)new CallExpression(f, [a, b, c])),
            Texts(depth - 1).Where(e => !e.Show().Contains('ß')).Select(e => (Expression)new CallExpression("length", [e])),
            Choice(depth, Numbers(depth - 1)));

    static Gen<Expression> Texts(int depth) => depth == 0
        ? Gen.OneOf(Among(Words).Select(w => (Expression)new TextLiteral(w)), Among("s", "t").Select(n => (Expression)new NameExpression(n)))
        : Gen.OneOf(Texts(0), Gen.Select(Among("lower", "upper"), Texts(depth - 1), (f, a) => (Expression)new CallExpression(f, [a])), Choice(depth, Texts(depth - 1)));

    static Gen<Expression> Truths(int depth)
    {
        if (depth == 0) return Numbers(0).Select(e => (Expression)new UnaryExpression(UnaryOperation.IsMissing, e));
        return Gen.OneOf(
            Gen.Select(Among(BinaryOperation.And, BinaryOperation.Or), Truths(depth - 1), Truths(depth - 1), (o, a, b) => (Expression)new BinaryExpression(o, a, b)),
            Truths(depth - 1).Select(e => (Expression)new UnaryExpression(UnaryOperation.Not, e)),
            Gen.OneOf(Numbers(depth - 1), Texts(depth - 1), Truths(depth - 1)).Select(e => (Expression)new UnaryExpression(UnaryOperation.IsPresent, e)),
            Compared(Numbers(depth - 1)), Compared(Texts(depth - 1)),
            Gen.Select(Among("contains", "starts_with", "ends_with"), Texts(depth - 1), Texts(depth - 1), (f, a, b) => (Expression)new CallExpression(f, [a, b])),
            Choice(depth, Truths(depth - 1)));
    }

    static Gen<Expression> Compared(Gen<Expression> operand) => Gen.OneOf(
        Gen.Select(Among(Of(Levels.Comparison)), operand, operand, (o, a, b) => (Expression)new BinaryExpression(o, a, b)),
        Gen.Select(operand, operand.Array[1, 3], (a, items) => (Expression)new InExpression(a, new ValueList<Expression>(items))),
        Gen.Select(operand, operand, operand, (a, b, c) => (Expression)new BetweenExpression(a, b, c)));

    static Gen<Expression> Choice(int depth, Gen<Expression> operand) =>
        Gen.Select(Truths(depth - 1), operand, operand, (c, a, b) => (Expression)new ConditionalExpression(c, a, b));

    static readonly Gen<Expression> Any = Gen.OneOf(Numbers(3), Texts(3), Truths(3));

    [Fact]
    public void The_vectorised_evaluator_agrees_with_a_naive_one() => Gen.Select(Any, Tables).Sample((expression, table) =>
    {
        var column = new RowProgram(table, new Work(2)).Column("it", expression);
        for (var row = 0; row < table.Rows; row += row < 8 ? 1 : 511) Assert.Equal(Expected(Naive.Of(expression, table, row)), Given(column, row));
    }, iter: 600);

    [Fact]
    public void What_is_shown_reads_as_the_same_expression() => Any.Sample(expression =>
        Assert.Equal(expression, Reader.ReadValue(expression.Show())), iter: 2000);

    /// <summary>Any tree at all: what typing lets pass must evaluate, and what it does not is told.</summary>
    [Fact]
    public void Typing_never_passes_what_evaluation_cannot_do() => Gen.Select(Wild(3), Tables).Sample((expression, table) =>
    {
        var check = new CheckContext();
        var type = ColumnScope.TypeOf(expression, (Study.Empty with { Table = table }).Shape, check, "it");
        Assert.Equal(type is null, check.Failed);
        if (type is null) return;
        var column = new RowProgram(table, Work.Alone).Column("it", expression);
        Assert.Equal(type == ExpressionType.Text, column is TextColumn);
        if (column is NumberColumn numbers) Assert.DoesNotContain(numbers.Values.ToArray(), double.IsInfinity);
    }, iter: 3000);

    static Gen<Expression> Wild(int depth) => depth == 0
        ? Gen.OneOf(Numbers(0), Texts(0), Gen.Const((Expression)new NameExpression("nothing")))
        : Gen.OneOf(
            Wild(0), Truths(1),
            Gen.Select(Among([.. BinaryOperation.All]), Wild(depth - 1), Wild(depth - 1), (o, a, b) => (Expression)new BinaryExpression(o, a, b)),
            Gen.Select(Gen.Enum<UnaryOperation>(), Wild(depth - 1), (o, a) => (Expression)new UnaryExpression(o, a)),
            Gen.Select(Among([.. FunctionCatalog.Functions.Names, "none"]), Wild(depth - 1).Array[0, 3], (f, a) => (Expression)new CallExpression(f, new ValueList<Expression>(a))),
            Gen.Select(Wild(depth - 1), Wild(depth - 1), Wild(depth - 1), (a, b, c) => (Expression)new ConditionalExpression(a, b, c)),
            Gen.Select(Wild(depth - 1), Wild(depth - 1).Array[1, 2], (a, items) => (Expression)new InExpression(a, new ValueList<Expression>(items))));

    static string Expected(object? value) => value switch
    {
        null or "" => "",
        bool truth => truth ? "true" : "false",
        double number => (number == 0 ? 0 : number).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    static string Given(Column column, int row) => column is NumberColumn and not LogicalColumn && ((NumberColumn)column) is var numbers && numbers.Values[row] == 0 ? "0" : column.Show(row);
}
