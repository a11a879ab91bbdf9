using Dsl;
using Host.Receipts;

namespace Host.Pricing;

/// <summary>What a run of a plan would take here, step by step.</summary>
sealed record Forecast(IReadOnlyList<ForeseenStep> Steps)
{
    /// <summary>The program itself.</summary>
    const double Base = 75e6;

    /// <summary>Until the first step, and the report after the last.</summary>
    static readonly SecondsRange Around = SecondsRange.About(0.12, Price.UsualSpread);

    /// <summary>Nothing is counted as kept.</summary>
    public SecondsRange FromNothing => SecondsRange.Sum(Steps.Select(s => s.Computed).Append(Around));

    public SecondsRange Now => SecondsRange.Sum(Steps.Select(s => s.Seconds).Append(Around));

    public double PeakMemory => Steps.Select(s => s.Memory).DefaultIfEmpty(Base).Max();

    /// <param name="seen">How the costly steps stand, by their numbers; null when that is not asked.</param>
    public static Forecast Of(IReadOnlyList<PricedStep> steps, Machine machine, IReadOnlyDictionary<int, Foreseen>? seen)
    {
        var foreseen = new List<ForeseenStep>();
        var before = 0.0;
        foreach (var step in steps)
        {
            foreseen.Add(new(step, SecondsRange.Of(step, machine), Base + before + Math.Max(0, step.StudyBytes - before)
                + step.Price.Memory)
            {
                Standing = seen?.GetValueOrDefault(step.Number),
            });
            before = step.StudyBytes;
        }
        return new(foreseen);
    }
}

/// <summary>A step of it.</summary>
/// <param name="Computed">When it runs.</param>
/// <param name="Memory">Of the whole program while it does: bytes.</param>
sealed record ForeseenStep(PricedStep Priced, SecondsRange Computed, double Memory)
{
    /// <summary>Reading what is kept: a little for each entry, and of its values those that a later step asks for.</summary>
    const double SecondsAnEntry = 0.005, BytesASecond = 1e9;

    /// <summary>Null of a step whose results are not kept.</summary>
    public Foreseen? Standing { get; init; }

    public bool IsKept => Standing?.IsKept == true;

    public SecondsRange Seconds => !IsKept ? Computed
        : SecondsRange.About(SecondsAnEntry + 20 * Priced.Load.Rows / BytesASecond, Price.UsualSpread);

    public int Number => Priced.Number;

    public Operator Operator => Priced.Planned.Operator!;
}

/// <summary>A time that is not known exactly.</summary>
readonly record struct SecondsRange(double Low, double Likely, double High)
{
    public static SecondsRange About(double seconds, double spread) => new(seconds / spread, seconds, seconds * spread);

    public static SecondsRange Of(PricedStep step, Machine machine) =>
        About(machine.Seconds(step.Price), step.Price.Spread * step.Doubt);

    /// <summary>One after the other: what is under here is over there, so that the range grows less than the sum.</summary>
    public static SecondsRange Sum(IEnumerable<SecondsRange> times)
    {
        var all = times.ToList();
        var likely = all.Sum(t => t.Likely);
        return new(
            likely - Math.Sqrt(all.Sum(t => (t.Likely - t.Low) * (t.Likely - t.Low))),
            likely,
            likely + Math.Sqrt(all.Sum(t => (t.High - t.Likely) * (t.High - t.Likely))));
    }
}
