using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Names side by side. Those that would touch each other are turned upwards, then left out evenly.</summary>
/// <param name="small">Smaller letters.</param>
/// <param name="cells">Both sides of the panel have bands: the names across stand above.</param>
sealed class BandAxis(BandScale scale, bool small, bool cells) : Axis
{
    const float LongestLeft = 230, LongestOfCells = 190, LongestBelow = 130, Chip = 18;

    // More are drawn smaller.
    const int Many = 30;

    // Room for a name on two lines.
    const float TwoLines = 24;

    static readonly TextStyle Narrow = Styles.Number with { Size = 10 };

    readonly TextStyle style = small || scale.Bands.Count > Many ? Styles.Number : Styles.Name;
    float from, to;

    public int Count => scale.Bands.Count;

    public override string? Title => scale.Title;

    public override float Left => Widest(LongestBeside) + 10 + (scale.Hues is null ? 0 : Chip);

    float Pitch => (to - from) / Math.Max(Count, 1);

    public float Widest(float longest) => Math.Min(Styles.Widest(scale.Bands, style), longest);

    public override float Below(float width) => Turns(width) ? Widest(Longest) + 16 : 22;

    public override void Lay(float from, float to) => (this.from, this.to) = (from, to);

    public override float At(double value) => (float)(from + (value + 0.5) * Pitch);

    public override float Slot(int values) => Pitch;

    float LongestBeside => cells ? LongestOfCells : LongestLeft;

    float Longest => cells ? LongestOfCells : LongestBelow;

    bool Turns(float width) => Styles.Widest(scale.Bands, style) > width / Math.Max(Count, 1) - (cells ? 6 : 8);

    int Every() => Math.Max(1, (int)Math.Ceiling((style.Size + 2) / Pitch));

    /// <summary>Room for bars of so many series and for the name before them.</summary>
    public float Height(int series) => Count * Math.Max(series switch
    {
        > 1 => series * 12.5f + 9,
        _ when Count > Many => 17,
        _ => 25,
    }, style.Size + 5);

    public override void PaintLeft(Surface surface, SKRect plot)
    {
        var names = Fitting.Told(scale.Bands, style, LongestBeside);
        for (var i = 0; i < Count; i += Every())
        {
            var lines = Pitch < TwoLines ? [scale.Bands[i]] : Fitting.Lines(scale.Bands[i], Narrow, LongestBeside);
            if (lines.Length == 1) surface.Text(names[i], plot.Left - 10, At(i), style, Align.Right);
            else for (var l = 0; l < 2; l++) surface.Text(lines[l], plot.Left - 10, At(i) + (l - 0.5f) * 12, Narrow, Align.Right);
            if (scale.Hues is { } hues && i < hues.Count) surface.Swatch(SKRect.Create(plot.Left - Left, At(i) - 5, 10, 10), hues[i]);
        }
    }

    public override void PaintBelow(Surface surface, SKRect plot)
    {
        var turns = Turns(plot.Width);
        var names = Fitting.Told(scale.Bands, style, Longest);
        for (var i = 0; i < Count; i += turns ? Every() : 1)
        {
            var name = names[i];
            if (turns) surface.TextUpwards(name, At(i), cells ? plot.Top - 7 : plot.Bottom + 10, style, cells ? Align.Left : Align.Right);
            else surface.Text(name, At(i), cells ? plot.Top - 12 : plot.Bottom + 14, style, Align.Center);
        }
    }
}
