namespace Runtime;

/// <summary>How values are distributed, small enough for a cell of a sheet: the counts of equal bins.</summary>
public sealed record SmallBars(ValueList<int> Counts)
{
    const string Eighths = "▁▂▃▄▅▆▇█";

    /// <summary>The greatest of the counts.</summary>
    public int Most
    {
        get
        {
            var most = 0;
            foreach (var count in Counts) most = Math.Max(most, count);
            return most;
        }
    }

    /// <summary>A character a bin, in eighths of the fullest; a space where nothing is.</summary>
    public string Blocks
    {
        get
        {
            var (most, blocks) = (Most, new char[Counts.Count]);
            for (var i = 0; i < blocks.Length; i++) blocks[i] = Counts[i] == 0 ? ' ' : Eighths[(int)((8L * Counts[i] - 1) / most)];
            return new string(blocks);
        }
    }

    /// <summary>The counts, as programs get them.</summary>
    public override string ToString() => string.Join(' ', Counts);
}
