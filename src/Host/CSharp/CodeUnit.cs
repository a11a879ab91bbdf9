using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Host.CSharp;

/// <summary>A text of C#; the name is empty for a block, which stands in a script.</summary>
sealed record CodeFile(string Name, string Text)
{
    /// <summary>Where it lies; null for a block.</summary>
    public string? Path { get; init; }
}

/// <summary>An assembly that code refers to.</summary>
sealed record CodeReference(string Path, byte[] Bytes)
{
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>All that one compilation is made of: texts and the assemblies they refer to.</summary>
/// <param name="Files">Helpers before what loads them.</param>
/// <remarks>
/// It is read once: what is compiled, what a person is asked about and what runs are the same bytes, whatever becomes of the files
/// meanwhile.
/// </remarks>
sealed record CodeUnit(IReadOnlyList<CodeFile> Files, IReadOnlyList<CodeReference> References)
{
    static readonly ConditionalWeakTable<CodeBlock, CodeUnit> OfBlocks = [], InsideOfBlocks = [];

    /// <summary>What of it leads out of its folder, as it is written.</summary>
    public IReadOnlyList<string> Outside { get; init; } = [];

    /// <summary>What it names that is not there, at its place in the script.</summary>
    public IReadOnlyList<Refusal> Faults { get; init; } = [];

    /// <summary>The files that it lies in.</summary>
    public IEnumerable<string> Paths => [.. Files.Select(f => f.Path).OfType<string>(), .. References.Select(r => r.Path)];

    /// <summary>Changes with every text, every reference and with this program.</summary>
    public string Hash(string kind)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, kind);
        Append(hash, $"{typeof(CodeUnit).Module.ModuleVersionId}{typeof(Operator).Module.ModuleVersionId}");
        foreach (var file in Files)
        {
            Append(hash, file.Name);
            Append(hash, file.Text);
        }
        foreach (var reference in References) Append(hash, $"{reference.Path} {reference.Hash}");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(BitConverter.GetBytes(text.Length));
        hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The same for the same block, as long as that is there.</summary>
    /// <exception cref="Refusal">A file or package that it names is not there; the place is that in the script.</exception>
    public static CodeUnit Of(CodeBlock block) => Found(block, confined: false).Sound;

    /// <summary>The same, though what it names be not there.</summary>
    /// <param name="confined">What of it lies in the script's folder: all of it, unless something is outside.</param>
    public static CodeUnit Found(CodeBlock block, bool confined) => confined
        ? InsideOfBlocks.GetValue(block, b => Read(b, confined: true))
        : OfBlocks.GetValue(block, b => Found(b, confined: true) is { Outside: [] } whole ? whole : Read(b, confined: false));

    CodeUnit Sound => Faults is [var first, ..] ? throw new Refusal(first.Text, first.Hint) { At = first.At } : this;

    static CodeUnit Read(CodeBlock block, bool confined)
    {
        var gathering = new Gathering(block.Folder, confined);
        gathering.Add(new CodeFile("", block.Text), block.Folder, block.Start);
        return gathering.Unit;
    }

    /// <summary>Whole files, such as own operators.</summary>
    /// <param name="files">The path of each, and its name for people.</param>
    /// <param name="home">The folder that they must not lead out of.</param>
    /// <exception cref="Refusal">A file or package that they name is not there.</exception>
    public static CodeUnit Of(IEnumerable<(string Path, string Name)> files, string home, bool confined)
    {
        var gathering = new Gathering(home, confined);
        foreach (var (path, name) in files) gathering.AddFile(path, name);
        return gathering.Unit.Sound;
    }
}
