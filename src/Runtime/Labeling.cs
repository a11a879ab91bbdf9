using Runtime.Numerics.Agreement;
using Runtime.Numerics.Rows;

namespace Runtime;

/// <summary>
/// Which group each row is in: a column, looked at as the groups that its values make. Clusters are named by their numbers,
/// texts and whole numbers by their values, in ascending order.
/// </summary>
/// <param name="Labels">n numbers in −1..Groups−1; −1 is in no group.</param>
/// <param name="Names">What each group is called.</param>
/// <param name="Rest">What −1 is called: noise, or missing.</param>
public sealed record Labeling(string Name, int[] Labels, IReadOnlyList<string> Names, string Rest)
{
    /// <summary>More groups than these are read by nobody.</summary>
    const int MostGroups = 10_000;

    public int Groups => Names.Count;

    /// <summary>How many rows are in no group.</summary>
    public int Ungrouped { get; } = Labels.AsSpan().Count(-1);

    /// <summary>How strongly each row belongs to its group, where a clustering said so.</summary>
    public double[]? Strength { get; init; }

    /// <exception cref="Refusal">Its values are no categories.</exception>
    public static Labeling Of(Column column)
    {
        if (column is LabelColumn labels) return Of(labels);
        if (column is TimeColumn)
            throw new Refusal($"`{column.Name}` holds dates, and these make no groups.",
                $"Make texts of them first: `derive month=text({Expressions.Notation.Name(column.Name)}, \"yyyy-MM\")`.");
        if (column is NumberColumn { Whole: false, Missing: var missing } numbers && missing < numbers.Rows)
            throw new Refusal($"`{column.Name}` holds numbers that are not whole, and these make no groups.",
                $"Cut it into intervals first: `bin {column.Name} count=5`.");
        var ranks = Ranks.Of(column, Work.Alone);
        if (ranks.Count > MostGroups)
            throw new Refusal($"`{column.Name}` has {Wording.Count(ranks.Count)} values: too many to be groups.",
                "Name a column with fewer values, or `bin` this one.");
        return new(column.Name, ranks.OfRow, [.. ranks.FirstRows().Select(column.Show)], "missing");
    }

    static Labeling Of(LabelColumn column)
    {
        var labels = column.Missing == 0 ? column.Storage : Array.ConvertAll(column.Storage, l => Math.Max(l, LabelColumn.Noise));
        string[] names = [.. Enumerable.Range(0, column.Clusters).Select(Wording.Cluster)];
        return new(column.Name, labels, names, Wording.Cluster(LabelColumn.Noise)) { Strength = column.Strength };
    }

    /// <summary>How many rows each group shares with each of another labeling.</summary>
    /// <param name="dropNoise">Leave out rows that are in no group in either; otherwise these are a group of their own.</param>
    /// <exception cref="Refusal">No row is left.</exception>
    public Contingency Against(Labeling other, bool dropNoise)
    {
        var table = Contingency.Of(Labels, other.Labels);
        if (dropNoise) table = table.WithoutNoise();
        return table.Total > 0 ? table
            : throw new Refusal($"`{Name}` and `{other.Name}` share no row that is not noise.", "Compare with `noise=label`.");
    }

    /// <summary>What a group, or being in none, is called.</summary>
    public string NameOf(int label) => label < 0 ? Rest : Names[label];

    /// <summary>What a group is called where it stands alone: with the name of the labeling before a mere number.</summary>
    public string TitleOf(int label) => label < 0 ? Rest : IsNumbered ? $"{Name} {Names[label]}" : Names[label];

    /// <summary>What stands for a group where there is room for a sign: its number, or its place (from 1) where it has a name.</summary>
    public string ShortOf(int label) => IsNumbered ? Names[label] : $"{label + 1}";

    /// <summary>The title with its share of the rows: archetypes 0 · 28 %.</summary>
    /// <param name="rows">How many rows are in it.</param>
    public string TitleOf(int label, long rows) =>
        Labels.Length == 0 ? TitleOf(label) : $"{TitleOf(label)} · {Wording.Percent((double)rows / Labels.Length)}";

    /// <summary>Its groups are called by numbers.</summary>
    public bool IsNumbered =>
        Names.Count > 0 && Names.All(name => name.Length > 0 && name.All(c => char.IsAsciiDigit(c) || c is '-' or '−'));

    /// <summary>Rows in each group.</summary>
    public int[] Sizes()
    {
        var sizes = new int[Groups];
        foreach (var label in Labels) if (label >= 0) sizes[label]++;
        return sizes;
    }
}
