using Dsl;
using Host.Receipts;

namespace Host.Pricing;

/// <summary>
/// How long a run will still take: what was foreseen of the steps that are left, at the pace of those that are done. Nothing is foreseen
/// before somebody waits for a while.
/// </summary>
sealed class TimeLeft(Plan plan, HostContext host)
{
    /// <summary>Seconds that count for the forecast: what is over soon says little about the pace.</summary>
    const double Weight = 3;

    const double FarthestPace = 4;

    /// <summary>A run of this many seconds is worth knowing the machine for.</summary>
    const double Long = 10;

    readonly Lazy<Forecast?> forecast = new(() => Foreseen(plan, host));

    /// <summary>Seconds; null when the running step takes longer than was foreseen, or when nothing was.</summary>
    /// <param name="done">The steps that have ended.</param>
    /// <param name="ofStep">What the running step itself says, in seconds; null when it does not.</param>
    public double? Of(IEnumerable<StepRecord> done, int running, TimeSpan elapsed, double? ofStep)
    {
        if (forecast.Value is not { } all || all.Steps.FirstOrDefault(s => s.Number == running) is not { } step) return null;
        var pace = PaceOf(done, all);
        var later = all.Steps.Where(s => s.Number > running).Sum(s => s.Seconds.Likely) * pace;
        if (ofStep is { } told) return told + later;
        // A step that was thought to be kept may run after all.
        var (likely, high) = elapsed.TotalSeconds > step.Seconds.High && step.IsKept ? (step.Computed.Likely, step.Computed.High)
            : (step.Seconds.Likely, step.Seconds.High);
        return elapsed.TotalSeconds > high * pace ? null : Math.Max(0, likely * pace - elapsed.TotalSeconds) + later;
    }

    static double PaceOf(IEnumerable<StepRecord> done, Forecast all)
    {
        var (took, said) = (Weight, Weight);
        foreach (var step in done.Where(s => s.Finished && !s.Kept))
        {
            took += step.Time.TotalSeconds;
            said += all.Steps.FirstOrDefault(s => s.Number == step.Number)?.Computed.Likely ?? 0;
        }
        return Math.Clamp(took / said, 1 / FarthestPace, FarthestPace);
    }

    static Forecast? Foreseen(Plan plan, HostContext host)
    {
        try
        {
            var seen = host.Cache is null ? null : new Foresight(plan, host).Of(ReceiptFile.Of(plan.Source.Name, host).Read());
            return Forecast.Of(Dsl.Pricing.Of(plan), new MachineFile(host).Known() ?? Machine.Reference, seen);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
            return null;
        }
    }

    /// <summary>
    /// After a long run in front of somebody, so that the next one is foreseen for this machine; while it runs nothing can be measured.
    /// </summary>
    public static void Learn(TimeSpan took, HostContext host)
    {
        if (host.Interactive && host.Cache is not null && took.TotalSeconds > Long) new MachineFile(host).Get();
    }
}
