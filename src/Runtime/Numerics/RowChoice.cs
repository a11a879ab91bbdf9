namespace Runtime.Numerics;

/// <summary>Which rows to keep.</summary>
public static class RowChoice
{
    /// <summary>The rows at which <paramref name="marks"/> has <paramref name="mark"/>, ascending.</summary>
    public static int[] Where(ReadOnlySpan<byte> marks, byte mark)
    {
        var rows = new int[marks.Count(mark)];
        var next = 0;
        for (var row = 0; row < marks.Length; row++) if (marks[row] == mark) rows[next++] = row;
        return rows;
    }

    /// <summary><paramref name="count"/> of <paramref name="rows"/> rows, every choice equally likely, ascending.</summary>
    /// <remarks>Selection sampling: Knuth, TAOCP 2, §3.4.2, algorithm S.</remarks>
    public static int[] Sample(int rows, int count, RandomStream random)
    {
        var chosen = new int[Math.Min(count, rows)];
        var next = 0;
        for (var row = 0; next < chosen.Length; row++)
            if (random.Next(rows - row) < chosen.Length - next) chosen[next++] = row;
        return chosen;
    }
}
