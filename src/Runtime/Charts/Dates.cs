using System.Globalization;

namespace Runtime.Charts;

/// <summary>Dates as people read them in a chart, and the round ones among them; all in microseconds since the start of 1970.</summary>
public static class Dates
{
    const double Second = 1e6, Minute = 60 * Second, Hour = 60 * Minute, Day = 24 * Hour, Month = 30.4 * Day, Year = 365.2 * Day;

    /// <summary>From one tick to the next: so many of what is even, and of what is not the months.</summary>
    static readonly (double Step, int Months)[] Steps =
    [
        .. ((double[])[1, 2, 5, 10, 15, 30]).Select(n => (n * Second, 0)),
        .. ((double[])[1, 2, 5, 10, 15, 30]).Select(n => (n * Minute, 0)),
        .. ((double[])[1, 2, 3, 6, 12]).Select(n => (n * Hour, 0)),
        .. ((double[])[1, 2, 7, 14]).Select(n => (n * Day, 0)),
        .. ((int[])[1, 2, 3, 6]).Select(n => (n * Month, n)),
        .. ((int[])[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]).Select(n => (n * Year, n * 12)),
    ];

    /// <summary>A date by itself, with the time of day where it has one.</summary>
    public static string Value(double time) => !TimeForm.IsDate(time) ? "–"
        : Written(time, time % Day == 0 ? "yyyy-MM-dd" : time % Minute == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss");

    /// <summary>A date among others that are a step apart.</summary>
    public static string Tick(double time, double step) => !TimeForm.IsDate(time) ? "–" : Written(time,
        step >= 0.9 * Year ? "yyyy" : step >= 0.9 * Month ? "MMM yyyy" : step >= Day ? "d MMM yyyy"
        : step >= Minute ? "d MMM HH:mm" : "HH:mm:ss");

    /// <summary>Round dates from one to another, about so many, and how far apart they are.</summary>
    public static (double[] Ticks, double Step) Between(double low, double high, int count)
    {
        var rough = (high - low) / Math.Max(count, 1);
        if (!TimeForm.IsDate(low) || !TimeForm.IsDate(high) || rough < Second / 2) return ([], rough);
        var (step, months) = Steps.FirstOrDefault(s => s.Step >= 0.8 * rough, Steps[^1]);
        return ([.. (months > 0 ? Months(low, high, months) : Even(low, high, step))], step);
    }

    // Weeks begin on Mondays, and the first day of 1970 was a Thursday.
    static IEnumerable<double> Even(double low, double high, double step)
    {
        var start = step >= 7 * Day ? 4 * Day : 0;
        for (var i = Math.Ceiling((low - start) / step); start + i * step <= high; i++) yield return start + i * step;
    }

    static IEnumerable<double> Months(double low, double high, int every)
    {
        var first = TimeForm.ToDate(low);
        for (var month = first.Year * 12 + first.Month - 1; month / 12 <= DateTime.MaxValue.Year; month++)
        {
            if (month % every != 0 || month < 12) continue;
            var tick = TimeForm.ToMicroseconds(new DateTime(month / 12, month % 12 + 1, 1));
            if (tick > high) yield break;
            if (tick >= low) yield return tick;
        }
    }

    static string Written(double time, string format) => TimeForm.ToDate(time).ToString(format, CultureInfo.InvariantCulture);
}
