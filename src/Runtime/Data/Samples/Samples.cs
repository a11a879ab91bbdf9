using System.IO.Compression;
using Runtime.Numerics;

namespace Runtime.Data.Samples;

/// <summary>The samples that are built in, and those described by a file.</summary>
public static class Samples
{
    const string Prefix = "sample:";
    const string Ending = ".sample.json.gz";

    static readonly PlaneSample[] Planes = [PlaneSample.Blobs, PlaneSample.Moons];

    /// <summary>The names of the built-in samples.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Samples).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).Select(n => n[..^Ending.Length])
            .Concat(Planes.Select(p => p.Name)).Order(StringComparer.Ordinal),
    ];

    public static bool IsSample(InputFile file) => file.Path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Opens what <c>load</c> was given: <c>sample:NAME</c> or <c>sample:PATH.json</c>.</summary>
    /// <exception cref="Refusal">There is no such sample, or its file is malformed.</exception>
    public static Sample Open(InputFile file) => Open(file.Path[Prefix.Length..], file.Written);

    /// <param name="nameOrPath">A built-in name, or a path that ends with <c>.json</c> or <c>.json.gz</c>.</param>
    /// <param name="written">How the person wrote it, for messages.</param>
    /// <exception cref="Refusal">There is no such sample, or its file is malformed.</exception>
    public static Sample Open(string nameOrPath, string? written = null)
    {
        if (Array.Find(Planes, p => p.Name == nameOrPath) is { } plane) return plane;
        if (typeof(Samples).Assembly.GetManifestResourceStream(nameOrPath + Ending) is { } resource)
        {
            using var unpacked = new GZipStream(resource, CompressionMode.Decompress);
            return new DescribedSample(nameOrPath, SampleFile.Read(unpacked, nameOrPath));
        }
        if (!nameOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !nameOrPath.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase))
            throw new Refusal($"There is no sample `{nameOrPath}`.", $"Choose one of {string.Join(", ", Names.Select(n => $"`{n}`"))}, or give the path of a .json description.");
        return new DescribedSample(Path.GetFileName(nameOrPath).Split('.')[0], SampleFile.Read(nameOrPath, written ?? nameOrPath));
    }

    /// <summary>Describes a table by its statistics and writes that as JSON, to be drawn from by <see cref="Open(string, string?)"/>.</summary>
    /// <param name="by">The column whose values make the groups; null for one group.</param>
    /// <param name="unnamed">Columns that have no name in the file that the table came from.</param>
    /// <remarks>
    /// What the description reveals: names of columns and groups, sizes of groups, quantiles with smallest and largest
    /// value, correlations, and texts that stand in 20 rows or more. Rarer texts are not in it. The quantiles are
    /// values of the table, so a group of few rows shows most of its numbers, one of a single row all of them.
    /// </remarks>
    /// <exception cref="Refusal">There is no such column, it has too many values, or the table has no rows.</exception>
    public static void Fit(Table table, string? by, string doc, Stream json, Work work, IReadOnlyList<string>? unnamed = null) =>
        SampleFile.Write(SampleFit.Of(table, by, doc, unnamed ?? [], work), json);
}
