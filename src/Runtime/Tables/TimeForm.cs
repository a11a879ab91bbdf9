using System.Globalization;
using System.Text;

namespace Runtime.Tables;

/// <summary>One way to write dates and times of day; what is read so is written the same again.</summary>
/// <param name="Format">In the letters of .NET: <c>yyyy-MM-dd</c>, <c>dd/MM/yyyy HH:mm</c>.</param>
public sealed record TimeForm(string Format)
{
    /// <summary>Ticks are tenths of a microsecond.</summary>
    const int TicksOfMicrosecond = 10;

    /// <summary>Microseconds beyond ±2^53 have no double of their own.</summary>
    const long Most = 1L << 53;

    /// <summary>Those of ISO 8601 that are read by themselves.</summary>
    public static IReadOnlyList<TimeForm> Iso { get; } =
    [
        new("yyyy-MM-dd"),
        .. from parted in (string[])[" ", "'T'"]
           from time in (string[])["HH:mm", "HH:mm:ss", "HH:mm:ss.f", "HH:mm:ss.ff", "HH:mm:ss.fff", "HH:mm:ss.ffffff"]
           from zone in (string[])["", "'Z'", "'+00:00'"]
           select new TimeForm($"yyyy-MM-dd{parted}{time}{zone}"),
    ];

    /// <summary>A text that is written so, and would be written so again.</summary>
    public bool TryRead(ReadOnlySpan<byte> utf8, out double microseconds)
    {
        microseconds = 0;
        if (utf8.Length is 0 or > 64) return false;
        Span<char> text = stackalloc char[64];
        var letters = text[..Encoding.UTF8.GetChars(utf8, text)];
        if (!DateTime.TryParseExact(letters, Format, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var time))
            return false;
        var ticks = time.Ticks - DateTime.UnixEpoch.Ticks;
        microseconds = ticks / TicksOfMicrosecond;
        return ticks % TicksOfMicrosecond == 0 && Math.Abs(microseconds) <= Most && letters.SequenceEqual(Show(microseconds));
    }

    public string Show(double microseconds) => ToDate(microseconds).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Within the years 1 to 9999.</summary>
    public static bool IsDate(double microseconds) =>
        microseconds >= ToMicroseconds(DateTime.MinValue) && microseconds <= ToMicroseconds(DateTime.MaxValue);

    public static DateTime ToDate(double microseconds) => new(DateTime.UnixEpoch.Ticks + (long)microseconds * TicksOfMicrosecond);

    /// <summary>What is finer is cut off.</summary>
    public static double ToMicroseconds(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) / TicksOfMicrosecond;

    /// <summary>This form where it loses nothing of the times, else one of ISO 8601 that does not.</summary>
    /// <param name="times">Microseconds; NaN where none is known.</param>
    public TimeForm Holding(double[] times)
    {
        var (finest, days) = (Finest, Format.Contains('d'));
        return Array.TrueForAll(times, t => !IsDate(t) || t % finest == 0 && (days || ToDate(t).Day == 1)) ? this
            : For(times.Where(IsDate).Select(ToDate));
    }

    /// <summary>By the number of decimals of a second.</summary>
    static readonly double[] Steps = [1e6, 1e5, 1e4, 1e3, 1e2, 1e1, 1];

    /// <summary>The least step that its letters tell, in microseconds.</summary>
    double Finest => Format.Count(c => c == 'f') is > 0 and var decimals
        ? Steps[Math.Min(decimals, 6)]
        : Format.Contains('s') ? 1e6 : Format.Contains('m') ? 6e7 : Format.Contains('H') || Format.Contains('h') ? 3.6e9 : 8.64e10;

    /// <summary>A form of ISO 8601 that loses nothing of the dates.</summary>
    public static TimeForm For(IEnumerable<DateTime> times) => new(
        times.All(t => t.TimeOfDay == TimeSpan.Zero) ? "yyyy-MM-dd"
        : times.All(t => t.Ticks % TimeSpan.TicksPerSecond == 0) ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.ffffff");

    /// <summary>A date as people write it in a script.</summary>
    public static double? ReadIso(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        foreach (var form in Iso) if (form.TryRead(utf8, out var time)) return time;
        return null;
    }

    /// <summary>Whether the letters make a format that dates can be written in, of some of their parts at least.</summary>
    public static bool IsWritten(string format)
    {
        try
        {
            // One letter alone would be a format of a culture's own.
            return format.Length > 1 && format.All(c => !char.IsAsciiLetter(c) || "yMdHhmsfT".Contains(c))
                && new TimeForm(format).Show(0).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Those of ISO 8601 and, as charts name them, those of months.</summary>
    static readonly TimeForm[] Periods = [.. Iso, .. ((string[])
        ["yyyy-MM-dd HH", "yyyy-MM", "yyyy/MM", "MM/yyyy", "MMM yyyy", "yyyy MMM"]).Select(f => new TimeForm(f))];

    /// <summary>Texts that all are dates or all are months, as dates (a month is its first day); null when they are none.</summary>
    public static TimeColumn? Read(TextColumn texts)
    {
        var (words, form) = (texts.Words, (TimeForm?)null);
        var times = new double[words.Count];
        foreach (var code in texts.Storage.Where(code => code >= 0).Distinct())
        {
            var word = words.Utf8(code);
            if (form is null) foreach (var known in Periods) if (form is null && known.TryRead(word, out _)) form = known;
            if (form?.TryRead(word, out times[code]) != true) return null;
        }
        return form is null ? null
            : new(texts.Name, Array.ConvertAll(texts.Storage, code => code < 0 ? double.NaN : times[code]), form);
    }

    /// <summary>Whether the letters make a format that dates can be read by, or months, each as its first day.</summary>
    public static bool IsFormat(string format)
    {
        try
        {
            var sample = new DateTime(2001, 12, 23, 14, 35, 46);
            var day = format.Contains('d') ? sample.Day : 1;
            return format.Contains('M') && format.Contains('y')
                && DateTime.TryParseExact(sample.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture,
                    DateTimeStyles.None, out var back)
                && back.Date == new DateTime(sample.Year, sample.Month, day);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
