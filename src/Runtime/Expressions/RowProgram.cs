namespace Runtime.Expressions;

/// <summary>Fills a block of numbers for the rows from <paramref name="start"/> on; NaN where a value is missing.</summary>
public delegate void NumberBlock(int start, Span<double> into);

/// <summary>Fills a block of <see cref="Truth"/> values for the rows from <paramref name="start"/> on.</summary>
public delegate void TruthBlock(int start, Span<byte> into);

/// <summary>Fills a block of codes of words for the rows from <paramref name="start"/> on; −1 where the text is missing.</summary>
public delegate void CodeBlock(int start, Span<int> into);

/// <summary>Three values, so that missing data is neither true nor false: Kleene 1952, "Introduction to Metamathematics", §64.</summary>
/// <remarks>In this order `and` is the smaller, `or` the larger and `not` the mirror image.</remarks>
public static class Truth
{
    public const byte No = 0;
    public const byte Unknown = 1;
    public const byte Yes = 2;

    public static byte Of(bool value) => value ? Yes : No;
}

/// <summary>Turns a well-typed expression into delegates that evaluate it over a table's columns, block by block.</summary>
/// <remarks>What needs a whole column (<c>mean</c>), or only each distinct text, is computed while the delegates are made.</remarks>
public sealed class RowProgram(Table table, Work work)
{
    readonly Typing typing = new(
        name => table[name.Name] is TextColumn ? ExpressionType.Text : ExpressionType.Number,
        (_, text, _) => throw new InvalidOperationException(text));

    /// <summary>The value of the expression for every row, as a column; what is true or false becomes 1 or 0.</summary>
    public Column Column(string name, Expression expression) => typing.Of(expression) switch
    {
        ExpressionType.Text => Texts(expression).ToColumn(name, table.Rows, work),
        ExpressionType.Truth => new NumberColumn(name, TruthKernels.ToNumbers(Evaluate(expression)), whole: true),
        _ => NumberColumn.Of(name, Whole(Numbers(expression))),
    };

    /// <summary>The truth of the expression for every row.</summary>
    public byte[] Evaluate(Expression expression)
    {
        var program = Truths(expression);
        var result = new byte[table.Rows];
        work.ForBlocks(table.Rows, (start, end) => program(start, result.AsSpan(start, end - start)));
        return result;
    }

    public NumberBlock Numbers(Expression expression) => expression switch
    {
        NumberLiteral literal => (_, into) => into.Fill(literal.Value),
        NameExpression name => Values(table[name.Name]),
        UnaryExpression negation => NumberKernels.Negate(Numbers(negation.Operand)),
        BinaryExpression binary => NumberKernels.Arithmetic(binary.Operation, Numbers(binary.Left), Numbers(binary.Right)),
        ConditionalExpression choice => Choices.Numbers(Truths(choice.Condition), Numbers(choice.Then), Numbers(choice.Else)),
        CallExpression call => Call(FunctionCatalog.Find(call.Function)!, call.Arguments),
        _ => throw new InvalidOperationException($"`{expression.Show()}` is not a number."),
    };

    public TruthBlock Truths(Expression expression) => expression switch
    {
        UnaryExpression { Operation: UnaryOperation.Not } not => TruthKernels.Not(Truths(not.Operand)),
        UnaryExpression test => Missing(test.Operand, test.Operation == UnaryOperation.IsMissing),
        BinaryExpression { Operation: BinaryOperation.And or BinaryOperation.Or } logic =>
            TruthKernels.Logic(logic.Operation == BinaryOperation.And, Truths(logic.Left), Truths(logic.Right)),
        BinaryExpression comparison => Comparison(comparison.Operation, comparison.Left, comparison.Right),
        BetweenExpression between => TruthKernels.Logic(and: true,
            Comparison(BinaryOperation.GreaterOrEqual, between.Operand, between.Low),
            Comparison(BinaryOperation.LessOrEqual, between.Operand, between.High)),
        InExpression member when IsText(member.Operand) => TextKernels.In(Texts(member.Operand), [.. member.Items.Select(Texts)], work),
        InExpression member => NumberKernels.In(Numbers(member.Operand), [.. member.Items.Select(Numbers)]),
        ConditionalExpression choice => Choices.Truths(Truths(choice.Condition), Truths(choice.Then), Truths(choice.Else)),
        CallExpression call => TextKernels.Test((TestFunction)FunctionCatalog.Find(call.Function)!.Body, Texts(call.Arguments[0]), Texts(call.Arguments[1]), work),
        _ => throw new InvalidOperationException($"`{expression.Show()}` is not true or false."),
    };

    TextProgram Texts(Expression expression) => expression switch
    {
        TextLiteral literal => new TextProgram(1, _ => literal.Value, (_, into) => into.Clear()) { Constant = true },
        NameExpression name => TextProgram.Of((TextColumn)table[name.Name]),
        ConditionalExpression choice => Choices.Texts(Truths(choice.Condition), Texts(choice.Then), Texts(choice.Else)),
        CallExpression call => Texts(call.Arguments[0]).Select((TextFunction)FunctionCatalog.Find(call.Function)!.Body),
        _ => throw new InvalidOperationException($"`{expression.Show()}` is not text."),
    };

    NumberBlock Call(Function function, ValueList<Expression> arguments)
    {
        if (function.Body is MeasureFunction measure) return TextKernels.Measure(measure, Texts(arguments[0]), work);
        if (function.Body is NumberFunction ofRow) return NumberKernels.Call(ofRow, [.. arguments.Select(Numbers)]);
        var argument = Numbers(arguments[0]);
        double[] constants = [.. arguments.Skip(1).Select(a => ((NumberLiteral)a).Value)];
        return NumberKernels.Map(argument, ((ColumnFunction)function.Body)(Whole(argument), constants, work));
    }

    TruthBlock Comparison(BinaryOperation operation, Expression left, Expression right) => IsText(left)
        ? TextKernels.Comparison(operation, Texts(left), Texts(right), work)
        : NumberKernels.Comparison(operation, Numbers(left), Numbers(right));

    TruthBlock Missing(Expression operand, bool isMissing) => typing.Of(operand) switch
    {
        ExpressionType.Text => TextKernels.Missing(Texts(operand), isMissing),
        ExpressionType.Truth => TruthKernels.Missing(Truths(operand), isMissing),
        _ => NumberKernels.Missing(Numbers(operand), isMissing),
    };

    bool IsText(Expression expression) => typing.Of(expression) == ExpressionType.Text;

    double[] Whole(NumberBlock block)
    {
        var result = new double[table.Rows];
        work.ForBlocks(table.Rows, (start, end) => block(start, result.AsSpan(start, end - start)));
        return result;
    }

    static NumberBlock Values(Column column) => column is LabelColumn labels ? Values(labels.Numbers) : Values((NumberColumn)column);

    static NumberBlock Values(NumberColumn column) => (start, into) => column.Values.Slice(start, into.Length).CopyTo(into);
}
