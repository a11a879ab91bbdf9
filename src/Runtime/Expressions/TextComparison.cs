namespace Runtime.Expressions;

/// <summary>Comparisons of text: by code point, so the same on every machine.</summary>
static class TextComparison
{
    public static bool Is(BinaryExpression comparison, Table table) => IsText(comparison.Left, table) || IsText(comparison.Right, table);

    public static TruthBlock Of(BinaryExpression comparison, Table table) => (comparison.Left, comparison.Right) switch
    {
        (NameExpression column, TextLiteral text) => WithText(comparison.Operation, Column(table, column), text.Value),
        (TextLiteral text, NameExpression column) => WithText(Mirror(comparison.Operation), Column(table, column), text.Value),
        (NameExpression left, NameExpression right) => Columns(comparison.Operation, Column(table, left), Column(table, right)),
        (TextLiteral left, TextLiteral right) => Constant(Truth.Of(RowProgram.Holds(comparison.Operation, string.CompareOrdinal(left.Value, right.Value)))),
        _ => throw new InvalidOperationException($"`{comparison.Show()}` does not compare texts."),
    };

    static bool IsText(Expression expression, Table table) =>
        expression is TextLiteral || (expression is NameExpression name && table.Columns.Find(name.Name) is TextColumn);

    static TextColumn Column(Table table, NameExpression name) => (TextColumn)table[name.Name];

    /// <summary>Each distinct text is compared once; a row is a look-up.</summary>
    static TruthBlock WithText(BinaryOperation operation, TextColumn column, string text)
    {
        var truths = new byte[column.Words.Count];
        for (var code = 0; code < truths.Length; code++)
            truths[code] = Truth.Of(RowProgram.Holds(operation, string.CompareOrdinal(column.Words[code], text)));
        return (start, into) =>
        {
            var codes = column.Codes.Slice(start, into.Length);
            for (var i = 0; i < into.Length; i++) into[i] = codes[i] < 0 ? Truth.Unknown : truths[codes[i]];
        };
    }

    static TruthBlock Columns(BinaryOperation operation, TextColumn left, TextColumn right) => (start, into) =>
    {
        for (var i = 0; i < into.Length; i++)
        {
            var (a, b) = (left.Codes[start + i], right.Codes[start + i]);
            into[i] = a < 0 || b < 0
                ? Truth.Unknown
                : Truth.Of(RowProgram.Holds(operation, string.CompareOrdinal(left.Words[a], right.Words[b])));
        }
    };

    static TruthBlock Constant(byte truth) => (_, into) => into.Fill(truth);

    static BinaryOperation Mirror(BinaryOperation operation) => operation switch
    {
        BinaryOperation.Less => BinaryOperation.Greater,
        BinaryOperation.LessOrEqual => BinaryOperation.GreaterOrEqual,
        BinaryOperation.Greater => BinaryOperation.Less,
        BinaryOperation.GreaterOrEqual => BinaryOperation.LessOrEqual,
        _ => operation,
    };
}
