namespace Runtime.Operators.Cluster;

/// <summary>What all that measures distances or variances asks of its points.</summary>
public static class OneScale
{
    public static readonly DiagnosticCode Unscaled = new("unscaled", "Columns not on one scale",
        "Clustering measures distances, and `pca` variances, in which a column of large numbers outweighs the others: a tempo in "
        + "beats a minute counts a hundred times as much as a share. `scale`, or `pca` with `whiten`, brings columns to one scale. Where "
        + "columns share a unit, say that it is meant: `# ok: unscaled`.",
        CodeExamples.Load + "features danceability tempo\nkmeans k=3",
        CodeExamples.Load + "features danceability tempo\nscale standard\nkmeans k=3")
    { Severity = Severity.Warning };

    /// <summary>Warns when columns come as the table has them, each in its own unit.</summary>
    public static void Ask(Shape before, CheckContext check)
    {
        if (before.Current is not { Raw: true } points || points.Columns is { Count: < 2 }) return;
        if (points.Columns is { } columns && Coordinates.Are(columns)) return;
        check.Warn(Unscaled, null,
            $"The columns of `{points.Name}` have the units of the table: those of large numbers outweigh the others.",
            "Put `scale standard` before this step, or end its line with `# ok: unscaled` if the columns share a unit.",
            new Remedy { Before = "scale standard" });
    }
}
