namespace Runtime.Numerics.Statistics;

/// <summary>What a column holds, in a few figures.</summary>
/// <param name="Numbers">For columns of numbers that have any.</param>
/// <param name="MostFrequent">For columns of text that have any.</param>
public sealed record ColumnSummary(string Name, int Count, int Missing, int Distinct, NumberSummary? Numbers, string? MostFrequent)
{
    /// <summary>Counts of equal bins from the least to the greatest value; empty for texts, and where there is no value.</summary>
    public int[] Bars { get; init; } = [];

    /// <summary>The first and the last of dates.</summary>
    public (string First, string Last)? Range { get; init; }

    public static ColumnSummary Of(Column column)
    {
        if (column is TimeColumn times) return OfTimes(times);
        if (column is not NumberColumn numbers) return OfText(column);
        var distribution = Distribution.Of(numbers.Values);
        return new(column.Name, distribution.Count, column.Missing, distribution.Distinct,
            distribution.Count == 0 ? null : NumberSummary.Of(numbers.Storage, distribution), null)
        {
            Bars = SmallHistogram.Of(distribution),
        };
    }

    static ColumnSummary OfTimes(TimeColumn column)
    {
        var distribution = Distribution.Of(column.Values);
        return new(column.Name, distribution.Count, column.Missing, distribution.Distinct, null, null)
        {
            Bars = SmallHistogram.Of(distribution),
            Range = distribution.Count == 0 ? null : (column.Show(distribution.Values[0]), column.Show(distribution.Values[^1])),
        };
    }

    static ColumnSummary OfText(Column column)
    {
        var frequencies = Frequencies.Of(column, 1);
        return new(column.Name, frequencies.Present, column.Missing, frequencies.Distinct, null,
            frequencies.Distinct == 0 ? null : frequencies.Top[0].Value);
    }
}

/// <summary>Moments and quartiles of numbers.</summary>
public sealed record NumberSummary(Moments Moments, double Q25, double Median, double Q75)
{
    public static NumberSummary Of(double[] values, Distribution distribution) =>
        new(Moments.Of(values, Work.Alone), distribution.Quantile(0.25), distribution.Quantile(0.5), distribution.Quantile(0.75));
}
