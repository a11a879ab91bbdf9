using Runtime.Expressions;

namespace Runtime;

/// <summary>What names mean in an expression about the rows of a table: its columns.</summary>
public static class ColumnScope
{
    /// <summary>
    /// The type of an expression over the columns of a shape; null after every mistake has been told to <paramref name="check"/>.
    /// </summary>
    /// <param name="argument">The property that holds the expression, and which of its values it is.</param>
    public static ExpressionType? TypeOf(Expression expression, Shape shape, CheckContext check, string argument, int index = 0) =>
        Over(shape, check, argument, index).Of(expression);

    /// <summary>Tells when the expression is not something that holds or not for a row.</summary>
    public static void DemandTruth(Expression expression, Shape shape, CheckContext check, string argument) =>
        Over(shape, check, argument, 0).IsTruth(expression);

    /// <summary>The columns that an expression over rows speaks of.</summary>
    public static ValueList<string> Names(Expression expression) =>
        [.. expression.All().OfType<NameExpression>().Select(n => n.Name).Distinct()];

    static Typing Over(Shape shape, CheckContext check, string argument, int index)
    {
        return new Typing(TypeOfName, Complain);

        ColumnType? TypeOfName(NameExpression name)
        {
            if (shape.Columns?.Find(name.Name) is { } column) return column.Type;
            if (shape.AnyColumn) return null;
            if (shape.MayHave(name.Name)) return ColumnType.Number;
            Complain(Unknown(name, shape.Columns?.Names ?? []));
            return null;
        }

        void Complain(Mistake mistake) => check.Add(Complaint.Of(mistake, argument, index));
    }

    static Mistake Unknown(NameExpression name, IEnumerable<string> columns)
    {
        var near = Spelling.Nearest(name.Name, columns);
        var quoted = Notation.Text(name.Name);
        var meant = near is null ? Spelling.List("columns", name.Name, columns) : $"Did you mean `{near}`?";
        return new(name, $"There is no column `{name.Name}`.", $"{meant} Text stands in quotes: `{quoted}`.",
            near is null ? quoted : Notation.Name(near));
    }
}
