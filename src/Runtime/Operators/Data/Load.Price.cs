using Runtime.Data;
using Runtime.Data.Samples;

namespace Runtime.Operators.Data;

public sealed partial record Load
{
    /// <summary>Of a file that has not been fetched yet.</summary>
    const int UsualRows = 100_000;

    /// <summary>Unpacking is done by one thread, beside the others that cut lines and read values.</summary>
    protected override Price Cost(Workload load)
    {
        var values = load.RowsAfter * Math.Max(1, load.After.Columns?.Count ?? 0);
        var price = new Price { Alone = 8e7, Moved = 16 * values, Memory = Transient(load) } + Price.Showing(tables: 2, charts: 0);
        // Texts are made up letter by letter.
        if (Samples.IsSample(File)) return price + new Price { Shared = 300 * values };
        var bytes = Placed(load.Headers)?.Bytes ?? 8 * values;
        var packed = File.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        // What is told apart letter by letter.
        var texts = load.RowsAfter * (load.After.Columns?.Count(c => c.Type == ColumnType.Text) ?? 0);
        return price + new Price { Alone = (packed ? 9 : 0) * bytes, Shared = (packed ? 6 : 2) * bytes + 60 * values + 600 * texts };
    }

    /// <summary>What is read stands beside the columns until these are whole.</summary>
    static double Transient(Workload load) => 30e6 * Math.Min(1, load.RowsAfter / 1e6)
        + 0.8 * Workload.BytesOf(load.After with { Aside = [], Points = [] });

    public override double RowsAfter(Workload load) => Placed(load.Headers)?.RowsAbout(Options) ?? Rows ?? UsualRows;

    /// <summary>Null when it is not here.</summary>
    FileSet? Placed(Headers headers) => Samples.IsSample(File) || RemoteFile.Is(File) && RemoteFile.Kept(File, Sha256!) is null ? null
        : Set(headers, file => RemoteFile.Kept(file, Sha256!)!);
}
