using Runtime.Expressions;
using Runtime.Numerics;
using Runtime.Numerics.Statistics;

namespace Host.Results;

/// <summary>Takes down labelings: names for their clusters, sizes and means, and where the witnesses are.</summary>
/// <param name="earlier">The record that this one takes the place of.</param>
sealed class LabelRecorder(RecordedFindings? earlier, CancellationToken cancel)
{
    const int MostColumns = 12, MostClusters = 200;

    readonly Dictionary<string, IReadOnlyList<string>> orders = new(StringComparer.Ordinal);

    /// <summary>The names of the clusters of a labeling that was taken down; null for another.</summary>
    public IReadOnlyList<string>? NamesOf(string labeling) => orders.GetValueOrDefault(labeling);

    public LabelsFound Take(LabelColumn labels, Study after, Watched watched)
    {
        var sizes = labels.Sizes;
        var name = Notation.Name(labels.Name);
        var hash = StepText.Short(labels.Digest);
        var ofWitness = Array.ConvertAll(watched.In(after.Loaded), row => row < 0 ? LabelColumn.Absent : labels.Labels[row]);
        var (order, gone) = ClusterNames.Of(name, hash, sizes, watched.Ids, ofWitness, earlier);
        if (watched.Ids.Count > 0) watched.Note(name, Array.ConvertAll(ofWitness, label => Code(label, order)));
        orders[labels.Name] = order;
        return new(name, hash, order, gone, Clusters(labels, sizes, order, after));
    }

    static string Code(int label, string[] order) => label >= 0 ? order[label]
        : label == LabelColumn.Noise ? WitnessRows.Noise : WitnessRows.Absent;

    TableFound Clusters(LabelColumn labels, IReadOnlyList<int> sizes, string[] order, Study after)
    {
        var columns = Columns(after);
        var (means, decimals) = Means(columns, labels, sizes.Count + 1);
        int[] groups = [.. Enumerable.Range(0, sizes.Count).OrderBy(c => order[c].Length).ThenBy(c => order[c], StringComparer.Ordinal)];
        List<IReadOnlyList<string>> rows = [.. groups.Take(MostClusters).Select(c => Row(order[c], sizes[c], c))];
        var noise = labels.NoiseRows;
        if (noise > 0) rows.Add(Row("noise", noise, labels.Missing == 0 ? sizes.Count : -1));
        return new("", ["cluster", Fact.Rows, .. columns.Select(c => Notation.Name(c.Name))], rows);

        string[] Row(string name, int size, int group) => [name, RecordNumbers.Count(size), .. decimals.Select((places, j) =>
            group < 0 || size == 0 ? RecordNumbers.None : RecordNumbers.Measure(means![group][j], places))];
    }

    /// <summary>The columns that the points come from, as long as they are in the table and whole.</summary>
    static NumberColumn[] Columns(Study after) => after.CurrentPoints is null ? []
        : [.. after.Current.Source.Take(MostColumns).Select(c => after.Loaded.Columns.Find(c))
            .OfType<NumberColumn>().Where(c => c.Missing == 0)];

    (double[][]? Means, int[] Decimals) Means(NumberColumn[] columns, LabelColumn labels, int groups)
    {
        if (columns.Length == 0 || labels.Rows == 0) return (null, new int[columns.Length]);
        var (matrix, work) = (new Matrix(Array.ConvertAll(columns, c => c.Storage), labels.Rows), new Work(1, null, cancel));
        try
        {
            return (GroupMeans.Of(matrix, labels.Storage, groups, work).Means,
                [.. columns.Select(c => RecordNumbers.DecimalsFor(Moments.Of(c.Storage, work).StandardDeviation(1)))]);
        }
        catch (NumericsException)
        {
            // Sums beyond what doubles hold: then the sizes must do.
            return ([.. Enumerable.Repeat(Array.ConvertAll(columns, _ => double.NaN), groups)], new int[columns.Length]);
        }
    }
}
