namespace Runtime.Numerics.Density;

/// <summary>Valleys of a reachability plot that are steep on both sides.</summary>
/// <remarks>
/// Ankerst, Breunig, Kriegel &amp; Sander 1999, SIGMOD, § 4.3 and figure 19, with the corrections that scikit-learn made to definitions 9
/// and 11, a plot that ends in +∞, and predecessors as in Schubert &amp; Gertz 2018, LWDA.
/// </remarks>
sealed class SteepStretches(double[] reach, int[] from, double xi, int minSamples, int minCluster)
{
    readonly double kept = 1 - xi;

    /// <summary>The ways down that may yet be the beginning of a cluster, and the highest that came after each.</summary>
    readonly List<(int Start, int End, double Highest)> down = [];

    /// <summary>Where clusters begin and end, both within: those within others before these.</summary>
    public List<(int Start, int End)> Clusters()
    {
        var (found, highest) = (new List<(int, int)>(), 0.0);
        for (var at = 0; at < reach.Length;)
        {
            highest = Math.Max(highest, reach[at]);
            var falls = IsSteepDown(at);
            if (!falls && !IsSteepUp(at))
            {
                at++;
                continue;
            }
            Forget(highest);
            var end = falls ? End(at, IsSteepDown, against: 1) : End(at, IsSteepUp, against: -1);
            if (falls) down.Add((at, end, 0));
            else found.AddRange(Ending(at, end));
            highest = At(end + 1);
            at = end + 1;
        }
        return found;
    }

    double At(int place) => place < reach.Length ? reach[place] : double.PositiveInfinity;

    /// <summary>Two infinities, and two zeros, are level.</summary>
    double Ratio(int at) => reach[at] / At(at + 1);

    bool IsSteepUp(int at) => Ratio(at) <= kept;

    bool IsSteepDown(int at) => Ratio(at) >= 1 / kept;

    /// <summary>−1 where it goes down after this place, 1 where it goes up.</summary>
    int Direction(int at) => Ratio(at) is var ratio && ratio > 1 ? -1 : ratio < 1 ? 1 : 0;

    /// <summary>Ways down that are not above what came after them begin nothing.</summary>
    void Forget(double highest)
    {
        down.RemoveAll(d => double.IsInfinity(highest) || !(highest <= reach[d.Start] * kept));
        for (var i = 0; i < down.Count; i++) down[i] = down[i] with { Highest = Math.Max(down[i].Highest, highest) };
    }

    /// <summary>The last steep place of a stretch: it never turns, and is not steep for a few rows at most.</summary>
    int End(int start, Func<int, bool> isSteep, int against)
    {
        var (end, level) = (start, 0);
        for (var at = start; at < reach.Length; at++)
        {
            if (isSteep(at)) (end, level) = (at, 0);
            else if (Direction(at) == against || ++level > minSamples) break;
        }
        return end;
    }

    /// <summary>The clusters that end on a way up, the shortest first.</summary>
    IEnumerable<(int, int)> Ending(int upStart, int upEnd)
    {
        var after = At(upEnd + 1);
        for (var i = down.Count - 1; i >= 0; i--)
        {
            if (after * kept < down[i].Highest) continue;
            var (start, end) = Levelled(down[i].Start, down[i].End, upStart, upEnd, after);
            if (!Reached(ref end, start) || end - start + 1 < minCluster || start > down[i].End || end < upStart) continue;
            yield return (start, end);
        }
    }

    /// <summary>Where both sides are higher than the other's end they are cut at its level.</summary>
    (int Start, int End) Levelled(int start, int downEnd, int upStart, int end, double after)
    {
        var before = reach[start];
        if (before * kept >= after) while (start < downEnd && reach[start + 1] > after) start++;
        else if (after * kept >= before) while (end > upStart && reach[end - 1] > before) end--;
        return (start, end);
    }

    /// <summary>Takes rows off the end that were reached from outside, and says whether any is left.</summary>
    bool Reached(ref int end, int start)
    {
        for (; start < end; end--)
            if (reach[start] > reach[end] || from[end] >= start && from[end] < end) return true;
        return false;
    }
}
