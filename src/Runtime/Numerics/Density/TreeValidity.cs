namespace Runtime.Numerics.Density;

/// <summary>
/// 1 − longest / way out of each cluster, by its share of all rows: the longest merge of two parts of the cluster, over the first merge
/// with another cluster, by whatever noise lies between.
/// </summary>
/// <remarks>
/// After <c>relative_validity_</c> of the package hdbscan, but on the single-linkage tree, where edges that are equally long are one
/// merge: no order of rows decides. Values compare settings on the same points; DBCV is another measure.
/// </remarks>
static class TreeValidity
{
    const int None = -1;
    const int Several = -2;

    public static double Of(Dendrogram tree, double[] cores, int[] labels, int clusters)
    {
        var (longest, way, sizes) = (new double[clusters], new double[clusters], new long[clusters]);
        Array.Fill(way, double.PositiveInfinity);
        var total = 0L;
        for (var point = 0; point < tree.Points; point++)
        {
            total += tree.Size(point);
            if (labels[point] is not (>= 0 and var label)) continue;
            sizes[label] += tree.Size(point);
            if (tree.Size(point) > 1) longest[label] = Math.Max(longest[label], cores[point]);
        }
        var ofMerge = new int[tree.Merges];
        int LabelOf(int node) => node < tree.Points ? labels[node] : ofMerge[node - tree.Points];
        for (var merge = 0; merge < ofMerge.Length; merge++)
        {
            var (left, right, distance) = (LabelOf(tree.Left(merge)), LabelOf(tree.Right(merge)), tree.Distance(merge));
            ofMerge[merge] = left == None ? right : right == None || left == right ? left : Several;
            if (left == right && left >= 0) longest[left] = Math.Max(longest[left], distance);
            else if (left != None && right != None)
                foreach (var label in (ReadOnlySpan<int>)[left, right]) if (label >= 0) way[label] = Math.Min(way[label], distance);
        }
        var sum = 0.0;
        for (var c = 0; c < clusters; c++) if (way[c] > 0) sum += sizes[c] * (1 - longest[c] / way[c]);
        return total == 0 ? 0 : sum / total;
    }
}
