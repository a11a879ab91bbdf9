namespace Runtime.Numerics.Rows;

/// <summary>
/// Ranks of rows whose values are so few that each has a place of its own: by counting alone, no hash and nothing sorted.
/// </summary>
static class RankPlaces
{
    /// <summary>So many places stay in cache, however few rows there are.</summary>
    const int Few = 1 << 12;

    /// <returns>Null when there would be many more places than rows.</returns>
    public static Ranks? Of(IReadOnlyList<Column> columns, bool missingIsAValue, MissingRows missing, Work work)
    {
        var rows = columns[0].Rows;
        var (most, count) = (Math.Min(Math.Max(Few, 2L * rows), Array.MaxLength), 1L);
        var ofColumns = new ValuePlaces[columns.Count];
        for (var i = 0; i < ofColumns.Length; i++)
        {
            if (ValuePlaces.Of(columns[i], most, missing) is not { } places || (count *= places.Count) > most) return null;
            ofColumns[i] = places;
        }
        var (placeOf, times) = (new int[rows], 1);
        foreach (var column in ofColumns.Reverse())
        {
            column.Add(placeOf, times, missingIsAValue, work);
            times *= column.Count;
        }
        return Ranked(placeOf, new int[times], work);
    }

    static Ranks Ranked(int[] places, int[] rankOf, Work work)
    {
        foreach (var place in places) if (place >= 0) rankOf[place] = 1;
        var count = 0;
        foreach (ref var rank in rankOf.AsSpan()) rank = rank == 0 ? -1 : count++;
        work.ForBlocks(places.Length, (start, end) =>
        {
            foreach (ref var place in places.AsSpan(start, end - start)) if (place >= 0) place = rankOf[place];
        });
        return new(places, count);
    }
}
