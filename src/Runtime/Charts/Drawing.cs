using SkiaSharp;

namespace Runtime.Charts;

/// <summary>A figure laid out and ready to be painted: title and note above, the body below.</summary>
abstract class Drawing(Figure figure)
{
    protected const float Margin = 22;

    /// <summary>Width of a body that may be as wide as it likes.</summary>
    protected const float Wide = 776;

    const float Narrowest = 420;

    static readonly TextStyle TitleStyle = new(16, Palette.Ink, Weight.SemiBold);
    static readonly TextStyle NoteStyle = new(12, Palette.Faint);

    protected static TextStyle NameStyle { get; } = new(12, Palette.Text);

    protected static TextStyle NumberStyle { get; } = new(11, Palette.Text);

    protected static TextStyle TickStyle { get; } = new(11, Palette.Faint);

    protected static TextStyle AxisStyle { get; } = new(12, Palette.Faint);

    public SKSizeI Size => new((int)Math.Ceiling(Width + 2 * Margin), (int)Math.Ceiling(HeaderHeight + (IsEmpty ? 60 : Body.Height) + Margin));

    protected abstract SKSize Body { get; }

    /// <summary>There is nothing to see.</summary>
    protected abstract bool IsEmpty { get; }

    float Width => IsEmpty ? Narrowest : Math.Max(Body.Width, Narrowest);

    List<string> Title => Wrapped(Plain(figure.Title), TitleStyle);

    List<string> Note => Wrapped(Plain(figure.Note ?? ""), NoteStyle);

    float HeaderHeight => Margin + 22 * Title.Count + 17 * Note.Count + 12;

    public void Paint(Surface surface)
    {
        var y = Margin + 6;
        foreach (var line in Title)
        {
            surface.Text(line, Margin, y, TitleStyle);
            y += 22;
        }

        foreach (var line in Note)
        {
            surface.Text(line, Margin, y, NoteStyle);
            y += 17;
        }

        if (IsEmpty)
        {
            surface.Text("There is nothing to show.", Margin, HeaderHeight + 20, NoteStyle);
            return;
        }

        PaintBody(surface, new(Margin, HeaderHeight));
    }

    protected abstract void PaintBody(Surface surface, SKPoint origin);

    protected static float Widest(IEnumerable<string> texts, TextStyle style) => texts.Select(text => Fonts.Width(text, style)).DefaultIfEmpty(0).Max();

    // Sentences name things in back-ticks; a chart shows the name alone.
    static string Plain(string text) => text.Replace("`", "");

    List<string> Wrapped(string text, TextStyle style)
    {
        var lines = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Fonts.Width(lines[^1] + " " + word, style) <= Width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(Fonts.Fit(word, style, Width));
            }
        }

        return lines;
    }
}
