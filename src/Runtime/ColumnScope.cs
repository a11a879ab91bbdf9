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
        return new Typing(TypeOfName, Complain)
        {
            Whole = part => shape.AnyColumn ? null : Whole(part, shape),
            IsColumn = name => shape.Columns?.Has(name) == true,
            MostlyNumbers = name => shape.Columns?.Find(name.Name)?.NotANumber is not null,
        };

        ColumnType? TypeOfName(NameExpression name)
        {
            if (shape.Columns?.Find(name.Name) is { } column) return column.Type;
            if (shape.AnyColumn) return null;
            if (shape.MayHave(name.Name)) return ColumnType.Number;
            if (Complaints.OfTableAside(argument, name.Name, shape) is { } aside) check.Add(aside with { Index = index, About = name });
            else Complain(Unknown(name, shape.Columns?.Names ?? []));
            return null;
        }

        void Complain(Mistake mistake) => check.Add(Complaint.Of(AsStep(WithPlace(mistake, shape)), argument, index));
    }

    /// <summary>Where what is called like a function is what a step does: <c>cut(x, 3)</c>.</summary>
    static Mistake AsStep(Mistake mistake)
    {
        if (mistake is not { Kind: MistakeKind.UnknownFunction, Instead: null, About: CallExpression call }) return mistake;
        if (OtherForm.Find(call.Function) is not null) return mistake;
        if (OtherNames.Called(call.Function, Catalog.Operators) is not { } meant) return mistake;
        (string, bool)[] values = [.. call.Arguments.Select(a => (a.Show(), a is NumberLiteral or TextLiteral))];
        var (written, step) = (meant.Filled(values) ?? meant.Write, meant.Signature.Name);
        return mistake with
        {
            Hint = $"What comes nearest is a step, `{step}`: {char.ToLowerInvariant(meant.Signature.Doc[0])}"
            + $"{meant.Signature.Doc[1..]}{(written == step ? "" : $" Put `{written}` before this step.")}"
        };
    }

    /// <summary>Where a column that is text only for a few of its fields has the first of these.</summary>
    static Mistake WithPlace(Mistake mistake, Shape shape) =>
        mistake is not { Kind: MistakeKind.Form, Instead: not null, About: NameExpression { Name: var name } } ? mistake
        : shape.Columns?.Find(name) is { Type: ColumnType.Text, NotANumber: null } && mistake.Instead.StartsWith("number(")
            ? mistake with { Hint = $"`{mistake.Instead}` is the number that a text is, and missing where it is none." }
        : shape.Columns?.Find(name)?.NotANumber is { } first
            ? mistake with
            {
                Text = $"{mistake.Text} It is text because {first.Place}.",
                Hint = Data.TextReason.Of(first) is { Kept: false } reason
                    ? $"{reason.Hint} Or write `{mistake.Instead}`: what is no number is missing then." : mistake.Hint,
            }
            : mistake;

    /// <summary>What a value that is missing is called elsewhere.</summary>
    static readonly string[] Nothing =
    [
        "NA", "null", "NULL", "None", "NaN", "nan", "nil", "nothing", "Null", "missing", "Missing", "na", "none", "NAN", "empty", "blank",
    ];

    static Mistake? Whole(Expression part, Shape shape)
    {
        if (part is not BinaryExpression both) return null;
        bool IsUnknown(Expression e) => e is NameExpression { Name: var name } && shape.Columns?.Has(name) != true && !shape.MayHave(name);
        var isTest = both.Operation == BinaryOperation.Equal || both.Operation == BinaryOperation.NotEqual;
        if (isTest && both.Right is NameExpression { Name: var none } && Nothing.Contains(none) && IsUnknown(both.Right))
        {
            var test = $"{both.Left.Show(Levels.Comparison)} is {(both.Operation == BinaryOperation.Equal ? "" : "not ")}missing";
            return new(both, $"`{none}` is no value that could be compared.", $"Write `{test}`.", test);
        }
        return Joined(both, shape, IsUnknown);
    }

    /// <summary>A name or a text with signs in it, such as <c>alt-rock</c>, which reads as a calculation.</summary>
    static Mistake? Joined(BinaryExpression both, Shape shape, Func<Expression, bool> isUnknown)
    {
        var isSign = both.Operation == BinaryOperation.Subtract || both.Operation == BinaryOperation.Divide
            || both.Operation == BinaryOperation.Multiply;
        Expression[] parts = [.. both.All().Where(e => e.Parts.Count == 0)];
        if (!isSign || !parts.Any(isUnknown) || parts.Any(p => p is not (NameExpression or NumberLiteral))) return null;
        var joined = both.Show().Replace(" ", "").Replace("`", "");
        if (shape.Columns?.Has(joined) == true)
            return new(both, $"`{both.Show()}` is a calculation, and there is a column `{joined}`.",
                $"Put a name with such signs between back-ticks: {Notation.Name(joined)}.", Notation.Name(joined));
        // A text with a number behind a slash or a star is none.
        var isText = both.Operation == BinaryOperation.Subtract || !parts.Any(p => p is NumberLiteral);
        isText &= parts.All(p => p is NumberLiteral || isUnknown(p) && Near(p) is null);
        if (!isText) return null;
        var text = Notation.Text(joined);
        return new(both, $"`{both.Show()}` is a calculation, and there is no column `{parts.First(isUnknown)}`.",
            $"Text stands in quotes: `{text}`.", text)
        { Kind = MistakeKind.UnknownName };

        string? Near(Expression part) => Spelling.Nearest(((NameExpression)part).Name, shape.Columns?.Names ?? []);
    }

    /// <summary>Warns of a test in which no column has a part.</summary>
    public static void WarnOfConstants(Expression expression, Shape shape, CheckContext check, string argument)
    {
        foreach (var test in expression.All().Where(IsTest))
        {
            if (test.All().Any(LooksAtRows)) continue;
            var word = QuotedColumn(test, shape.Columns?.Names ?? []);
            var column = word is null ? null : Notation.Name(word.Value);
            check.Add(new(ContractCodes.AlwaysSame, argument, $"`{test.Show()}` compares no column: it is the same for every row.",
                column is null ? "Name a column, without quotation marks." : $"A column stands without quotation marks: `{column}`.")
            {
                About = word ?? test.Parts[0],
                Remedies = column is null ? [] : [new() { Instead = column }],
            });
        }
    }

    /// <summary>The first text in an expression that has the name of a column.</summary>
    public static TextLiteral? QuotedColumn(Expression expression, IEnumerable<string> columns) =>
        expression.All().OfType<TextLiteral>().FirstOrDefault(t => columns.Contains(t.Value));

    static bool IsTest(Expression part) => part is InExpression or BetweenExpression or BinaryExpression { Level: Levels.Comparison }
        || part is CallExpression { Arguments.Count: > 0 } call && FunctionCatalog.Find(call.Function)?.Body is TestFunction;

    /// <summary>A column, or a function of where a row stands.</summary>
    static bool LooksAtRows(Expression part) =>
        part is NameExpression || part is CallExpression call && FunctionCatalog.Find(call.Function) is not { OfColumn: false };

    static Mistake Unknown(NameExpression name, IEnumerable<string> columns)
    {
        // `df.tempo`: after the point stands a column.
        if (columns.FirstOrDefault(c => name.Name.EndsWith('.' + c, StringComparison.Ordinal)) is { } owned)
            return new(name, $"There is no column `{name.Name}`.", $"A column is its name alone: `{owned}`.", Notation.Name(owned))
            { Kind = MistakeKind.UnknownName };
        if (name.Name.ToLowerInvariant() is var truth && (truth is "true" or "false"))
            return new(name, $"There is no column `{name.Name}`.", $"What is true or false is written small: `{truth}`.", truth)
            { Kind = MistakeKind.UnknownName };
        var near = Spelling.Nearest(name.Name, columns);
        var quoted = Notation.Text(DateSlips.Iso(name.Name) ?? name.Name);
        var meant = near is null ? Spelling.List("columns", name.Name, columns) : $"Did you mean `{near}`?";
        return new(name, $"There is no column `{name.Name}`.", $"{meant} Text stands in quotes: `{quoted}`.",
            near is null ? quoted : Notation.Name(near))
        { Kind = MistakeKind.UnknownName };
    }
}
