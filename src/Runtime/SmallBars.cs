namespace Runtime;

/// <summary>How values are distributed, small enough for a cell of a sheet: the counts of equal bins.</summary>
public sealed record SmallBars(ValueList<int> Counts)
{
    const string Eighths = "▁▂▃▄▅▆▇█";

    /// <summary>A character a bin, in eighths of the fullest; a space where nothing is.</summary>
    public string Blocks
    {
        get
        {
            var most = Counts.DefaultIfEmpty().Max();
            return string.Concat(Counts.Select(n => n == 0 ? ' ' : Eighths[(int)((8L * n - 1) / most)]));
        }
    }

    /// <summary>The counts, as programs get them.</summary>
    public override string ToString() => string.Join(' ', Counts);
}
