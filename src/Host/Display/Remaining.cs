using System.Globalization;

namespace Host.Display;

/// <summary>How long a step will still take, as far as what it says of itself tells.</summary>
sealed class Remaining
{
    static readonly TimeSpan Sure = TimeSpan.FromSeconds(3);

    const double Least = 0.02;

    (int Step, double Share, bool InParts) last;

    /// <summary>
    /// Seconds; null before there is something to go by, and where the share falls back, as it does in steps of several parts that are
    /// not of one length.
    /// </summary>
    public double? Of(int step, double share, TimeSpan elapsed)
    {
        if (step != last.Step) last = (step, 0, false);
        if (double.IsNaN(share)) return null;
        last = (step, share, last.InParts || share < last.Share);
        if (last.InParts || elapsed < Sure || share is < Least or >= 1) return null;
        return elapsed.TotalSeconds * (1 - share) / share;
    }

    /// <summary><c> · 20 s left, 3 min of the run</c>; what is not known is not said, nor of the run what hardly differs.</summary>
    public static string Text(double? ofStep, double? ofRun)
    {
        var step = ofStep is { } seconds ? Text(seconds) : null;
        if (ofRun is not { } all || Text(all) is var run && run == step) return step is null ? "" : $" · {step} left";
        return step is null ? $" · about {run} left of the run" : $" · {step} left, about {run} of the run";
    }

    static string Text(double seconds)
    {
        var (amount, unit) = seconds < 90 ? (Math.Max(1, Math.Ceiling(seconds / 5)) * 5, "s") : (Math.Ceiling(seconds / 60), "min");
        return string.Create(CultureInfo.InvariantCulture, $"{amount:0} {unit}");
    }
}
