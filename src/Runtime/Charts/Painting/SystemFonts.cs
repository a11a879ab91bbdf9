using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Fonts of the machine, for letters that the own font lacks: asked of the system, else looked for where fonts lie.</summary>
static class SystemFonts
{
    // Enough for a machine with the fonts of all scripts.
    const int MostFiles = 2_000;

    static readonly string[] Endings = [".ttf", ".otf", ".ttc", ".otc"];

    /// <summary>Names of fonts that are not upright letters of usual weight and width have some of these in them.</summary>
    static readonly string[] Styled = ["Bold", "Italic", "Oblique", "Black", "Heavy", "Light", "Thin", "Hairline", "Medium", "Condensed",
        "Mono", "Serif", "Math"];

    static readonly Lock Gate = new();
    static readonly Lazy<Queue<string>> Files = new(() => new(Found()));
    static readonly List<SKTypeface> Opened = [];

    /// <summary>A font that has the letter; null when none has.</summary>
    public static SKTypeface? Having(int codepoint)
    {
        lock (Gate)
        {
            if (SKFontManager.Default.MatchCharacter(codepoint) is { } matched && Has(matched, codepoint)) return matched;
            if (Opened.FirstOrDefault(face => Has(face, codepoint)) is { } opened) return opened;
            while (Files.Value.TryDequeue(out var file))
            {
                if (SKTypeface.FromFile(file) is not { } face) continue;
                Opened.Add(face);
                if (Has(face, codepoint)) return face;
            }
            return null;
        }
    }

    static bool Has(SKTypeface face, int codepoint)
    {
        using var font = new SKFont(face);
        return font.ContainsGlyph(codepoint);
    }

    /// <summary>Upright ones of usual weight first, in the order of their names.</summary>
    static IEnumerable<string> Found()
    {
        var below = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };
        return Folders().Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", below))
            .Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant())).Take(MostFiles)
            .OrderBy(file => Styled.Count(word => Path.GetFileName(file).Contains(word, StringComparison.OrdinalIgnoreCase)))
            .ThenBy(Path.GetFileName, StringComparer.Ordinal);
    }

    static string[] Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return
        [
            "/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".local/share/fonts"), Path.Combine(home, ".fonts"),
            "/System/Library/Fonts", "/Library/Fonts", Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        ];
    }
}
