using System.Globalization;

namespace Host.Display;

/// <summary>How long a step will still take, as far as what it says of itself tells.</summary>
sealed class Remaining
{
    static readonly TimeSpan Sure = TimeSpan.FromSeconds(3);

    const double Least = 0.02;

    (int Step, double Share, bool InParts) last;

    /// <summary>
    /// <c> · 2 min left</c>; nothing before there is something to go by, nor where the share falls back, as it does in steps of several
    /// parts that are not of one length.
    /// </summary>
    public string After(int step, double share, TimeSpan elapsed)
    {
        if (step != last.Step) last = (step, 0, false);
        if (double.IsNaN(share)) return "";
        last = (step, share, last.InParts || share < last.Share);
        if (last.InParts || elapsed < Sure || share is < Least or >= 1) return "";
        var seconds = elapsed.TotalSeconds * (1 - share) / share;
        var (amount, unit) = seconds < 90 ? (Math.Ceiling(seconds / 5) * 5, "s") : (Math.Ceiling(seconds / 60), "min");
        return string.Create(CultureInfo.InvariantCulture, $" · {amount:0} {unit} left");
    }
}
