using Runtime.Charts;

namespace Runtime.Operators.Draw;

/// <summary>The bins of a plane of two columns, equal along its axes.</summary>
/// <param name="Count">Along each axis.</param>
sealed record PlaneBins(NumberColumn X, NumberColumn Y, AxisBend BendX, AxisBend BendY, Extent Across, Extent Up, int Count)
{
    /// <summary>How many of the rows are in each bin, [across × count + up].</summary>
    public int[] Of(int[] rows)
    {
        var (across, up) = (Bins(BendX, Across), Bins(BendY, Up));
        var counts = new int[Count * Count];
        foreach (var r in rows) counts[across(X.Storage[r]) * Count + up(Y.Storage[r])]++;
        return counts;
    }

    Func<double, int> Bins(AxisBend bend, Extent span)
    {
        var (from, width) = (bend.To(span.Low), bend.To(span.High) - bend.To(span.Low));
        return value => Math.Clamp((int)((bend.To(value) - from) / width * Count), 0, Count - 1);
    }
}
