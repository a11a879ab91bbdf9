using System.Globalization;
using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>What stands in for the missing values of each column of <see cref="Model.Inputs"/>.</summary>
/// <param name="Values">A double for a column of numbers, a string for one of text.</param>
public sealed record ImputeModel(string Name, ValueList<object> Values) : ColumnModel(Name)
{
    public override IReadOnlyList<Column> Apply(Table table, Work work) => [.. Inputs.Zip(Values, (name, value) => Filled(table[name], value))];

    static Column Filled(Column column, object value) => column.Missing == 0 ? column
        : column is TextColumn text ? Columns.Filled(text, Convert.ToString(value, CultureInfo.InvariantCulture)!)
        : Columns.Filled((NumberColumn)column, (double)value);

    protected override void AddContent(ContentHash hash)
    {
        foreach (var value in Values) hash.Add(Convert.ToString(value, CultureInfo.InvariantCulture)!);
    }
}
