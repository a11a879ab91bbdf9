using System.Diagnostics;
using System.Text.Json;

namespace Bench;

/// <summary>What a process that measures one step prints as one line of JSON; peers print the same.</summary>
/// <param name="Seconds">The median of the repetitions.</param>
/// <param name="First">The first of them, with everything that happens once.</param>
/// <param name="Peak">The most memory that the process had after the first, in bytes.</param>
/// <param name="Result">What came out, so that one sees that all did the same.</param>
sealed record Measured(double Seconds, double First, long Peak, string Result)
{
    /// <summary>Short steps are repeated until so many seconds are spent.</summary>
    const double Enough = 1;

    const int Most = 9;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Measured Of(Func<string> step)
    {
        var (result, peak) = ("", 0L);
        var times = new List<double>();
        while (times.Count == 0 || (times.Count < Most && times.Sum() < Enough))
        {
            var start = Stopwatch.GetTimestamp();
            var now = step();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (times.Count > 1) continue;
            (result, peak) = (now, PeakOf(Process.GetCurrentProcess()));
        }
        return new(Numbers.Median(times), times[0], peak, result);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The last line of what a process printed.</summary>
    /// <exception cref="JsonException">It is not what is asked for.</exception>
    public static Measured Parse(string output)
    {
        var line = output.TrimEnd().Split('\n')[^1];
        var found = JsonSerializer.Deserialize<Measured>(line, Json) ?? throw new JsonException("Nothing was printed.");
        return found with { Result = found.Result ?? "", First = found.First > 0 ? found.First : found.Seconds };
    }

    /// <summary>The most memory a process had so far, 0 where that is not known.</summary>
    public static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
