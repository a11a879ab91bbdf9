using Runtime.Numerics.Density;
using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Hierarchies;

/// <summary>How well the heights at which rows merge tell their distances, on rows spread evenly over a kd-tree's order.</summary>
static class CopheneticSample
{
    /// <summary>Pearson's correlation over all pairs of up to so many rows. O(points + sample²).</summary>
    public static double Of(KdTree tree, Dendrogram merges, int sample)
    {
        var places = Places(tree, sample);
        var members = new Dictionary<int, List<int>>();
        foreach (var place in places)
            if (members.TryGetValue(place, out var same)) same.Add(place);
            else members[place] = [place];
        var (distances, heights) = (new List<double>(), new List<double>());
        foreach (var same in members.Values) Pair(same.Count * (same.Count - 1) / 2);
        for (var merge = 0; merge < merges.Merges; merge++)
        {
            members.Remove(merges.Left(merge), out var left);
            members.Remove(merges.Right(merge), out var right);
            if (left is null || right is null)
            {
                if ((left ?? right) is { } only) members[merges.Points + merge] = only;
                continue;
            }
            foreach (var a in left)
                foreach (var b in right)
                {
                    distances.Add(Math.Sqrt(tree.SquaredDistance(a, b)));
                    heights.Add(merges.Distance(merge));
                }
            left.AddRange(right);
            members[merges.Points + merge] = left;
        }
        return PairMoments.WhereBoth(distances.ToArray(), heights.ToArray()).Correlation;

        void Pair(int times)
        {
            for (var i = 0; i < times; i++)
            {
                distances.Add(0);
                heights.Add(0);
            }
        }
    }

    /// <summary>The places of rows at even steps.</summary>
    static int[] Places(KdTree tree, int sample)
    {
        var rows = tree.Weights.Sum(w => (long)w);
        var size = (int)Math.Min(sample, rows);
        var (places, place, passed) = (new int[size], 0, 0L);
        for (var i = 0; i < size; i++)
        {
            var row = (2L * i + 1) * rows / (2 * size);
            while (passed + tree.Weights[place] <= row) passed += tree.Weights[place++];
            places[i] = place;
        }
        return places;
    }
}
