namespace Runtime.Charts;

/// <summary>A matrix of coloured cells with their numbers written in.</summary>
/// <param name="Values">Rows × columns; NaN stays empty.</param>
public sealed record Heatmap(
    string Name, string Title, IReadOnlyList<string> RowNames, IReadOnlyList<string> ColumnNames, double[][] Values)
    : Chart(Name, Title), IExample<Heatmap>
{
    /// <summary>In <see cref="RowClusters"/> the number of a row for all clusters.</summary>
    public const int NoCluster = -2;

    /// <summary>Colours run both ways from zero (correlations, deviations) rather than from low to high.</summary>
    public bool Diverging { get; init; }

    public CellFormat Format { get; init; } = CellFormat.Number;

    /// <summary>The cell to mark: row and column.</summary>
    public (int Row, int Column)? Marked { get; init; }

    /// <summary>What is written in the cells in place of their values; where nothing is and there is no value, nothing is drawn.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Texts { get; init; }

    /// <summary>The value of the strongest colour; what is beyond has it, too.</summary>
    public double? Reach { get; init; }

    /// <summary>Colours need a key: they tell more than yes and no.</summary>
    public bool HasKey { get; init; } = true;

    /// <summary>What the colours are of.</summary>
    public string? ColourAxis { get; init; }

    public string? RowAxis { get; init; }

    public string? ColumnAxis { get; init; }

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
            new BandScale("column", [.. ColumnNames]) { Title = ColumnAxis },
            new BandScale("row", [.. RowNames]) { Title = RowAxis, Hues = RowClusters is null ? null : [.. RowClusters.Select(HueOf)] },
            new ColourScale("colour") { Diverging = Diverging, Format = Format, Reach = Reach, Title = ColourAxis, Shown = HasKey },
        ],
        [new("column", "row", [Cells(), .. Mark()])]);

    // A row that is no cluster stands for all.
    static Hue HueOf(int cluster) => cluster <= NoCluster ? Hue.Strong : Hue.Cluster(cluster);

    CellMark Cells() => new([.. Values.Select(row => new ValueList<double>(row))], "colour")
    {
        Texts = Texts is null ? null : [.. Texts.Select(row => new ValueList<string>([.. row]))],
    };

    IEnumerable<Mark> Mark()
    {
        if (Marked is var (row, column) && row >= 0 && row < RowNames.Count && column >= 0 && column < ColumnNames.Count)
            yield return new PointMark([column], [row]) { Marked = true };
    }
}
