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
        if (Samples.IsSample(File)) return new Price { Shared = 60 * values, Moved = 16 * values } + Price.Showing(tables: 2, charts: 0);
        var bytes = Placed(load.Headers)?.Bytes ?? 8 * values;
        var packed = File.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        return new Price { Alone = (packed ? 9 : 0) * bytes, Shared = (packed ? 6 : 2) * bytes + 60 * values, Moved = 16 * values }
            + Price.Showing(tables: 2, charts: 0);
    }

    public override double RowsAfter(Workload load) => Placed(load.Headers)?.RowsAbout(Options) ?? Rows ?? UsualRows;

    /// <summary>Null when it is not here.</summary>
    FileSet? Placed(Headers headers) => Samples.IsSample(File) || RemoteFile.Is(File) && RemoteFile.Kept(File, Sha256!) is null ? null
        : Set(headers, file => RemoteFile.Kept(file, Sha256!)!);
}
