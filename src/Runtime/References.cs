using Runtime.Expressions;
using Runtime.Files;

namespace Runtime;

/// <summary>The name of a column of the table. Checked against the header before anything runs.</summary>
public record ColumnRef(string Name)
{
    /// <summary>As a script would have it: <c>s_*</c> and <c>a..c</c> are choices.</summary>
    public static implicit operator ColumnRef(string written) => ColumnChoice.Read(written);

    public sealed override string ToString() => Name;
}

/// <summary>A column that is compared with one of another name in another table: <c>id == key</c>.</summary>
public sealed record MatchedColumn(string Name, string Other) : ColumnRef(Name)
{
    /// <summary>As it stands in a step.</summary>
    public string Text => $"{Notation.Name(Name)} == {Notation.Name(Other)}";
}

/// <summary>The name of points that an earlier step made.</summary>
public sealed record PointsRef(string Name)
{
    public static implicit operator PointsRef(string name) => new(name);

    public override string ToString() => Name;
}

/// <summary>The name of a column whose values make groups: what a clustering made, texts, whole numbers.</summary>
public sealed record LabelingRef(string Name)
{
    public static implicit operator LabelingRef(string name) => new(name);

    public override string ToString() => Name;
}

/// <summary>The name of points or of a table, to go on with.</summary>
public sealed record PartRef(string Name)
{
    public static implicit operator PartRef(string name) => new(name);

    public override string ToString() => Name;
}

/// <summary>A file to read: where it is, and how the script wrote it.</summary>
/// <param name="Path">The path to open; absolute once the script is bound.</param>
/// <param name="Written">The path as the script or the command line has it, for people.</param>
public sealed record InputFile(string Path, string Written)
{
    /// <summary>A file by its path alone, as C# names it.</summary>
    public static implicit operator InputFile(string path) =>
        new(IsElsewhere(path) ? path : System.IO.Path.GetFullPath(path), path);

    /// <summary>What starts so is no path on this machine.</summary>
    static readonly string[] Elsewhere = ["sample:", "db:", "https://", "http://"];

    public static bool IsElsewhere(string written) => Array.Exists(Elsewhere, e => written.StartsWith(e, StringComparison.Ordinal));

    public override string ToString() => Written;
}

/// <summary>A file to write, below the run's output folder.</summary>
public sealed record OutputFile(string Written)
{
    /// <summary>Where it lies in the output folder.</summary>
    /// <exception cref="Refusal">It would lie elsewhere.</exception>
    public string PlaceIn(string folder)
    {
        var root = Path.GetFullPath(folder);
        var place = Path.GetFullPath(Path.Combine(root, Written));
        var start = Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar;
        return place.StartsWith(start, StringComparison.Ordinal) && !Path.IsPathRooted(Written) ? place
            : throw new Refusal($"`{this}` leads out of the output folder.", "Give a path below it, without `..`.");
    }

    /// <summary>Writes it whole or not at all.</summary>
    /// <param name="read">What may not be written over.</param>
    /// <exception cref="Refusal">The file cannot be written there.</exception>
    public void Write(string folder, ReadFiles read, Action<Stream> write)
    {
        var place = PlaceIn(folder);
        read.Spare(place, Written);
        try
        {
            using var output = OpenFolder.ForOutput(folder);
            var below = Path.GetRelativePath(Path.GetFullPath(folder), place);
            output.Write(below.Replace(Path.DirectorySeparatorChar, '/'), write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"`{this}` cannot be written: {error.Message.TrimEnd('.')}.",
                "Check the output folder and the space left on the disk.");
        }
    }

    public static implicit operator OutputFile(string written) => new(written);

    public override string ToString() => Written;
}
