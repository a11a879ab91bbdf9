using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Dsl.Diagnostics;

namespace Host.CSharp;

/// <summary>The operators that a user has written: records like ours in <c>operators/*.cs</c> beside the script.</summary>
sealed partial class OwnOperators
{
    public const string FolderName = "operators";

    readonly string scriptFolder;
    readonly Lazy<CompiledCode> compiled;
    readonly Lazy<CodeUnit> unit;
    readonly Lazy<IReadOnlySet<string>> names;

    OwnOperators(string scriptFolder, List<string> files)
    {
        this.scriptFolder = scriptFolder;
        unit = new(() => Read(files, confined: false));
        LeadsOut = Read(files, confined: true).Outside.Count > 0;
        compiled = new(() =>
        {
            var hash = Unit.Hash("operators");
            return CodeCache.Get(hash, () => Compiler.Files(Unit, hash));
        });
        names = new(() => compiled.Value.Errors.Count > 0 ? NamesIn(Unit.Files) : NamesIn(compiled.Value.Assembly));
    }

    /// <summary>Where they stand.</summary>
    public string Folder => Path.Combine(scriptFolder, FolderName);

    /// <summary>Some of their code lies elsewhere: nothing of it is compiled or shown before it is trusted.</summary>
    public bool LeadsOut { get; }

    public CodeUnit Unit => unit.Value;

    /// <summary>The verbs, read without running anything.</summary>
    public IReadOnlySet<string> Names => names.Value;

    public IEnumerable<Diagnostic> Errors => compiled.Value.Errors.Select(e =>
        new Diagnostic(BlockCodes.WrongCode, new Span(e.Start, e.Length), $"{e.Message} ({e.Code}).",
            "Correct the operator, or move its file away.")
        {
            Source = new SourceText(e.File, Unit.Files.FirstOrDefault(f => f.Name == e.File)?.Text ?? ""),
        });

    /// <summary>What is said of them in place of their names and errors.</summary>
    public static Diagnostic NotLookedAt { get; } = new(BlockCodes.CodeOutside, null,
        $"Own operators in `{FolderName}` are not trusted, and their code goes on outside the script's folder.",
        "Read that code, then write `pipe trust` with the script.");

    /// <summary>Null when there are none.</summary>
    public static OwnOperators? BesideOf(string scriptFolder) =>
        FilesBeside(scriptFolder) is { Count: > 0 } files ? new OwnOperators(scriptFolder, files) : null;

    CodeUnit Read(List<string> files, bool confined) =>
        CodeUnit.Of(files.Select(f => (f, $"{FolderName}/{Path.GetFileName(f)}")), scriptFolder, confined);

    /// <summary>Changes when a file of theirs does.</summary>
    public static string StampOf(string scriptFolder) =>
        string.Join('\n', FilesBeside(scriptFolder).Select(f => $"{f} {File.GetLastWriteTimeUtc(f).Ticks} {new FileInfo(f).Length}"));

    /// <summary>Their files, in the order of their names.</summary>
    public static List<string> FilesBeside(string scriptFolder)
    {
        var folder = Path.Combine(scriptFolder, FolderName);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Loads them. From here on their code may run.</summary>
    /// <exception cref="Refusal">One has the name of an operator that is there already.</exception>
    public IEnumerable<Signature> Load(NamedList<Signature> known)
    {
        var types = new LoadedCode(compiled.Value, Unit.References).Assembly.GetTypes();
        var signatures = types.Where(t => t.IsSubclassOf(typeof(Operator)) && t.IsDefined(typeof(OperatorAttribute), inherit: false))
            .Select(t => new Signature(t)).ToList();
        var taken = signatures.Find(s => known.Has(s.Name) || signatures.Count(o => o.Name == s.Name) > 1);
        return taken is null
            ? signatures
            : throw new Refusal($"There is already an operator `{taken.Name}`.", $"Give the one in `{FolderName}` another name.");
    }

    [GeneratedRegex("\\[Operator\\(\"(?<name>[^\"\\\\]+)\"")]
    private static partial Regex Declared();

    /// <summary>What code seems to declare that does not compile: a step that calls it is no further mistake.</summary>
    static HashSet<string> NamesIn(IEnumerable<CodeFile> files) =>
        [.. files.SelectMany(f => Declared().Matches(f.Text)).Select(m => m.Groups["name"].Value)];

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
