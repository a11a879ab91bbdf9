using System.Globalization;
using Runtime.Numerics;

namespace Runtime.Data.Samples;

/// <summary>A group's description, ready for drawing.</summary>
sealed class GroupSampler
{
    readonly GroupDescription group;
    readonly double[][] factor;
    readonly WordSampler[] words;

    public GroupSampler(GroupDescription group, ColumnDescription[] columns, int number)
    {
        this.group = group;
        factor = NormalScores.Factor(group.Correlations, group.Numbers.Length);
        var described = Array.FindAll(columns, c => c.Kind == ColumnKind.Words);
        words = [.. group.Words.Select((w, i) => new WordSampler(w, described[i], number, i))];
        Number = group.Value is null
            ? double.NaN
            : double.TryParse(group.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : double.NaN;
    }

    public string? Value => group.Value;

    /// <summary>The value as a number; NaN when it is none.</summary>
    public double Number { get; }

    public WordSampler Words(int column) => words[column];

    /// <param name="normals">Independent standard normals on entry, correlated ones on return.</param>
    public void Correlate(Span<double> normals)
    {
        for (var i = normals.Length - 1; i >= 0; i--)
        {
            var sum = 0.0;
            for (var k = 0; k <= i; k++) sum += factor[i][k] * normals[k];
            normals[i] = sum;
        }
    }

    public double NumberOf(int column, double normal, double chance)
    {
        var numbers = group.Numbers[column];
        return chance < numbers.Missing ? double.NaN : QuantileFunction.At(numbers.At, numbers.Values, StandardNormal.Cumulative(normal));
    }
}

/// <summary>Chooses texts as frequent as described; those that are not kept are invented.</summary>
sealed class WordSampler
{
    readonly ColumnDescription column;
    readonly WordsDescription words;
    readonly int group, number;
    readonly int[] ends;
    readonly double power;

    public WordSampler(WordsDescription words, ColumnDescription column, int group, int number)
    {
        (this.words, this.column, this.group, this.number) = (words, column, group, number);
        ends = WeightedChoice.Ends([words.Missing, words.Rest, .. words.Kept.Where((_, i) => i % 2 == 1)]);
        // Text number ⌊D·u^p⌋ of D: the first then has the share D^(−1/p), which is to be the most frequent one's.
        var shareOfFirst = words.Rest == 0 ? 1 : (double)words.Most / words.Rest;
        power = words.Distinct < 2 || shareOfFirst >= 1 ? 1 : Math.Max(1, -Logarithm.Of(words.Distinct) / Logarithm.Of(shareOfFirst));
    }

    /// <summary>A code into the block's words; −1 for a missing value.</summary>
    public int Draw(RandomStream random, WordTable table, System.Text.StringBuilder text)
    {
        if (ends[^1] == 0) return -1;
        var which = WeightedChoice.At(ends, random.Next(ends[^1]));
        if (which == 0) return -1;
        if (which > 1) return table.Add(column.Kept![words.Kept[2 * (which - 2)]]);
        var rank = (long)(words.Distinct * Exponential.Of(power * Logarithm.Of(random.NextDouble())));
        var own = new RandomStream(number, group, rank);
        if (column.Titles) InventedText.Title(own, text);
        else InventedText.Name(own, text);
        return table.Add(text.ToString());
    }
}
