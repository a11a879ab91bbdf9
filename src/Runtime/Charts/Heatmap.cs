namespace Runtime.Charts;

/// <summary>A matrix of coloured cells with their numbers written in.</summary>
/// <param name="Values">Rows × columns; NaN stays empty.</param>
public sealed record Heatmap(
    string Name, string Title, IReadOnlyList<string> RowNames, IReadOnlyList<string> ColumnNames, double[][] Values)
    : Chart(Name, Title), IExample<Heatmap>
{
    /// <summary>Colours run both ways from zero (correlations, deviations) rather than from low to high.</summary>
    public bool Diverging { get; init; }

    public CellFormat Format { get; init; } = CellFormat.Number;

    /// <summary>The cell to mark: row and column.</summary>
    public (int Row, int Column)? Marked { get; init; }

    /// <summary>Cluster of each row (−1 noise) when the rows are clusters, for their colours.</summary>
    public IReadOnlyList<int>? RowClusters { get; init; }

    public static Heatmap Example => new(
        "cells", "Correlations", ["energy", "valence"], ["energy", "valence", "speed"], [[1, 0.4, -0.7], [0.4, 1, double.NaN]])
    {
        Diverging = true,
        Marked = (0, 2),
    };

    protected override Figure Compose() => new(
        Name,
        Title,
        [
            new BandScale("column", [.. ColumnNames]),
            new BandScale("row", [.. RowNames]) { Hues = RowClusters is null ? null : [.. RowClusters.Select(Hue.Cluster)] },
            new ColourScale("colour") { Diverging = Diverging, Format = Format },
        ],
        [new("column", "row", [new CellMark([.. Values.Select(row => new ValueList<double>(row))], "colour"), .. Mark()])]);

    IEnumerable<Mark> Mark()
    {
        if (Marked is var (row, column) && row >= 0 && row < RowNames.Count && column >= 0 && column < ColumnNames.Count)
            yield return new PointMark([column], [row]) { Marked = true };
    }
}
