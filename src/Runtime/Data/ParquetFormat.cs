namespace Runtime.Data;

/// <summary>Columns on disk with types and compression of their own (Apache Parquet).</summary>
sealed class ParquetFormat() : SourceFormat("DuckDb.ParquetReader")
{
    public override string Name => "parquet";

    public override string Doc => "Apache Parquet: typed columns, of which only those are read that are used.";

    public override ValueList<string> Endings { get; } = [".parquet"];

    internal override string Holds => "Parquet";

    internal override bool Begins(ReadOnlySpan<byte> start) => start.StartsWith("PAR1"u8);

    public override bool Writes => true;

    internal override IReadOnlyList<string> Heeds { get; } = [nameof(ReadOptions.Names)];
}
