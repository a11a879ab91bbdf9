using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Host.CSharp;

/// <summary>A text of C#; the name is empty for a block, which stands in a script.</summary>
sealed record CodeFile(string Name, string Text);

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
    static readonly ConditionalWeakTable<CodeBlock, CodeUnit> OfBlocks = [];

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
    public static CodeUnit Of(CodeBlock block) => OfBlocks.GetValue(block, Read);

    static CodeUnit Read(CodeBlock block)
    {
        var gathering = new Gathering();
        gathering.Add(new CodeFile("", block.Text), block.Folder, block.Start);
        return new CodeUnit(gathering.Files, gathering.References);
    }

    /// <summary>Whole files, such as own operators.</summary>
    /// <exception cref="Refusal">A file or package that they name is not there.</exception>
    public static CodeUnit Of(IEnumerable<CodeFile> files, string folder)
    {
        var gathering = new Gathering();
        foreach (var file in files) gathering.Add(file, folder, null);
        return new CodeUnit(gathering.Files, gathering.References);
    }
}
