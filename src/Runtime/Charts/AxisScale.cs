namespace Runtime.Charts;

/// <summary>Values laid along a length, with round numbers as ticks.</summary>
sealed class AxisScale
{
    // Beyond these, sums and differences would overflow or vanish.
    const double Largest = 1e300, Smallest = 1e-290;

    readonly double low, high;
    readonly float from, to;
    readonly bool log;

    AxisScale(double low, double high, float from, float to, bool log = false) =>
        (this.low, this.high, this.from, this.to, this.log) = (low, high, from, to, log);

    public double Step { get; private init; }

    public IReadOnlyList<double> Ticks { get; private init; } = [];

    /// <summary>Covers the values and ends at ticks. Missing and infinite values count for nothing.</summary>
    /// <param name="values">What is to be shown.</param>
    /// <param name="count">About how many steps.</param>
    /// <param name="whole">Ticks at whole numbers only.</param>
    /// <param name="tight">Ends at the values rather than at ticks.</param>
    public static AxisScale Over(IEnumerable<double> values, float from, float to, int count, bool whole = false, bool tight = false)
    {
        var (low, high) = Range(values);
        var step = Nice((high - low) / Math.Max(count, 1));
        step = whole ? Math.Max(step, 1) : step;
        var first = (tight ? Math.Ceiling(low / step - 1e-9) : Math.Floor(low / step + 1e-9));
        var last = (tight ? Math.Floor(high / step + 1e-9) : Math.Ceiling(high / step - 1e-9));
        var ticks = Enumerable.Range(0, (int)Math.Min(last - first, 100) + 1).Select(i => (first + i) * step).ToArray();
        return new(tight ? low : first * step, tight ? high : last * step, from, to) { Step = step, Ticks = ticks };
    }

    /// <summary>Equal lengths for equal factors; ticks at powers of ten, and between them where there are few.</summary>
    /// <inheritdoc cref="Over"/>
    public static AxisScale Logarithmic(IEnumerable<double> values, float from, float to, bool tight = false)
    {
        var (low, high) = Range(values.Where(value => value > 0).Select(value => Math.Log10(value)));
        var (first, last) = ((int)Math.Floor(low + 1e-9), (int)Math.Ceiling(high - 1e-9));
        double[] between = last - first <= 2 ? [1, 2, 5] : [1];
        var ticks = Enumerable.Range(first, last - first + 1).SelectMany(power => between.Select(digit => digit * Math.Pow(10, power)));
        var (start, end) = tight ? (low, high) : (first, last);
        return new(start, end, from, to, log: true)
        {
            Ticks = [.. ticks.Where(tick => Math.Log10(tick) >= start - 1e-9 && Math.Log10(tick) <= end + 1e-9)],
        };
    }

    public float At(double value) => (float)(from + ((log ? Math.Log10(value) : Bounded(value)) - low) / (high - low) * (to - from));

    /// <summary>The ticks as text: alike on an even scale, each by itself on a logarithmic one.</summary>
    public string[] Labels(CellFormat format) => log
        ? [.. Ticks.Select(tick => Numbers.Together([tick], tick, format, suffixes: true)[0])]
        : Numbers.Together(Ticks, Step, format, suffixes: true);

    static (double Low, double High) Range(IEnumerable<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                low = Math.Min(low, Bounded(value));
                high = Math.Max(high, Bounded(value));
            }
        }

        return low > high ? (0, 1)
            : high - low > 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high)) && high - low > Smallest ? (low, high)
            : Math.Abs(low) < Smallest ? (0, 1)
            : (low - 0.1 * Math.Abs(low), high + 0.1 * Math.Abs(high));
    }

    static double Bounded(double value) => Math.Clamp(value, -Largest, Largest);

    static double Nice(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * ((rough / power) switch { <= 1.0001 => 1, <= 2.0001 => 2, <= 5.0001 => 5, _ => 10 });
    }
}
