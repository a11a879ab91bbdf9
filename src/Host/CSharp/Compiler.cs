using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Host.CSharp;

/// <summary>Compiles code to bytes. The only door to the compiler, which is loaded when it is first opened.</summary>
static partial class Compiler
{
    /// <summary>What a block and an own operator need not write.</summary>
    public static string[] Namespaces { get; } =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks",
        "MathNet.Numerics.LinearAlgebra", "MathNet.Numerics.Statistics", "Microsoft.Data.Analysis",
        "SkiaSharp",
        "Runtime", "Runtime.Charts", "Runtime.Charts.Painting", "Runtime.Data", "Runtime.Numerics", "Runtime.Tables", "Runtime.Words",
        .. OfOperators().Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Where the operators stand, and the types of their arguments.</summary>
    static IEnumerable<string> OfOperators() => Catalog.Operators.Where(s => s.Type.Assembly == typeof(Study).Assembly)
        .SelectMany(s => s.Parameters.Select(p => p.ValueType).Append(s.Type)).Where(t => t.Assembly == typeof(Study).Assembly)
        .Select(t => t.Namespace!);

    /// <summary>Another `Table` is in a library's namespace.</summary>
    static string Usings => string.Concat(Namespaces.Select(n => $"global using {n};\n")) + "global using Table = Runtime.Tables.Table;\n";

    static readonly CSharpParseOptions Latest = new(LanguageVersion.Latest);

    static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, deterministic: true,
        generalDiagnosticOption: ReportDiagnostic.Suppress);

    /// <summary>A block and its helpers; the assembly has one class, <c>Code</c>.</summary>
    public static CompiledCode Block(CodeUnit unit, string hash)
    {
        var (made, errors) = BlockText.Of(unit);
        if (made is null) return CompiledCode.Refused(errors);
        var tree = Parse($"{made}", "");
        return Emit([tree], unit, hash, diagnostic =>
        {
            var (file, span) = made.Origin(diagnostic.Location.SourceSpan, unit.Files[^1]);
            return Error(diagnostic, file, span);
        });
    }

    /// <summary>Files of declarations, as they are.</summary>
    public static CompiledCode Files(CodeUnit unit, string hash)
    {
        var files = unit.Files.ToDictionary(f => f.Name);
        return Emit([.. unit.Files.Select(f => Parse(Directives.Blanked(f.Text), f.Name))], unit, hash,
            diagnostic => Error(diagnostic, FileOf(diagnostic), diagnostic.Location.SourceSpan));

        CodeFile FileOf(Diagnostic diagnostic) => files.GetValueOrDefault(diagnostic.Location.SourceTree?.FilePath ?? "", unit.Files[0]);
    }

    public static CodeError Error(Diagnostic diagnostic, CodeFile file, TextSpan span)
    {
        var before = file.Text.AsSpan(0, Math.Min(span.Start, file.Text.Length));
        var message = Quoted().Replace(diagnostic.GetMessage(), "`$1`").TrimEnd('.');
        return new CodeError(file.Name, span.Start, span.Length, before.Count('\n') + 1, diagnostic.Id, message);
    }

    /// <summary>What is wrong is told of the code as it was written.</summary>
    static CompiledCode Emit(SyntaxTree[] trees, CodeUnit unit, string hash, Func<Diagnostic, CodeError> error) =>
        EmitAs([.. trees.Select(StackGuard.In)], unit, hash, error) is { Errors: [] } guarded ? guarded : EmitAs(trees, unit, hash, error);

    static CompiledCode EmitAs(SyntaxTree[] trees, CodeUnit unit, string hash, Func<Diagnostic, CodeError> error)
    {
        var references = MetadataReferences.OfProgram.Concat(
            unit.References.Select(r => MetadataReference.CreateFromImage(r.Bytes, filePath: r.Path)));
        var compilation = CSharpCompilation.Create($"code_{hash[..16]}", [Parse(Usings, "usings"), .. trees], references, Options);
        using MemoryStream assembly = new(), symbols = new();
        var emitted = compilation.Emit(assembly, symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return emitted.Success
            ? new CompiledCode(assembly.ToArray(), symbols.ToArray(), [])
            : CompiledCode.Refused(Told([.. emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(error)]));
    }

    /// <summary>That what a lambda gives does not fit is said twice of one slip: of the value, and of the lambda for it.</summary>
    static CodeError[] Told(CodeError[] errors) =>
        [.. errors.Distinct().Where(e => e.Code != "CS1662" || !errors.Any(o => o != e && (o.File, o.Start) == (e.File, e.Start)))];

    static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Latest, path);

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
