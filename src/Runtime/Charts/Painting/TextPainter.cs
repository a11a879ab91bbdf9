using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Words among the marks of a panel, where they hide as little as may be.</summary>
sealed class TextPainter(Surface surface, SKRect plot)
{
    const float HalfHeight = 9, PlateHalf = 6, SmallPlateHalf = 4.25f;

    static readonly TextStyle PlateStyle = Styles.Number with { Size = 8.5f, Weight = Weight.SemiBold, Colour = Palette.Ink };
    static readonly TextStyle SmallPlateStyle = PlateStyle with { Size = 7 };
    static readonly TextStyle SmallStyle = Styles.Number with { Size = 9.5f };

    /// <summary>Straight on, and more and more to either side.</summary>
    static readonly (float Cos, float Sin)[] Turns =
        [(1, 0), (0.9f, 0.44f), (0.9f, -0.44f), (0.6f, 0.8f), (0.6f, -0.8f), (0, 1), (0, -1)];

    readonly List<SKRect> taken = [];

    /// <summary>Beside a point, where the fewest lines run through.</summary>
    public void Beside(SKPoint point, string words, IEnumerable<SKPoint[]> lines)
    {
        var half = Fonts.Width(words, Styles.Word) / 2 + 4;
        SKPoint[] steps = [.. lines.SelectMany(Steps)];
        var place = Around(point, half, HalfHeight, 20, half + 12).MinBy(area => steps.Count(area.Contains));
        surface.Box(place, Palette.Paper.WithAlpha(225), 3);
        surface.Text(words, place.MidX, place.MidY, Styles.Word, Align.Center);
        taken.Add(place);
    }

    /// <summary>
    /// On the place itself or near it, where no other plate is; from farther away a thin line leads there. Left out where there is no such
    /// room within half of the plot.
    /// </summary>
    /// <param name="isSmall">As among many in a small plot.</param>
    public void Plate(SKPoint point, string words, SKColor rim, bool isSmall)
    {
        var (style, up) = isSmall ? (SmallPlateStyle, SmallPlateHalf) : (PlateStyle, PlateHalf);
        var half = Math.Max(up, Fonts.Width(words, style) / 2 + up - 3.5f);
        var places = Around(point, half, up, 0, 0).Take(1).Concat(Around(point, half, up, up + 10, half + up + 3))
            .Concat(Outwards(point, point, half, up, Math.Min(plot.Width, plot.Height) / 2).Where(plot.Contains));
        var place = places.FirstOrDefault(area => !taken.Exists(SKRect.Inflate(area, 1, 1).IntersectsWith));
        if (place.IsEmpty) return;
        Lead(point, place, rim);
        surface.Box(place, Palette.Paper.WithAlpha(230), 3);
        surface.Frame(place, rim, isSmall ? 1 : 1.5f);
        surface.Text(words, place.MidX, place.MidY, style, Align.Center);
        taken.Add(place);
    }

    /// <summary>
    /// Beyond a point as seen from another, or to its sides, as near as no other text is; where that is not at the point, a thin line leads
    /// there. Left out where there is no such room.
    /// </summary>
    public void Beyond(SKPoint point, SKPoint from, string words)
    {
        var half = Fonts.Width(words, Styles.Word) / 2 + 4;
        var place = Outwards(point, from, half, HalfHeight, 200).FirstOrDefault(area =>
            plot.Contains(area) && !SKRect.Inflate(area, 3, 3).Contains(point) && !taken.Exists(SKRect.Inflate(area, 1, 1).IntersectsWith));
        if (place.IsEmpty) return;
        Lead(point, place, Palette.Faint);
        surface.Box(place, Palette.Paper.WithAlpha(225), 3);
        surface.Text(words, place.MidX, place.MidY, Styles.Word, Align.Center);
        taken.Add(place);
    }

