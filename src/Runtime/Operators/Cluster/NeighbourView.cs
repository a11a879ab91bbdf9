using Runtime.Charts;
using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>The sorted distances to the neighbour that makes a row dense, by which a radius is chosen.</summary>
static class NeighbourView
{
    /// <summary>A step every few pixels.</summary>
    const int Steps = 250;

    /// <summary>Beyond so many times the distance of this share of the rows nothing is shown.</summary>
    const double Bulk = 0.95, Most = 3;

    /// <param name="k">Which other row is asked for.</param>
    public static void Show(string name, NeighborDistances found, int k, double eps, RunContext run)
    {
        var all = found.Distances;
        if (all.Length < 3 || !(all[^1] > 0)) return;
        var cap = Math.Max(Most * all[(int)(Bulk * (all.Length - 1))], 1.2 * eps);
        var knee = found.Knee();
        int[] shown = [.. Enumerable.Range(0, Steps + 1).Select(s => (int)((long)s * (all.Length - 1) / Steps))
            .Append(Math.Max(knee, 0)).Where(i => all[i] <= cap).Distinct().Order()];
        if (shown.Length < 2) return;
        var beyond = all.Count(distance => distance > eps);
        run.Show(new NeighbourCurve($"{name}_neighbours", $"How far the {Ordinal(k)} nearest other row is, by which `eps` is chosen",
            [.. shown.Select(i => i / (all.Length - 1.0))], [.. shown.Select(i => all[i])])
        {
            DistanceAxis = $"distance to the {Ordinal(k)} other row",
            Radius = eps,
            RadiusText = $"eps={Wording.Number(eps, "G3")}",
            KneeText = knee < 0 ? "" : $"knee: {Wording.Number(all[knee], "G3")}",
            Knee = knee < 0 ? null : Array.IndexOf(shown, knee) is >= 0 and var at ? at : null,
            Note = $"The line is `eps={Wording.Number(eps, "G3")}`: {Wording.Share((double)beyond / all.Length)} of the rows have that "
                + "neighbour farther away and are no core rows."
                + (knee < 0 ? "" : $" The curve bends most at {Wording.Number(all[knee], "G3")}: rows farther to the right lie apart.")
                + (cap < all[^1] ? $" Distances above {Wording.Number(cap, "G3")}, up to {Wording.Number(all[^1], "G3")}, are cut." : ""),
        });
    }

    static string Ordinal(int k) =>
        k + ((k % 100) is 11 or 12 or 13 ? "th" : (k % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });
}
