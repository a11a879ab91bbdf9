using Runtime.Numerics.Density;

namespace Runtime.Numerics.Explanation;

/// <summary>One tree of three levels for each group against the rest; its best node is the group's rule.</summary>
/// <remarks>
/// Breiman, Friedman, Olshen &amp; Stone 1984 (CART): Gini impurity, both sides weighing the same, thresholds halfway between values. Of
/// equal splits that of the first column and the lowest threshold is taken; of equally good nodes the one of fewer conditions.
/// </remarks>
/// <param name="points">n rows.</param>
/// <param name="labels">n group numbers, each from 0.</param>
public sealed class RuleTrees(Matrix points, int[] labels, Work work)
{
    const int Levels = 3;

    /// <summary>Nodes of a tree: the children of node i are 2i + 1 and 2i + 2.</summary>
    const int Nodes = (1 << (Levels + 1)) - 1;

    readonly int[][] orders = Ascending(points, work);

    /// <summary>The rules of all groups. O(n·d) time a group after sorting once.</summary>
    public GroupRule[] Rules(int groups)
    {
        var (rules, done) = (new GroupRule[groups], 0);
        work.For(groups, g =>
        {
            rules[g] = Rule(g);
            work.Report("growing rules", (double)Interlocked.Increment(ref done) / groups);
        });
        return rules;
    }

    static int[][] Ascending(Matrix points, Work work)
    {
        var orders = new int[points.Columns][];
        work.Report("sorting columns");
        work.For(orders.Length, j => orders[j] = RadixSort.Order(points[j], Work.Alone));
        return orders;
    }

    GroupRule Rule(int group)
    {
        // Twice the node that a row is in, one more when it is of the group.
        var places = Array.ConvertAll(labels, l => (byte)(l == group ? 1 : 0));
        var inside = labels.AsSpan().Count(group);
        var outside = labels.Length - inside;
        TreeNode[] tree = [.. Enumerable.Range(0, Nodes).Select(_ => new TreeNode())];
        (tree[0].Inside, tree[0].Outside) = (inside, outside);
        if (inside == 0 || outside == 0) return new([], inside == 0 ? 0 : 1, inside == 0 ? 0 : 1);
        for (var level = 0; level < Levels; level++)
        {
            for (var j = 0; j < points.Columns; j++) Scan(j, places, tree, level, (1.0 / inside, 1.0 / outside));
            Split(places, tree, level);
        }
        var best = Enumerable.Range(1, Nodes - 1).Where(i => tree[i].Inside > 0)
            .Select(i => new GroupRule(Path(i, tree), tree[i].Precision, (double)tree[i].Inside / inside))
            .OrderByDescending(r => r.F1).ThenBy(r => r.Conditions.Length).FirstOrDefault();
        return best ?? new([], (double)inside / labels.Length, 1);
    }

    /// <summary>Looks at all thresholds of a column for the open nodes of a level.</summary>
    void Scan(int column, byte[] places, TreeNode[] tree, int level, (double Inside, double Outside) weight)
    {
        var (values, order) = (points.Column(column), orders[column]);
        var first = (1 << level) - 1;
        var (inside, outside, last) = (new int[first + 1], new int[first + 1], new double[first + 1]);
        Array.Fill(last, double.NaN);
        foreach (var row in order)
        {
            var place = places[row];
            var at = (place >> 1) - first;
            if (at < 0) continue;
            var value = values[row];
            if (value != last[at])
            {
                if (inside[at] + outside[at] > 0) tree[first + at].Offer(column, last[at], value, inside[at], outside[at], weight);
                last[at] = value;
            }
            if ((place & 1) == 1) inside[at]++;
            else outside[at]++;
        }
    }

    void Split(byte[] places, TreeNode[] tree, int level)
    {
        var first = (1 << level) - 1;
        for (var row = 0; row < places.Length; row++)
        {
            var node = places[row] >> 1;
            if (node < first || tree[node].Column < 0) continue;
            var child = 2 * node + (points[row, tree[node].Column] <= tree[node].Threshold ? 1 : 2);
            var isIn = places[row] & 1;
            places[row] = (byte)(child << 1 | isIn);
            if (isIn == 1) tree[child].Inside++;
            else tree[child].Outside++;
        }
    }

    /// <summary>The conditions on the way to a node, one a column.</summary>
    static RuleCondition[] Path(int node, TreeNode[] tree)
    {
        var bounds = new SortedDictionary<int, RuleCondition>();
        for (; node > 0; node = (node - 1) / 2)
        {
            var above = tree[(node - 1) / 2];
            var known = bounds.GetValueOrDefault(above.Column, new(above.Column, double.NegativeInfinity, double.PositiveInfinity));
            bounds[above.Column] = node % 2 == 1
                ? known with { Most = Math.Min(known.Most, above.Threshold) }
                : known with { Above = Math.Max(known.Above, above.Threshold) };
        }
        return [.. bounds.Values];
    }

    /// <summary>How many rows of the group and of the rest are in a node, and the best split of them so far.</summary>
    struct TreeNode
    {
        public int Inside, Outside;
        double cost;

        public TreeNode() => (Column, cost) = (-1, double.PositiveInfinity);

        public readonly double Precision => (double)Inside / (Inside + Outside);

        public int Column { get; private set; }

        public double Threshold { get; private set; }

        public void Offer(int column, double below, double above, int inside, int outside, (double Inside, double Outside) weight)
        {
            var costs = Impurity(inside * weight.Inside, outside * weight.Outside)
                + Impurity((Inside - inside) * weight.Inside, (Outside - outside) * weight.Outside);
            if (Inside == 0 || Outside == 0 || !(costs < cost)) return;
            var middle = below + (above - below) / 2;
            (Column, Threshold, cost) = (column, middle < above ? middle : below, costs);
        }

        static double Impurity(double inside, double outside) => inside + outside > 0 ? inside * outside / (inside + outside) : 0;
    }
}
