using System.Runtime.CompilerServices;
using System.Text;
using Dsl;
using Dsl.Diagnostics;
using Dsl.Syntax;

namespace Tests.Dsl;

/// <summary>
/// A script and what is said about it, together as a person sees them. <c>PIPE_ACCEPT=1 dotnet test</c> rewrites the
/// files; read the difference before committing it.
/// </summary>
public class Goldens
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "errors");

    public static TheoryData<string> Scripts =>
        [.. Directory.EnumerateFiles(Folder, "*.pipe").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Scripts))]
    public void Messages_read_as_they_were_accepted(string name)
    {
        var path = Path.Combine(Folder, name);
        var shown = Show(new SourceText(name, File.ReadAllText(path)));
        var golden = Path.ChangeExtension(name, ".golden");
        if (Environment.GetEnvironmentVariable("PIPE_ACCEPT") == "1") File.WriteAllText(Path.Combine(SourceFolder(), golden), shown);
        else Assert.Equal(File.ReadAllText(Path.Combine(Folder, golden)).ReplaceLineEndings("\n"), shown);
    }

    static string Show(SourceText source)
    {
        var plan = Language.Check(source, new LanguageOptions { ScriptFolder = Folder });
        var text = new StringBuilder(source.Text.ReplaceLineEndings("\n")).Append("\n────────\n");
        foreach (var diagnostic in plan.Diagnostics) text.Append(DiagnosticText.Render(diagnostic, source, colour: false)).Append("\n\n");
        return text.Append(plan.Diagnostics.Count).Append(" found\n").ToString();
    }

    static string SourceFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", "errors");
}
