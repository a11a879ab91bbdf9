namespace Runtime.Operators.Draw;

/// <summary>What several values come to in one bar or one point.</summary>
public enum Aggregation
{
    Mean,
    Median,
    Sum,
    Min,
    Max,
}

/// <summary>Values that share a place, as one.</summary>
static class Aggregates
{
    public static double Of(Aggregation how, List<double> values) => values.Count == 0 ? double.NaN : how switch
    {
        Aggregation.Sum => values.Sum(),
        Aggregation.Min => values.Min(),
        Aggregation.Max => values.Max(),
        Aggregation.Median => Median([.. values]),
        _ => values.Average(),
    };

    static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
