namespace Runtime.Numerics.Agreement;

/// <summary>The combinations of labels that rows have in several labelings: those of most rows first, then by their labels.</summary>
/// <param name="Labels">Of each combination a label of each labeling; −1 is one like any other.</param>
/// <param name="Rows">How many rows have it.</param>
/// <param name="OfRow">n numbers of combinations.</param>
public sealed record LabelCombinations(int[][] Labels, int[] Rows, int[] OfRow)
{
    public int Count => Rows.Length;

    /// <param name="labelings">m ≥ 1 labelings of n labels each.</param>
    public static LabelCombinations Of(IReadOnlyList<int[]> labelings)
    {
        var ofRow = new int[labelings[0].Length];
        foreach (var labels in labelings)
        {
            var known = new Dictionary<(int, int), int>();
            for (var row = 0; row < ofRow.Length; row++)
            {
                var pair = (ofRow[row], labels[row]);
                if (!known.TryGetValue(pair, out var number)) known[pair] = number = known.Count;
                ofRow[row] = number;
            }
        }
        return Ordered(labelings, ofRow);
    }

    static LabelCombinations Ordered(IReadOnlyList<int[]> labelings, int[] ofRow)
    {
        var count = ofRow.Length == 0 ? 0 : ofRow.Max() + 1;
        var (rows, labels) = (new int[count], new int[count][]);
        for (var row = 0; row < ofRow.Length; row++)
            if (rows[ofRow[row]]++ == 0) labels[ofRow[row]] = [.. labelings.Select(l => l[row])];
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(order, (a, b) => rows[a] != rows[b] ? rows[b].CompareTo(rows[a]) : labels[a].AsSpan().SequenceCompareTo(labels[b]));
        var place = new int[count];
        for (var i = 0; i < count; i++) place[order[i]] = i;
        return new([.. order.Select(c => labels[c])], [.. order.Select(c => rows[c])], Array.ConvertAll(ofRow, c => place[c]));
    }

    /// <summary>The share of the labelings that call the rows of a combination noise.</summary>
    public double Noise(int combination) => Labels[combination].Average(l => l < 0 ? 1.0 : 0);

    /// <summary>Of each combination, in how many of the labelings its rows are with those of its cluster, on average; 0 to 1.</summary>
    /// <param name="cluster">The cluster of each combination.</param>
    public double[] Together(int[] cluster)
    {
        var (sizes, same) = (new long[Count], new Dictionary<(int Cluster, int Labeling, int Label), long>());
        for (var c = 0; c < Count; c++)
        {
            sizes[cluster[c]] += Rows[c];
            for (var i = 0; i < Labels[c].Length; i++)
                same[(cluster[c], i, Labels[c][i])] = same.GetValueOrDefault((cluster[c], i, Labels[c][i])) + Rows[c];
        }
        return [.. Labels.Select((labels, c) => labels.Select((l, i) => (double)same[(cluster[c], i, l)] / sizes[cluster[c]]).Average())];
    }
}
