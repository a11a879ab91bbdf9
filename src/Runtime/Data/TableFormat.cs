namespace Runtime.Data;

/// <summary>
/// A kind of file that holds a table. It is one class with a constructor that takes nothing, and found by itself: <c>load</c>, <c>save</c>,
/// <c>sample fit</c>, messages, completion, help and docs know it from what it says here.
/// </summary>
[Gathered]
public abstract class TableFormat : INamed
{
    /// <summary>What comes behind the ending of a file that is packed.</summary>
    const string Packed = ".gz";

    public abstract string Name { get; }

    /// <summary>What it is, in one sentence.</summary>
    public abstract string Doc { get; }

    /// <summary>What the names of its files end with, dot and all; packed ones end with <c>.gz</c> beyond that.</summary>
    public abstract ValueList<string> Endings { get; }

    /// <summary>What a file of it is said to hold: <c>an Excel workbook</c>.</summary>
    internal abstract string Holds { get; }

    /// <summary>Whether a file that begins so is of this kind and no other, whatever its name says.</summary>
    internal virtual bool Begins(ReadOnlySpan<byte> start) => false;

    /// <summary>It is read from front to back, so it may come packed or be piped in.</summary>
    public virtual bool IsPackable => true;

    /// <summary>Those options that it heeds and others do not: names as <see cref="ReadOptions.Special"/> has them.</summary>
    internal virtual IReadOnlyList<string> Heeds => [];

    /// <summary>Tables can be written, too.</summary>
    public virtual bool Writes => false;

    /// <summary>Names and types from the head of the file, without reading the rest.</summary>
    /// <exception cref="Refusal">The file cannot be read as a table.</exception>
    internal abstract TableOutline Outline(DataInput input, ReadOptions options);

    /// <summary>About how many rows there are, where the head does not tell, without reading more than a part.</summary>
    internal virtual double RowsAbout(DataInput input, ReadOptions options, TableOutline outline) =>
        new FileInfo(input.File.Path).Length / (BytesAValue * outline.Columns.Count + 1);

    /// <summary>That a value takes on disk where nothing more is known.</summary>
    const double BytesAValue = 6;

    /// <summary>The whole file, which stays open; the result does not depend on the number of threads.</summary>
    /// <exception cref="Refusal">The file cannot be read as a table.</exception>
    internal abstract ReadTable Read(DataInput input, ReadOptions options, Work work);

    /// <param name="name">The name of the file, which may say more about its form.</param>
    internal virtual void Write(Stream stream, string name, Table table, Work work) =>
        throw new NotSupportedException($"{Name} is only read.");

    /// <summary>Whether the name of a file is one of this kind.</summary>
    public bool Has(string name) =>
        Endings.Any(e => (IsPackable ? Unpacked(name) : name).EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>All endings, those of packed files among them.</summary>
    public IEnumerable<string> AllEndings => IsPackable ? Endings.Concat(Endings.Select(e => e + Packed)) : Endings;

    /// <summary>The name that a packed file has when it is unpacked.</summary>
    internal static string Unpacked(string name) => IsPacked(name) ? name[..^Packed.Length] : name;

    internal static bool IsPacked(string name) => name.EndsWith(Packed, StringComparison.OrdinalIgnoreCase);
}
