using Dsl.Diagnostics;

namespace Host.Trust;

/// <summary>Shows a person the code of a script and asks.</summary>
sealed class TrustPrompt(HostContext host)
{
    /// <param name="known">What was trusted before, as it is now: it is named.</param>
    /// <exception cref="Refusal">The person does not want it to run.</exception>
    public void Ask(SourceText source, ScriptCode code, IReadOnlySet<CodePart> known)
    {
        host.Error.WriteLine($"{Printable.Of(source.Name)} runs code that has not been trusted on this machine, or has changed since:");
        if (known.Count > 0)
            host.Error.WriteLine($"\nTrusted before and unchanged: {string.Join(", ", known.Select(p => Title(p).TrimEnd(':')))}.");
        foreach (var part in code.Parts.Where(p => !known.Contains(p)))
        {
            host.Error.WriteLine($"\n{char.ToUpperInvariant(Title(part)[0])}{Title(part)[1..]}");
            if (part.Kind == "assembly") continue;
            foreach (var line in Lines(part.Text)) host.Error.WriteLine($"  │ {Printable.Of(line.Replace("\t", "    "))}");
        }
        host.Error.Write("\nIt can do whatever this account can. Run it, now and as long as it does not change? [y/N] ");
        host.Error.Flush();
        if (host.Input.Value.ReadLine()?.Trim() is "y" or "Y" or "yes") return;
        throw new Refusal("The script was not run.", "Add `--no-code` to refuse such scripts unasked.");
    }

    /// <summary>Where the compiler ends a line, so that none hides behind a comment.</summary>
    static string[] Lines(string text) => text.Replace("\r\n", "\n").Trim('\n').Split(['\n', '\r', '\u0085', '\u2028', '\u2029']);

    public static string Title(CodePart part) => Printable.Of(part.Kind == "block" ? $"{part.Name}:" : $"{part.Kind} {part.Name}");
}
