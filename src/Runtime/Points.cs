using Runtime.Numerics;

namespace Runtime;

/// <summary>Named points: a row of finite numbers for every row of the table.</summary>
/// <param name="Columns">The names of the matrix's columns.</param>
public sealed record Points(string Name, Matrix Matrix, ValueList<string> Columns) : INamed
{
    /// <summary>The columns of the table that they come from; empty when they were not made of any.</summary>
    public ValueList<string> Source { get; init; } = Columns;

    /// <summary>What made them of <see cref="Source"/>, in the order of application.</summary>
    public ValueList<Projection> Chain { get; init; } = [];

    /// <summary>The points that a model makes of these.</summary>
    public Points Through(Projection model, Matrix made) =>
        new(model.Name, made, model.Outputs) { Source = Source, Chain = [.. Chain, model] };

    /// <summary>What an algorithm makes of the numbers; where it cannot go on with them, the column at fault is named.</summary>
    /// <exception cref="Refusal">The range of the numbers is beyond what doubles can square and compare.</exception>
    public T Fit<T>(Func<Matrix, T> algorithm)
    {
        try
        {
            return algorithm(Matrix);
        }
        catch (NumericsException beyond)
        {
            throw new Refusal(beyond.Column is { } column ? $"`{Columns[column]}` {beyond.Message}" : beyond.Message,
                beyond.Advice ?? "Scale the columns first with `scale standard`.");
        }
    }

    public Points Take(int[] rows) => this with { Matrix = Matrix.Take(rows) };

    /// <summary>A hash of the names of the columns and the numbers in them.</summary>
    public string Content => ContentHash.Of(hash =>
    {
        foreach (var column in Columns) hash.Add(column);
        hash.Add(Matrix.Content);
    });
}
