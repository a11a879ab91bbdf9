namespace Runtime.Operators.Look;

/// <summary>An order of columns in which those that go together stand beside each other.</summary>
static class ColumnOrder
{
    /// <summary>Begins with the strongest pair, and goes on at either end with the column that goes most with the one there.</summary>
    /// <param name="correlations">Of every pair; NaN where there is none.</param>
    public static int[] Of(double[][] correlations)
    {
        var order = new LinkedList<int>();
        var left = Enumerable.Range(0, correlations.Length).ToHashSet();
        if (left.Count == 0) return [];
        var pairs = left.SelectMany(i => left.Where(j => j < i).Select(j => (i, j))).DefaultIfEmpty();
        Add(pairs.MaxBy(p => Strength(p.i, p.j)).j, atEnd: true);
        while (left.Count > 0)
        {
            var (first, last) = (order.First!.Value, order.Last!.Value);
            var (before, after) = (left.MaxBy(c => Strength(c, first)), left.MaxBy(c => Strength(c, last)));
            if (Strength(after, last) >= Strength(before, first)) Add(after, atEnd: true);
            else Add(before, atEnd: false);
        }
        return [.. order];

        double Strength(int i, int j) => double.IsNaN(correlations[i][j]) ? -1 : Math.Abs(correlations[i][j]);

        void Add(int column, bool atEnd)
        {
            left.Remove(column);
            if (atEnd) order.AddLast(column);
            else order.AddFirst(column);
        }
    }
}
