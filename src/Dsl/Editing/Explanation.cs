using System.Text;
using Dsl.Binding;
using Dsl.Diagnostics;
using Runtime;

namespace Dsl.Editing;

/// <summary>The pages of the diagnostics as text for people, at most 80 columns wide.</summary>
public static class Explanation
{
    const int Width = 80;

    /// <summary>All codes with their titles.</summary>
    public static string Overview() => string.Concat(Codes.All
        .Select(c => $"  {c.Name.PadRight(Codes.All.Max(o => o.Name.Length))}  {c.Title}\n"));

    public static string Of(DiagnosticCode code)
    {
        var text = new StringBuilder();
        text.Append(code.Name).Append(code.Title.PadLeft(Width - code.Name.Length)).Append('\n');
        foreach (var line in DiagnosticText.Wrap(code.Meaning, Width - 2)) text.Append("  ").Append(line).Append('\n');
        if (code.Setting is { } setting) text.Append("\n  Both are run with `--set ").Append(setting).Append("`.\n");
        Example(text, "Wrong", code.Wrong);
        if (code.Wrong is { } wrong) Said(text, wrong, code.Setting);
        Example(text, "Right", code.Right);
        return text.ToString();
    }

    static void Example(StringBuilder text, string title, string? script)
    {
        if (script is null) return;
        text.Append('\n').Append(title).Append('\n');
        foreach (var line in script.Split('\n'))
            text.Append("  ").Append(line.Length > Width - 2 ? line[..(Width - 3)] + "…" : line).Append('\n');
    }

    /// <summary>What is said of the wrong script.</summary>
    static void Said(StringBuilder text, string script, string? setting)
    {
        var said = Check(script, setting).Diagnostics[0];
        text.Append('\n');
        var sentences = $"{(said.IsError ? "error" : "warning")}: {said.Text} {said.Hint}";
        foreach (var line in DiagnosticText.Wrap(sentences, Width - 4)) text.Append("    ").Append(line).Append('\n');
    }

    /// <summary>An example as the program reads it.</summary>
    /// <param name="own">An operator that is not in the catalogue.</param>
    public static Plan Check(string script, string? setting, Signature? own = null) =>
        Language.Check(new SourceText("example.pipe", script), new LanguageOptions
        {
            Operators = own is null || Catalog.Find(own.Name) is not null ? Catalog.Operators : Catalog.Operators.With(own),
            Settings = setting?.Split('=') is [var name, var value] ? new Dictionary<string, string> { [name] = value } : [],
        });
}
