using System.Collections.Concurrent;
using System.IO.Compression;

namespace Runtime.Data.Samples;

/// <summary>The samples that are built in, and those described by a file.</summary>
public static class Samples
{
    /// <summary>What `load` is given before the name of a sample or the path of a description.</summary>
    public const string Prefix = "sample:";

    const string Ending = ".sample.json.gz";

    static readonly ConcurrentDictionary<string, SampleTable> Opened = new();

    static readonly PlaneSample[] Planes = [PlaneSample.Blobs, PlaneSample.Moons];

    /// <summary>The names of the built-in samples.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Samples).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).Select(n => n[..^Ending.Length])
            .Concat(Planes.Select(p => p.Name)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The file that `load` opens; the name itself for a sample that is built in.</summary>
    public static string PathOf(InputFile file) => IsSample(file) ? file.Path[Prefix.Length..] : file.Path;

    public static bool IsSample(InputFile file) => file.Path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Opens what <c>load</c> was given: <c>sample:NAME</c> or <c>sample:PATH.json</c>.</summary>
    /// <exception cref="Refusal">There is no such sample, or its file is malformed.</exception>
    public static SampleTable Open(InputFile file) => Open(PathOf(file), file.Written);

    /// <param name="nameOrPath">A built-in name, or a path that ends with <c>.json</c> or <c>.json.gz</c>.</param>
    /// <param name="written">How the person wrote it, for messages.</param>
    /// <exception cref="Refusal">There is no such sample, or its file is malformed.</exception>
    public static SampleTable Open(string nameOrPath, string? written = null)
    {
        if (Array.Find(Planes, p => p.Name == nameOrPath) is { } plane) return plane;
        if (Names.Contains(nameOrPath)) return Opened.GetOrAdd(nameOrPath, OpenBuiltIn);
        if (!IsDescription(nameOrPath))
            throw new Refusal($"There is no sample `{nameOrPath}`.",
                $"Choose one of {string.Join(", ", Names.Select(n => $"`{n}`"))}, or give the path of a .json description.");
        var description = SampleFile.Read(nameOrPath, written ?? nameOrPath);
        return new DescribedSample(Path.GetFileName(nameOrPath).Split('.')[0], SampleOutline.Of(description), () => description);
    }

    /// <summary>Whether a path names a description.</summary>
    public static bool IsDescription(string path) => TableFormat.Unpacked(path).EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    static DescribedSample OpenBuiltIn(string name)
    {
        using var json = BuiltIn(name);
        return new DescribedSample(name, SampleOutline.Read(json), () => Described(name));
    }

    static GZipStream BuiltIn(string name) =>
        new(typeof(Samples).Assembly.GetManifestResourceStream(name + Ending)!, CompressionMode.Decompress);

    /// <summary>The whole description of a built-in sample.</summary>
    internal static SampleDescription Described(string name)
    {
        using var json = BuiltIn(name);
        return SampleFile.Read(json, name);
    }

    /// <summary>
    /// Describes a table by its statistics and writes that as JSON, to be drawn from by <see cref="Open(string, string?)"/>.
    /// </summary>
    /// <remarks>
    /// What the description reveals: names of columns; sizes and values of groups of 20 rows or more, smaller ones as one,
    /// `other`; correlations; quantiles, each the mean of ten rows or more or a value that 20 rows share, so neither least
    /// nor greatest value; texts that stand in 20 rows or more (and in 5 of a group), of columns with at most 1,000 distinct
    /// ones or named in <see cref="SampleOptions.Keep"/>.
    /// </remarks>
    /// <exception cref="Refusal">A column is not there, the one to group by has too many values, or the table has too few rows.</exception>
    public static void Fit(Table table, SampleOptions options, Stream json, Work work) =>
        SampleFile.Write(SampleFit.Of(table, options, work), json);
}

/// <summary>How to describe a table.</summary>
/// <param name="Doc">What it is, in one sentence.</param>
public sealed record SampleOptions(string Doc)
{
    /// <summary>The column whose values make the groups; null for one group.</summary>
    public string? By { get; init; }

    /// <summary>Columns of more than 1,000 distinct texts whose frequent ones are told all the same.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>Columns that have no name in the file that the table came from.</summary>
    public IReadOnlyList<string> Unnamed { get; init; } = [];
}
