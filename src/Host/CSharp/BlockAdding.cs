using Runtime.Data;

namespace Host.CSharp;

public abstract partial class Block
{
    /// <summary>A column of numbers; NaN is a missing one.</summary>
    /// <exception cref="Refusal">There are too few or too many, or one is infinite.</exception>
    public void Add(string column, ReadOnlySpan<double> values) => Put(DataFrames.Numbers(column, values.ToArray()));

    /// <summary>A column of whole numbers.</summary>
    public void Add(string column, ReadOnlySpan<int> values)
    {
        var numbers = new double[values.Length];
        for (var row = 0; row < numbers.Length; row++) numbers[row] = values[row];
        Put(new NumberColumn(column, numbers, whole: true));
    }

    /// <summary>A column of text; null is a missing one.</summary>
    public void Add(string column, ReadOnlySpan<string?> values) => Put(DataFrames.Text(column, values));

    /// <summary>A column of numbers, computed row by row on all threads, in any order.</summary>
    public void Add(string column, Func<int, double> value) => Put(DataFrames.Numbers(column, Each(value)));

    /// <summary>A column of true and false.</summary>
    public void Add(string column, ReadOnlySpan<bool> values)
    {
        var numbers = new double[values.Length];
        for (var row = 0; row < numbers.Length; row++) numbers[row] = values[row] ? 1 : 0;
        Put(new LogicalColumn(column, numbers));
    }

    /// <summary>A column of true and false, computed row by row on all threads, in any order.</summary>
    public void Add(string column, Func<int, bool> value) => Put(new LogicalColumn(column, Each(row => value(row) ? 1.0 : 0.0)));

    /// <summary>A column of dates, computed row by row on all threads, in any order; null is a missing one.</summary>
    public void Add(string column, Func<int, DateTime?> value)
    {
        var dates = Each(value);
        var form = TimeForm.For(dates.OfType<DateTime>());
        Put(new TimeColumn(column, [.. dates.Select(d => d is { } date ? TimeForm.ToMicroseconds(date) : double.NaN)], form));
    }

    /// <summary>A column of text, computed row by row on all threads, in any order.</summary>
    public void Add(string column, Func<int, string?> value) => Put(DataFrames.Text(column, Each(value)));

    /// <summary>Points, which become the current ones: an array a column, a finite number a row.</summary>
    public void AddPoints(string name, double[][] columns, params string[] names) => AddPoints(name, new Matrix(columns, Rows), names);

    /// <summary>Points, which become the current ones.</summary>
    /// <exception cref="Refusal">The name is taken, the size does not fit, or a number is not finite.</exception>
    public void AddPoints(string name, Matrix matrix, params string[] names)
    {
        CheckName(name);
        if (matrix.Rows != Rows) throw WrongSize("points", name, matrix.Rows);
        if (names.Length != matrix.Columns)
            throw new Refusal($"The points `{name}` have {matrix.Columns} columns but {names.Length} names.", "Give every column a name.");
        for (var j = 0; j < matrix.Columns; j++)
            if (Array.FindIndex(matrix.Column(j), v => !double.IsFinite(v)) is >= 0 and var row)
                throw new Refusal($"Row {row + 1} of `{names[j]}` is not a finite number.",
                    "Leave out such rows with `drop missing` first.");
        Study = Study.With(new Points(name, matrix, new ValueList<string>(names)));
    }

    /// <summary>A labeling: a cluster from 0 for each row, −1 for noise, and how strongly the row belongs to it.</summary>
    /// <exception cref="Refusal">The name is taken, the size does not fit, or a number is below −1.</exception>
    public void AddLabels(string name, ReadOnlySpan<int> labels, ReadOnlySpan<double> strength = default)
    {
        CheckName(name);
        if (labels.Length != Rows) throw WrongSize("labels", name, labels.Length);
        if (strength.Length != 0 && strength.Length != Rows) throw WrongSize("strengths", name, strength.Length);
        var clusters = 0;
        foreach (var label in labels)
        {
            if (label < -1 || label >= Rows)
                throw new Refusal($"`{label}` is no cluster of `{name}`.", "Number clusters from 0; -1 is noise.");
            clusters = Math.Max(clusters, label + 1);
        }
        Study = Study.With(
            new LabelColumn(name, labels.ToArray(), clusters) { Strength = strength.Length == 0 ? null : strength.ToArray() });
    }

    T[] Each<T>(Func<int, T> value)
    {
        var values = new T[Rows];
        Run.Work.ForBlocks(Rows, (start, end) =>
        {
            for (var row = start; row < end; row++) values[row] = value(row);
        });
        return values;
    }

    void Put(Column column)
    {
        if (column.Name.Length == 0) throw new Refusal("A column needs a name.", "Give `Add` a name that is not empty.");
        if (Study.Table is { } table && column.Rows != table.Rows) throw WrongSize("values", column.Name, column.Rows);
        Study = Study.With(column);
    }

    void CheckName(string name)
    {
        if (name.Length == 0) throw new Refusal("What is added needs a name.", "Choose one.");
        if (Study.Shape.Meaning(name) is { } meaning)
            throw new Refusal($"{meaning} already, and a name means one thing.", "Choose another name.");
    }

    Refusal WrongSize(string what, string name, int count) =>
        new($"`{name}` has {Wording.Count(count)} {what} for {Wording.Plural(Rows, "row")}.", "Give one for every row.");
}
