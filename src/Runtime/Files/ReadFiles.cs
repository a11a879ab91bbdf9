namespace Runtime.Files;

/// <summary>Files that are read, by where their paths lead. Nothing is written over them.</summary>
public sealed class ReadFiles(IEnumerable<string> paths)
{
    readonly HashSet<string> real = paths.Select(RealPath.Of).ToHashSet(RealPath.Comparer);

    public static ReadFiles None { get; } = new([]);

    public bool Has(string path) => real.Count > 0 && real.Contains(RealPath.Of(path));

    /// <param name="written">The path as the person has it.</param>
    /// <exception cref="Refusal">The path is that of a file which is read.</exception>
    public void Spare(string path, string written)
    {
        if (Has(path))
            throw new Refusal($"`{Printable.Of(written)}` is read here, so it is not written over.", "Give what is written another name.");
    }
}
