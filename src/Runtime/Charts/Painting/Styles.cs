namespace Runtime.Charts.Painting;

/// <summary>How the texts of a picture look.</summary>
static class Styles
{
    public static TextStyle Title { get; } = new(16, Palette.Ink, Weight.SemiBold);

    public static TextStyle Note { get; } = new(12, Palette.Faint);

    public static TextStyle Panel { get; } = new(12.5f, Palette.Ink, Weight.SemiBold);

    /// <summary>Names of bands and series.</summary>
    public static TextStyle Name { get; } = new(12, Palette.Text);

    /// <summary>Numbers at marks.</summary>
    public static TextStyle Number { get; } = new(11, Palette.Text);

    /// <summary>Numbers at axes, and small print.</summary>
    public static TextStyle Tick { get; } = new(11, Palette.Faint);

    public static TextStyle Axis { get; } = new(12, Palette.Faint);

    /// <summary>An axis that several panels share.</summary>
    public static TextStyle Shared { get; } = Name with { Weight = Weight.SemiBold };

    public static TextStyle Word { get; } = new(12, Palette.Ink, Weight.SemiBold);

    public static float Widest(IEnumerable<string> texts, TextStyle style) =>
        texts.Select(text => Fonts.Width(text, style)).DefaultIfEmpty(0).Max();
}
