namespace Runtime.Numerics.Agreement;

/// <summary>What two labelings know of each other, in natural units of information.</summary>
/// <remarks>
/// Vinh, Epps &amp; Bailey 2010, JMLR 11, "Information theoretic measures for clusterings comparison"; Rosenberg &amp;
/// Hirschberg 2007, EMNLP, "V-measure". Averages are arithmetic and the limits are those of scikit-learn.
/// </remarks>
public static class MutualInformation
{
    /// <summary>The distance from 1 to the next double.</summary>
    const double Epsilon = 2.220446049250313e-16;

    /// <summary>I(A; B) ≥ 0, in nats.</summary>
    public static double Of(Contingency table)
    {
        var rows = Logarithms(table.RowLabels, table.RowSizes);
        var columns = Logarithms(table.ColumnLabels, table.ColumnSizes);
        var all = Logarithm.Of(table.Total);
        var sum = 0.0;
        foreach (var (row, column, count) in table.Cells)
            sum += count * (Logarithm.Of(count) - rows[row] + (all - columns[column]));
        return table.Total == 0 ? 0 : Math.Max(0, sum / table.Total);
    }

    /// <summary>H ≥ 0 of a labeling with these cluster sizes, in nats.</summary>
    public static double Entropy(ReadOnlySpan<long> sizes)
    {
        var total = 0L;
        foreach (var size in sizes) total += size;
        var all = Logarithm.Of(total);
        var sum = 0.0;
        foreach (var size in sizes) if (size > 0) sum += size * (all - Logarithm.Of(size));
        return total == 0 ? 0 : sum / total;
    }

    /// <summary>AMI: 1 for equal labelings, 0 on average for independent ones.</summary>
    public static double Adjusted(Contingency table) => Adjusted(table, Work.Alone);

    /// <inheritdoc cref="Adjusted(Contingency)"/>
    public static double Adjusted(Contingency table, Work work)
    {
        if (table.Identical) return 1;
        var expected = ExpectedMutualInformation.Of(table.RowSizes, table.ColumnSizes, work);
        var room = MeanEntropy(table) - expected;
        // Labelings that chance cannot tell apart leave no room: keep its sign and the quotient finite.
        room = room < 0 ? Math.Min(room, -Epsilon) : Math.Max(room, Epsilon);
        return Math.Min(1, (Of(table) - expected) / room);
    }

    /// <summary>NMI in 0..1.</summary>
    public static double Normalized(Contingency table)
    {
        if (table.Identical) return 1;
        var shared = Of(table);
        return shared <= Epsilon ? 0 : Math.Min(1, shared / MeanEntropy(table));
    }

    /// <summary>1 when every cluster of the second labeling lies in one of the first.</summary>
    public static double Homogeneity(Contingency table) => Explained(table, Entropy(table.RowSizes));

    /// <summary>1 when every cluster of the first labeling lies in one of the second.</summary>
    public static double Completeness(Contingency table) => Explained(table, Entropy(table.ColumnSizes));

    /// <summary>The harmonic mean of homogeneity and completeness.</summary>
    public static double V(Contingency table)
    {
        var (h, c) = (Homogeneity(table), Completeness(table));
        return h + c == 0 ? 0 : 2 * h * c / (h + c);
    }

    static double Explained(Contingency table, double entropy) => entropy == 0 ? 1 : Math.Min(1, Of(table) / entropy);

    static double MeanEntropy(Contingency table) => (Entropy(table.RowSizes) + Entropy(table.ColumnSizes)) / 2;

    static Dictionary<int, double> Logarithms(int[] labels, long[] sizes)
    {
        var logarithms = new Dictionary<int, double>(labels.Length);
        for (var i = 0; i < labels.Length; i++) logarithms[labels[i]] = Logarithm.Of(sizes[i]);
        return logarithms;
    }
}
