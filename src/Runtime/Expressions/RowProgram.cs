using Runtime.Numerics.Rows;

namespace Runtime.Expressions;

/// <summary>Fills a block of numbers for the rows from <paramref name="start"/> on; NaN where a value is missing.</summary>
public delegate void NumberBlock(int start, Span<double> into);

/// <summary>Fills a block of <see cref="Truth"/> values for the rows from <paramref name="start"/> on.</summary>
public delegate void TruthBlock(int start, Span<byte> into);

/// <summary>Fills a block of codes of words for the rows from <paramref name="start"/> on; −1 where the text is missing.</summary>
public delegate void WordBlock(int start, Span<int> into);

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
        name => table[name.Name].Type,
        complaint => throw new InvalidOperationException(complaint.Text));

    /// <summary>The value of the expression for every row, as a column.</summary>
    public Column Column(string name, Expression expression) => typing.Of(expression) switch
    {
        ExpressionType.Text when expression is NameExpression of && table[of.Name] is TextColumn { IsOrdered: true } ordered =>
            ordered.Renamed(name),
        ExpressionType.Text => expression.Texts(this).ToColumn(name, table.Rows, work),
        ExpressionType.Truth => new LogicalColumn(name, TruthKernels.ToNumbers(Evaluate(expression))),
        ExpressionType.Time when Whole(Numbers(expression)) is var times => new TimeColumn(name, times, FormOf(expression).Holding(times)),
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

    public NumberBlock Numbers(Expression expression) => expression.Numbers(this);

    public TruthBlock Truths(Expression expression) => expression.Truths(this);

    internal Work Work => work;

    internal int Rows => table.Rows;

    /// <summary>The rows of each group, when whole columns are looked at group by group.</summary>
    public Grouping? Groups { get; init; }

    /// <summary>What is computed of a whole column, or of the part of it in each group.</summary>
    internal NumberBlock OfColumn(Delegate body, NumberBlock argument, double[] constants)
    {
        var column = Whole(argument);
        if (Groups is null && body is ColumnFunction ofColumn) return NumberKernels.Map(argument, ofColumn(column, constants, work));
        var result = new double[column.Length];
        if (Groups is null) result = ((SeriesFunction)body)(column, constants);
        else Groups.ForEach(work, g => OfGroup(body, column, Groups.RowsOf(g).ToArray(), constants, result));
        return (start, into) =>
        {
            for (var i = 0; i < into.Length; i++) into[i] = double.IsFinite(result[start + i]) ? result[start + i] : double.NaN;
        };
    }

    static void OfGroup(Delegate body, double[] column, int[] rows, double[] constants, double[] result)
    {
        var part = Array.ConvertAll(rows, r => column[r]);
        var made = body is ColumnFunction function
            ? Array.ConvertAll(part, new Converter<double, double>(function(part, constants, Work.Alone)))
            : ((SeriesFunction)body)(part, constants);
        for (var i = 0; i < rows.Length; i++) result[rows[i]] = made[i];
    }

    /// <summary>Dates are written as texts beside columns of dates.</summary>
    internal bool AreTexts(Expression left, Expression right) =>
        typing.Of(left) == ExpressionType.Text && typing.Of(right) == ExpressionType.Text;

    /// <summary>In the form of the first column of dates that it speaks of.</summary>
    internal TimeForm FormOf(Expression expression) => expression.All().Select(e => e switch
    {
        NameExpression named => (table.Columns.Find(named.Name) as TimeColumn)?.Form,
        CallExpression call => call.Form,
        _ => null,
    }).First(f => f is not null)!;

    internal ExpressionType? TypeOf(Expression expression) => typing.Of(expression);

    internal NumberBlock Values(string column)
    {
        var numbers = table[column] is LabelColumn labels ? labels.Numbers : (NumberColumn)table[column];
        return (start, into) => numbers.Values.Slice(start, into.Length).CopyTo(into);
    }

    internal LabelColumn Labels(string column) => (LabelColumn)table[column];

    internal TextProgram Words(string column) => TextProgram.Of((TextColumn)table[column]);

    internal double[] Whole(NumberBlock block)
    {
        var result = new double[table.Rows];
        work.ForBlocks(table.Rows, (start, end) => block(start, result.AsSpan(start, end - start)));
        return result;
    }
}
