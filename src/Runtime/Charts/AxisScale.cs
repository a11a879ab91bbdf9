namespace Runtime.Charts;

/// <summary>Values laid along a length, with round numbers as ticks.</summary>
public sealed class AxisScale
{
    // Beyond these, sums and differences would overflow or vanish.
    const double Largest = 1e300, Smallest = 1e-290;

    // A bound that is missed by a rounding error is met.
    const double Close = 1e-9;

    readonly double low, high;
    readonly float from, to;
    readonly ScaleSpacing spacing;
    readonly CellFormat format;
    readonly double knee;

    /// <summary>A scale of a figure, over all that stands on it.</summary>
    /// <param name="from">Where the least value stands.</param>
    /// <param name="to">Where the greatest stands.</param>
    /// <param name="count">About how many ticks.</param>
    public static AxisScale Of(Figure figure, ValueScale scale, float from, float to, int count) =>
        new(figure.On(scale.Name), scale.Spacing, scale.Tight, HasValues(figure, scale.Name), scale.Format, from, to, count, scale.Knee);

    /// <summary>Missing and infinite values count for nothing.</summary>
    /// <param name="tight">Ends at the values rather than at ticks.</param>
    /// <param name="exact">The values are all there are, not the ends of a range: when they are whole, so are the ticks.</param>
    /// <param name="knee">Of a scale that is even about zero.</param>
    public AxisScale(
        IEnumerable<double> values, ScaleSpacing spacing, bool tight, bool exact, CellFormat format, float from, float to, int count,
        double knee = 1)
    {
        (this.spacing, this.format, this.from, this.to, this.knee) = (spacing, format, from, to, knee);
        var all = values.Where(double.IsFinite).ToArray();
        (low, high) = Range(all.Select(Bent).Where(double.IsFinite));
        var whole = format == CellFormat.Count || exact && format != CellFormat.Share && Array.TrueForAll(all, v => v == Math.Floor(v));
        if (format == CellFormat.Time) (Ticks, Step) = Dates.Between(low, high, count);
        else if (spacing == ScaleSpacing.Log) (Ticks, low, high) = Powers(tight);
        else if (spacing == ScaleSpacing.Symlog) Ticks = BothWays(count);
        else (Ticks, low, high) = Steps(count, whole, tight);
    }

    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Between ticks, when these are even.</summary>
    public double Step { get; private set; }

    /// <summary>Not finite for what has no place on the scale.</summary>
    public float At(double value) => (float)(from + (Bent(value) - low) / (high - low) * (to - from));

    /// <summary>The ticks as text: alike on an even scale, each by itself on one of factors.</summary>
    public IReadOnlyList<string> Labels() => spacing is ScaleSpacing.Log or ScaleSpacing.Symlog
        ? [.. Ticks.Select(tick => Numbers.Together([tick], tick, format, suffixes: true)[0])]
        : Numbers.Together(Ticks, Step, format, suffixes: true);

    static bool HasValues(Figure figure, string scale) =>
        figure.Panels.Where(p => p.X == scale || p.Y == scale).All(p => p.Marks.All(m => m is PlacedMark or RuleMark));

    double Bent(double value) => spacing switch
    {
        ScaleSpacing.Log => value > 0 ? Math.Log10(value) : double.NaN,
        ScaleSpacing.Symlog => Math.Asinh(Math.Clamp(value, -Largest, Largest) / knee),
        ScaleSpacing.Root => Math.Sqrt(value),
        _ => double.IsNaN(value) ? value : Math.Clamp(value, -Largest, Largest),
    };

    (double[] Ticks, double Low, double High) Steps(int count, bool whole, bool tight)
    {
        Step = Nice((high - low) / Math.Max(count, 1));
        if (whole) Step = Math.Max(Step, 1);
        var first = tight ? Math.Ceiling(low / Step - Close) : Math.Floor(low / Step + Close);
        var last = tight ? Math.Floor(high / Step + Close) : Math.Ceiling(high / Step - Close);
        var ticks = Enumerable.Range(0, (int)Math.Min(last - first, 100) + 1).Select(i => (first + i) * Step).ToArray();
        return tight ? (ticks, low, high) : (ticks, first * Step, last * Step);
    }

    /// <summary>Powers of ten, and between them where there are few.</summary>
    (double[] Ticks, double Low, double High) Powers(bool tight)
    {
        var (first, last) = ((int)Math.Floor(low + Close), (int)Math.Ceiling(high - Close));
        double[] between = last - first <= 2 ? [1, 2, 5] : [1];
        var ticks = Enumerable.Range(first, last - first + 1).SelectMany(power => between.Select(digit => digit * Math.Pow(10, power)));
        var (start, end) = tight ? (low, high) : (first, last);
        return ([.. ticks.Where(tick => Math.Log10(tick) >= start - Close && Math.Log10(tick) <= end + Close)], start, end);
    }

    /// <summary>Zero and powers of ten on its sides from the knee on, the farther ones where there are too many.</summary>
    double[] BothWays(int count)
    {
        var (first, last) = ((int)Math.Ceiling(Math.Log10(knee) - Close), (int)Math.Log10(knee * Math.Sinh(Math.Max(high, -low))) + 1);
        var every = Math.Max(1, (int)Math.Ceiling((last - first + 1.0) / Math.Max(count, 2)));
        var sides = Enumerable.Range(0, Math.Max(0, last - first + 1)).Where(i => i % every == 0)
            .Select(i => Math.Pow(10, first + i)).ToArray();
        return [.. ((double[])[.. sides.Reverse().Select(tick => -tick), 0, .. sides])
            .Where(tick => Bent(tick) >= low - Close && Bent(tick) <= high + Close)];
    }

    static (double Low, double High) Range(IEnumerable<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return low > high ? (0, 1)
            : high - low > 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high)) && high - low > Smallest ? (low, high)
            : Math.Abs(low) < Smallest ? (0, 1)
            : (low - 0.1 * Math.Abs(low), high + 0.1 * Math.Abs(high));
    }

    static double Nice(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * ((rough / power) switch { <= 1.0001 => 1, <= 2.0001 => 2, <= 5.0001 => 5, _ => 10 });
    }
}
