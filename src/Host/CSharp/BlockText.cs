using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Host.CSharp;

/// <summary>
/// A block and its helpers as one class: usings and types are moved out of the method that all else becomes, and
/// every letter can be traced back to where it stands.
/// </summary>
/// <remarks>A method rather than a script of the compiler: its variables are locals, so they are fast and may be spans.</remarks>
sealed class BlockText
{
    /// <summary>A stretch of the made text and what it is a copy of.</summary>
    sealed record Piece(int Start, int Length, CodeFile File, int From);

    const string AtOnce = "public override void Main()";

    /// <summary>Only what waits is a state machine: its variables are no locals.</summary>
    const string Waiting = $"{AtOnce} => {BlockFailure.Waiting}().GetAwaiter().GetResult();\n"
        + $"async System.Threading.Tasks.Task {BlockFailure.Waiting}()";

    const string StatementsAfterTypes = "CS8803";
    const string NoSemicolon = "CS1002";

    static readonly CSharpParseOptions AsScript = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);
    static readonly CSharpParseOptions AsProgram = new(LanguageVersion.Latest);

    readonly StringBuilder text = new();
    readonly List<Piece> pieces = [];

    BlockText(IReadOnlyList<(CodeFile File, CompilationUnitSyntax Root)> parts)
    {
        foreach (var (file, root) in parts)
            foreach (var use in root.Usings) Copy(file, use.Span);
        text.Append("public sealed class Code : Host.CSharp.Block\n{\n").Append(parts.Any(p => Waits(p.Root)) ? Waiting : AtOnce)
            .Append("\n{\nvar ").Append(LineMarks.Variable).Append("=0; try {\n");
        foreach (var (file, root) in parts) CopyBody(file, root);
        text.Append("\n#line hidden\n} catch (System.Exception) when (FailsAt(").Append(LineMarks.Variable).Append(")) { throw; }\n}\n}\n");
        foreach (var (file, root) in parts)
            foreach (var type in Types(root)) Copy(file, type.Span);
    }

    /// <summary>The text to compile, or what cannot even be read.</summary>
    public static (BlockText? Text, IReadOnlyList<CodeError> Errors) Of(CodeUnit unit)
    {
        var parts = new List<(CodeFile, CompilationUnitSyntax)>();
        var errors = new List<CodeError>();
        foreach (var file in unit.Files)
        {
            var (root, wrong) = Parsed(Directives.Blanked(file.Text));
            errors.AddRange(wrong.Select(d => Compiler.Error(d, file, d.Location.SourceSpan)));
            parts.Add((file, root));
        }
        return errors.Count > 0 ? (null, errors) : (new BlockText(parts), []);
    }

    /// <summary>
    /// A script may end in an expression without a semicolon. What it takes for a mistake may be fine in a program: <c>using var</c>.
    /// </summary>
    static (CompilationUnitSyntax Root, List<Diagnostic> Errors) Parsed(string text)
    {
        var script = Parsed(text, AsScript);
        if (script.Errors.Count == 0) return script;
        var program = Parsed(text, AsProgram);
        var end = text.TrimEnd().Length - 1;
        program.Errors.RemoveAll(d => d.Id == StatementsAfterTypes || d.Id == NoSemicolon && d.Location.SourceSpan.Start >= end);
        return program.Errors.Count == 0 ? program : script;
    }

    static (CompilationUnitSyntax Root, List<Diagnostic> Errors) Parsed(string text, CSharpParseOptions grammar)
    {
        var tree = CSharpSyntaxTree.ParseText(text, grammar);
        return (tree.GetCompilationUnitRoot(), [.. tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)]);
    }

    /// <summary>Waits for something in its own method, and not in one inside.</summary>
    static bool Waits(CompilationUnitSyntax root) => root.Members.OfType<GlobalStatementSyntax>().Cast<SyntaxNode>()
        .Concat(root.Members.OfType<FieldDeclarationSyntax>()).SelectMany(m => m.DescendantNodesAndTokens(LineMarks.IsSameMethod))
        .Any(n => n.IsKind(SyntaxKind.AwaitKeyword));

    public override string ToString() => text.ToString();

    /// <summary>Where a place of the made text comes from; the end of the block when from nowhere.</summary>
    public (CodeFile File, TextSpan Span) Origin(TextSpan span, CodeFile block)
    {
        var piece = pieces.FindLast(p => p.Start <= span.Start && span.Start <= p.Start + p.Length);
        if (piece is null) return (block, new TextSpan(block.Text.TrimEnd().Length, 0));
        var start = piece.From + span.Start - piece.Start;
        return (piece.File, new TextSpan(start, Math.Min(span.Length, piece.File.Text.Length - start)));
    }

    static IEnumerable<MemberDeclarationSyntax> Types(CompilationUnitSyntax root) =>
        root.Members.Where(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax);

    /// <summary>What is neither a using nor a type.</summary>
    void CopyBody(CodeFile file, CompilationUnitSyntax root)
    {
        var letters = Directives.Blanked(file.Text).ToCharArray();
        var moved = Types(root).ToList();
        foreach (var span in root.Usings.Cast<SyntaxNode>().Concat(moved).Select(n => n.Span))
            for (var i = span.Start; i < span.End; i++) if (letters[i] is not ('\n' or '\r')) letters[i] = ' ';
        var body = new string(letters);
        Line(file, 1);
        var from = 0;
        foreach (var (position, mark) in file.Name.Length == 0 ? LineMarks.Of([.. root.Members.Except(moved)]) : [])
        {
            Append(file, body, from, position);
            text.Append(mark);
            from = position;
        }
        Append(file, body, from, body.Length);
    }

    void Copy(CodeFile file, TextSpan span)
    {
        Line(file, file.Text.AsSpan(0, span.Start).Count('\n') + 1);
        Append(file, file.Text, span.Start, span.End);
    }

    /// <summary>A name must not end the line: what followed in it would be code.</summary>
    void Line(CodeFile file, int line) => text.Append($"\n#line {line} \"{Printable.Of(file.Name).Replace('"', '\'')}\"\n");

    void Append(CodeFile file, string letters, int start, int end)
    {
        pieces.Add(new Piece(text.Length, end - start, file, start));
        text.Append(letters, start, end - start);
    }
}
