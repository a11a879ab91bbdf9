using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Dsl.Diagnostics;

namespace Host.CSharp;

/// <summary>The operators that a user has written: records like ours in <c>operators/*.cs</c> beside the script.</summary>
sealed class OwnOperators
{
    public const string FolderName = "operators";

    readonly CompiledCode compiled;

    OwnOperators(string folder, CodeUnit unit)
    {
        (Folder, Unit) = (folder, unit);
        var hash = unit.Hash("operators");
        compiled = CodeCache.Get(hash, () => Compiler.Files(unit, hash));
        Names = compiled.Errors.Count > 0 ? new HashSet<string>() : NamesIn(compiled.Assembly);
    }

    /// <summary>Where they stand.</summary>
    public string Folder { get; }

    public CodeUnit Unit { get; }

    /// <summary>The verbs, read without running anything.</summary>
    public IReadOnlySet<string> Names { get; }

    public IEnumerable<Diagnostic> Errors => compiled.Errors.Select(e => new Diagnostic(BlockCodes.WrongCode, null,
        $"Line {e.Line} of `{e.File}`: {e.Message} ({e.Code}).", "Correct the operator, or move its file away."));

    /// <summary>Null when there are none.</summary>
    public static OwnOperators? BesideOf(string scriptFolder)
    {
        var files = FilesBeside(scriptFolder);
        if (files.Count == 0) return null;
        var folder = Path.Combine(scriptFolder, FolderName);
        return new OwnOperators(folder,
            CodeUnit.Of(files.Select(f => new CodeFile($"{FolderName}/{Path.GetFileName(f)}", File.ReadAllText(f))), folder));
    }

    /// <summary>Changes when a file of theirs does.</summary>
    public static string StampOf(string scriptFolder) =>
        string.Join('\n', FilesBeside(scriptFolder).Select(f => $"{f} {File.GetLastWriteTimeUtc(f).Ticks} {new FileInfo(f).Length}"));

    static List<string> FilesBeside(string scriptFolder)
    {
        var folder = Path.Combine(scriptFolder, FolderName);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Loads them. From here on their code may run.</summary>
    /// <exception cref="Refusal">One has the name of an operator that is there already.</exception>
    public IEnumerable<Signature> Load(NamedList<Signature> known)
    {
        var types = new LoadedCode(compiled, Unit.References).Assembly.GetTypes();
        var signatures = types.Where(t => t.IsSubclassOf(typeof(Operator)) && t.IsDefined(typeof(OperatorAttribute), inherit: false))
            .Select(t => new Signature(t)).ToList();
        var taken = signatures.Find(s => known.Has(s.Name) || signatures.Count(o => o.Name == s.Name) > 1);
        return taken is null
            ? signatures
            : throw new Refusal($"There is already an operator `{taken.Name}`.", $"Give the one in `{FolderName}` another name.");
    }

    /// <summary>What the attributes say, out of the bytes.</summary>
    static HashSet<string> NamesIn(byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly));
        var metadata = image.GetMetadataReader();
        var names = new HashSet<string>();
        foreach (var attribute in metadata.CustomAttributes.Select(metadata.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind != HandleKind.MemberReference) continue;
            var maker = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
            if (maker.Parent.Kind != HandleKind.TypeReference) continue;
            if (metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)maker.Parent).Name) != nameof(OperatorAttribute))
                continue;
            var value = metadata.GetBlobReader(attribute.Value);
            if (value.ReadUInt16() == 1 && value.ReadSerializedString() is { } name) names.Add(name);
        }
        return names;
    }
}
