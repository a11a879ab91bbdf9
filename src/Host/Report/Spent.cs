namespace Host.Report;

/// <summary>Times as a report says them: what is too short to matter is none.</summary>
static class Spent
{
    public static string Of(TimeSpan time) => time.TotalSeconds < 0.05 ? "–" : Quantities.Seconds(time);
}
