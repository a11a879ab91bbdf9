namespace Runtime.Operators.Cluster;

/// <summary>What every clustering by distance asks of its points.</summary>
static class OneScale
{
    /// <summary>Warns when columns come as the table has them, each in its own unit.</summary>
    public static void Ask(Shape before, CheckContext check)
    {
        if (before.Current is not { Raw: true } points || points.Columns is { Count: < 2 }) return;
        check.Warn("unscaled", "Columns not on one scale", null,
            $"The columns of `{points.Name}` have the units of the table: those of large numbers outweigh the others.",
            "Put `scale standard` before this step, or end its line with `# ok: unscaled` if the columns share a unit.");
    }
}