    /// <summary>In the middle of the plot, the first in large letters; the others as far as there is room.</summary>
    public void Lines(IReadOnlyList<string> lines, SKColor colour)
    {
        var size = Math.Clamp(plot.Width / 6, 10, 17);
        var first = Styles.Number with { Size = size, Colour = colour };
        var next = first with { Size = Math.Max(9.5f, size * 0.65f) };
        (string Text, TextStyle Style)[] told = [.. lines.Select((line, i) => (line, i == 0 ? first : next))];
        var shown = told.Take(1).Concat(told.Skip(1).Where(line => Fonts.Width(line.Text, line.Style) <= plot.Width - 4)).ToArray();
        var y = plot.MidY - (shown.Length - 1) * size * 0.65f;
        foreach (var (text, style) in shown)
        {
            surface.Text(text, plot.MidX, y, style, Align.Center);
            y += 1.3f * size;
        }
    }

    /// <summary>A thin line from a point to what stands for it, where that is not at the point.</summary>
    void Lead(SKPoint point, SKRect place, SKColor colour)
    {
        var near = new SKPoint(Math.Clamp(point.X, place.Left, place.Right), Math.Clamp(point.Y, place.Top, place.Bottom));
        if (SKPoint.Distance(near, point) > 2 * HalfHeight) surface.Line(point.X, point.Y, near.X, near.Y, colour);
    }

    /// <summary>Ever farther from a point: as seen from another, or on all sides where that is the same.</summary>
    static IEnumerable<SKRect> Outwards(SKPoint point, SKPoint from, float half, float halfHeight, float most)
    {
        var (x, y) = (point.X - from.X, point.Y - from.Y);
        var length = MathF.Sqrt(x * x + y * y);
        var turns = length > 0 ? Turns : [.. Turns, (-0.6f, 0.8f), (-0.6f, -0.8f), (-1, 0)];
        if (length == 0) (x, length) = (1, 1);
        for (var away = 4; away < most; away += 8)
        {
            foreach (var (cos, sin) in turns)
            {
                var (across, down) = ((x * cos - y * sin) / length, (x * sin + y * cos) / length);
                var (midX, midY) = (point.X + across * (away + half), point.Y + down * (away + halfHeight));
                yield return new(midX - half, midY - halfHeight, midX + half, midY + halfHeight);
            }
        }
    }

    /// <summary>Just beside the place.</summary>
    public void Small(SKPoint point, string words)
    {
        var width = Fonts.Width(words, SmallStyle) + 4;
        var left = point.X + 3 + width <= plot.Right ? point.X + 3 : point.X - 3 - width;
        var place = Within(new(left, point.Y - 2, left + width, point.Y + 10));
        surface.Text(words, place.MidX, place.MidY, SmallStyle, Align.Center);
        taken.Add(place);
    }

    /// <summary>Above, below and at the sides, within the plot.</summary>
    IEnumerable<SKRect> Around(SKPoint point, float half, float halfHeight, float up, float aside)
    {
        foreach (var (x, y) in ((float, float)[])[(0, -up), (0, up), (aside, -up / 2), (-aside, -up / 2), (aside, up), (-aside, up)])
            yield return Within(new(point.X + x - half, point.Y + y - halfHeight, point.X + x + half, point.Y + y + halfHeight));
    }

    SKRect Within(SKRect area)
    {
        var x = area.Left < plot.Left ? plot.Left - area.Left : Math.Min(0, plot.Right - area.Right);
        var y = area.Top < plot.Top ? plot.Top - area.Top : Math.Min(0, plot.Bottom - area.Bottom);
        area.Offset(x, y);
        return area;
    }

    static IEnumerable<SKPoint> Steps(SKPoint[] line)
    {
        for (var i = 1; i < line.Length; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            if (!PanelPainter.IsThere(from) || !PanelPainter.IsThere(to)) continue;
            var steps = Math.Clamp((int)(SKPoint.Distance(from, to) / 4), 1, 200);
            for (var s = 0; s <= steps; s++) yield return new(from.X + (to.X - from.X) * s / steps, from.Y + (to.Y - from.Y) * s / steps);
        }
    }
}
