using System.Globalization;
using System.Text;
using Dsl.Diagnostics;

namespace Host.Trust;

/// <summary>Shows a person the code of a script and asks.</summary>
sealed class TrustPrompt(HostContext host)
{
    /// <exception cref="Refusal">The person does not want it to run.</exception>
    public void Ask(SourceText source, ScriptCode code)
    {
        host.Error.WriteLine($"{source.Name} runs code that has not been trusted on this machine, or has changed since:");
        foreach (var part in code.Parts)
        {
            host.Error.WriteLine($"\n{char.ToUpperInvariant(Title(part)[0])}{Title(part)[1..]}");
            if (part.Kind is "assembly" or "path") continue;
            foreach (var line in part.Text.ReplaceLineEndings("\n").Trim('\n').Split('\n')) host.Error.WriteLine($"  │ {Plain(line)}");
        }
        host.Error.Write("\nIt can do whatever this account can. Run it, now and as long as it does not change? [y/N] ");
        host.Error.Flush();
        if (host.Input.ReadLine()?.Trim() is "y" or "Y" or "yes") return;
        throw new Refusal("The script was not run.", "Add `--no-code` to refuse such scripts unasked.");
    }

    public static string Title(CodePart part) => part.Kind switch
    {
        "path" => part.Text,
        "block" => $"{part.Name}:",
        _ => Plain($"{part.Kind} {part.Name}"),
    };

    /// <summary>Nothing that a terminal obeys, and nothing that turns the reading direction.</summary>
    static string Plain(string line) => string.Concat(line.EnumerateRunes().Select(r =>
        r.Value == '\t' ? "    "
        : Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format ? $"\\u{{{r.Value:x}}}"
        : r.ToString()));
}
