namespace Runtime.Data;

/// <summary>
/// A kind of file that a library reads which is large or native, and wants the place of the file: what asks it lives in a room of its own,
/// loaded when such a file is there.
/// </summary>
/// <param name="reader">The name of the <see cref="TableReader"/> in the room.</param>
abstract class SourceFormat(string reader) : TableFormat
{
    readonly Lazy<TableReader> reader = new(() => SourcesRoom.Make<TableReader>(reader));

    public override bool IsPackable => false;

    internal override TableOutline Outline(DataInput input, ReadOptions options) => reader.Value.Outline(input, options);

    internal override double RowsAbout(DataInput input, ReadOptions options, TableOutline outline) =>
        reader.Value.RowsIn(input, options) ?? base.RowsAbout(input, options, outline);

    internal override ReadTable Read(DataInput input, ReadOptions options, Work work) => reader.Value.Read(input, options, work);

    internal override void Write(Stream stream, string name, Table table, Work work) => reader.Value.Write(stream, table, work);
}

/// <summary>Reads, and perhaps writes, a kind of file by means of a library.</summary>
abstract class TableReader
{
    /// <summary>How many rows types are guessed from.</summary>
    public const int HeadRows = 1000;

    /// <exception cref="Refusal">The file cannot be read as a table.</exception>
    public abstract TableOutline Outline(DataInput input, ReadOptions options);

    /// <exception cref="Refusal">The file cannot be read as a table.</exception>
    public abstract ReadTable Read(DataInput input, ReadOptions options, Work work);

    /// <summary>How many rows there are, if that is told without reading them.</summary>
    public virtual double? RowsIn(DataInput input, ReadOptions options) => null;

    public virtual void Write(Stream stream, Table table, Work work) => throw new NotSupportedException("It is only read.");
}
