namespace Runtime;

/// <summary>Named points: a row of finite numbers for every row of the table.</summary>
public sealed record Points(string Name, Matrix Matrix, ValueList<string> Columns) : INamed
{
    public Points Take(int[] rows) => this with { Matrix = Matrix.Take(rows) };
}
