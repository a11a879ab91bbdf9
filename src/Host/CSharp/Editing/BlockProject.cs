using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Host.CSharp.Editing;

/// <summary>A block as Roslyn's editing services want it: a script whose globals are the members of <see cref="Block"/>.</summary>
sealed class BlockProject
{
    readonly Solution solution;
    readonly DocumentId id;

    public BlockProject()
    {
        var project = ProjectId.CreateNewId();
        id = DocumentId.CreateNewId(project);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: Compiler.Namespaces, allowUnsafe: true);
        var parsing = new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script);
        solution = new AdhocWorkspace(MefHostServices.DefaultHost).CurrentSolution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, "block", "block", LanguageNames.CSharp,
                compilationOptions: options, parseOptions: parsing,
                metadataReferences: MetadataReferences.Documented(), isSubmission: true, hostObjectType: typeof(Block)))
            .AddDocument(DocumentInfo.Create(id, "block.csx", sourceCodeKind: SourceCodeKind.Script));
    }

    /// <summary>The block with the helpers that it loads before it, and where in that text it starts.</summary>
    public (Document Document, int Offset) Document(string code, string folder)
    {
        var unit = UnitOf(code, folder);
        var helpers = string.Concat(unit.Files.SkipLast(1).Select(f => Directives.Blanked(f.Text) + "\n"));
        var now = solution.WithDocumentText(id, SourceText.From(helpers + Directives.Blanked(code)));
        if (unit.References.Count > 0)
            now = now.AddMetadataReferences(id.ProjectId,
                unit.References.Select(r => MetadataReference.CreateFromImage(r.Bytes, filePath: r.Path)));
        return (now.GetDocument(id)!, helpers.Length);
    }

    /// <summary>What it names may not be there while it is being written.</summary>
    static CodeUnit UnitOf(string code, string folder)
    {
        try
        {
            return CodeUnit.Of(new CodeBlock(code, 1, null, folder));
        }
        catch (Exception e) when (e is Refusal or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new CodeUnit([new CodeFile("", code)], []);
        }
    }
}
