using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Runtime.Charts.Painting;

enum Weight
{
    Regular,
    SemiBold,
}

/// <summary>How a text looks.</summary>
readonly record struct TextStyle(float Size, SKColor Colour, Weight Weight = Weight.Regular);

/// <summary>An outline, in units of a font drawn at <see cref="Fonts.Units"/>, y downwards; one object a character and weight.</summary>
sealed class Glyph(SKPath outline, float advance)
{
    public SKPath Outline => outline;

    public float Advance => advance;

    /// <summary>It stands for a letter that no font has.</summary>
    public bool IsBox { get; init; }
}

/// <summary>
/// Texts as outlines: Inter from the package, what it lacks from a font of the system if there is one, else a box. So no
/// font has to be installed, and none to look at the picture.
/// </summary>
static class Fonts
{
    public const float Units = 2048;

    /// <summary>Height of a capital as a share of the size.</summary>
    public const float Capital = 0.727f;

    /// <summary>Above and below the base line, room for what a text may have there, as shares of the size.</summary>
    public const float Ascent = 0.8f, Descent = 0.22f;

    public static SKTypeface Typeface => Faces[(int)Weight.Regular].Value;

    static readonly Lazy<SKTypeface>[] Faces = [.. Enum.GetNames<Weight>().Select(name => new Lazy<SKTypeface>(() => Face(name)))];

    static readonly ConcurrentDictionary<(Weight, int), Lazy<Glyph>> Glyphs = new();

    public static float Width(string text, TextStyle style) =>
        Outlines(text, style.Weight).Sum(glyph => glyph.Advance) * style.Size / Units;

    public static IEnumerable<Glyph> Outlines(string text, Weight weight)
    {
        foreach (var rune in RightToLeft.Drawn(text).EnumerateRunes()) if (IsSeen(rune)) yield return Of(rune, weight);
    }

    static Glyph Of(Rune rune, Weight weight) => Glyphs.GetOrAdd((weight, Rune.IsWhiteSpace(rune) ? ' ' : rune.Value), Later).Value;

    /// <summary>Letters that no font of the machine has, so that they are boxes.</summary>
    public static IEnumerable<Rune> Lacking(string text) => RightToLeft.Drawn(text).EnumerateRunes()
        .Where(rune => IsSeen(rune) && Of(rune, Weight.Regular).IsBox);

    /// <summary>The own font at a size, for who writes letters rather than outlines; null when it lacks one of them.</summary>
    public static SKFont? Own(string text, TextStyle style)
    {
        var own = Sized(Faces[(int)style.Weight].Value);
        own.Size = style.Size;
        if (text.EnumerateRunes().All(rune => IsSeen(rune) && own.ContainsGlyph(rune.Value))) return own;
        own.Dispose();
        return null;
    }

    static Lazy<Glyph> Later((Weight Weight, int Codepoint) key) => new(() => Load(key.Weight, key.Codepoint));

    static SKTypeface Face(string weight) => SKTypeface.FromStream(new MemoryStream(InterFont.Read(weight)));

    // Controls, marks of direction and joiners have no picture of their own.
    static bool IsSeen(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    static Glyph Load(Weight weight, int codepoint)
    {
        using var own = Sized(Faces[(int)weight].Value);
        if (own.ContainsGlyph(codepoint)) return Load(own, codepoint);
        if (SystemFonts.Having(codepoint) is not { } face) return new(Box(), 0.6f * Units) { IsBox = true };
        using var other = Sized(face);
        return Load(other, codepoint);
    }

    static Glyph Load(SKFont font, int codepoint)
    {
        var glyph = font.GetGlyph(codepoint);
        return new(font.GetGlyphPath(glyph) ?? new SKPath(), font.GetGlyphWidths([glyph])[0]);
    }

    static SKFont Sized(SKTypeface face) => new(face, Units) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };

    static SKPath Box()
    {
        using var builder = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        builder.AddRect(new(0.08f * Units, -Capital * Units, 0.52f * Units, 0));
        builder.AddRect(new(0.12f * Units, (0.04f - Capital) * Units, 0.48f * Units, -0.04f * Units));
        return builder.Detach();
    }
}
