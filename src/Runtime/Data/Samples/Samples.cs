namespace Runtime.Data.Samples;

/// <summary>The samples that are built in, and those described by a file.</summary>
public static class Samples
{
    const string Prefix = "sample:";

    /// <summary>The names of the built-in samples.</summary>
    public static IReadOnlyList<string> Names => throw new NotImplementedException();

    public static bool IsSample(InputFile file) => file.Path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Opens what <c>load</c> was given: <c>sample:NAME</c> or <c>sample:PATH.json</c>.</summary>
    /// <exception cref="Refusal">There is no such sample, or its file is malformed.</exception>
    public static Sample Open(InputFile file) => Open(file.Path[Prefix.Length..], file.Written);

    /// <param name="nameOrPath">A built-in name, or a path that ends with <c>.json</c> or <c>.json.gz</c>.</param>
    /// <param name="written">How the person wrote it, for messages.</param>
    /// <exception cref="Refusal">There is no such sample, or its file is malformed.</exception>
    public static Sample Open(string nameOrPath, string? written = null) => throw new NotImplementedException();
}
