namespace Runtime.Numerics.Rows;

/// <summary>The place of each value of a column among all that it may have, in their order.</summary>
/// <param name="Count">How many places there are, that of what is missing included.</param>
/// <param name="Low">The least of numbers.</param>
sealed record ValuePlaces(Column Column, int Count, double Low, MissingRows Missing)
{
    int First => Column.Missing > 0 && Missing == MissingRows.First ? 1 : 0;

    int Gap => Missing == MissingRows.First ? 0 : Count - 1;

    /// <returns>Null when there are more places than <paramref name="most"/>, or the values are such as cannot be counted.</returns>
    public static ValuePlaces? Of(Column column, long most, MissingRows missing)
    {
        var (low, high) = column switch
        {
            TextColumn texts => (0, texts.Words.Count - 1),
            LabelColumn labels => (LabelColumn.Noise, labels.Clusters - 1),
            NumberColumn { Whole: true } numbers => Range(numbers, most),
            _ => (0, double.PositiveInfinity),
        };
        var count = Math.Max(0, high - low + 1) + (column.Missing > 0 ? 1 : 0);
        return count > most ? null : new(column, (int)count, low, missing);
    }

    /// <summary>The least and the greatest number; soon given up when they are too far apart.</summary>
    static (double Low, double High) Range(NumberColumn numbers, long most)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var start = 0; start < numbers.Rows && !(high - low > most); start += Work.BlockRows)
            foreach (var value in numbers.Values[start..Math.Min(numbers.Rows, start + Work.BlockRows)])
                (low, high) = (value < low ? value : low, value > high ? value : high);
        return (low, high);
    }

    /// <summary>Adds the place of each row's value, so many times; a row that is left out has −1, and keeps it.</summary>
    public void Add(int[] places, int times, bool missingIsAValue, Work work)
    {
        var gap = missingIsAValue ? Gap : -1;
        var ranks = Column is TextColumn words ? WordRanks.Of(words) : [];
        work.ForBlocks(places.Length, (start, end) =>
        {
            var own = places.AsSpan(start, end - start);
            if (Column is TextColumn texts) AddCodes(own, texts.Codes[start..end], ranks, (times, gap));
            else if (Column is LabelColumn labels) AddLabels(own, labels.Labels[start..end], (times, gap));
            else AddNumbers(own, ((NumberColumn)Column).Values[start..end], (times, gap));
        });
    }

    void AddNumbers(Span<int> places, ReadOnlySpan<double> values, (int Times, int Gap) of)
    {
        var (low, first) = (Low, First);
        for (var i = 0; i < places.Length; i++)
            places[i] = With(places[i], double.IsNaN(values[i]) ? of.Gap : (int)(values[i] - low) + first, of.Times);
    }

    void AddCodes(Span<int> places, ReadOnlySpan<int> codes, int[] ranks, (int Times, int Gap) of)
    {
        var first = First;
        for (var i = 0; i < places.Length; i++)
            places[i] = With(places[i], codes[i] < 0 ? of.Gap : ranks[codes[i]] + first, of.Times);
    }

    void AddLabels(Span<int> places, ReadOnlySpan<int> labels, (int Times, int Gap) of)
    {
        var first = First - LabelColumn.Noise;
        for (var i = 0; i < places.Length; i++)
            places[i] = With(places[i], labels[i] == LabelColumn.Absent ? of.Gap : labels[i] + first, of.Times);
    }

    static int With(int before, int place, int times) => (before | place) < 0 ? -1 : before + place * times;
}
