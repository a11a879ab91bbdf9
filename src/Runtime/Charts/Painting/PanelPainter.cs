using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Draws the marks of a panel onto a surface.</summary>
sealed class PanelPainter(Surface surface, Figure figure, Panel panel, Axis x, Axis y, SKRect plot, DensityColours? densities)
    : IMarkPainter
{
    // More areas than these would cover each other.
    const int MostFilled = 8;

    // Dots of more points, or nearer ones, would make a line look broken.
    const int MostDots = 20;
    const float NearestDots = 12;

    const float RowDot = 1.75f, LoneDot = 2.75f;

    // So few rows in so large a plot have larger dots.
    const int FewRows = 300;
    const float LargePlot = 200;
    const float LongestTip = 130;

    // Of the plot, the part that plates may cover, and what one and a small one takes of it.
    const float PlateShare = 1f / 3, PlateArea = 256, SmallPlateArea = 100;

    readonly List<(LineMark Line, SKPoint[] Points)> lines = [];
    readonly BarPainter bars = new(surface, figure, panel, x, y, plot);
    readonly TextPainter texts = new(surface, plot);
    int plates;

    public void Bars(BarMark mark) => bars.Paint(mark);

    public void Line(LineMark mark)
    {
        var points = Points(mark);
        var dot = HasDots(mark, plot.Width) ? 3.5f : 0;
        for (var i = 0; i < points.Length; i++)
        {
            var run = points.Skip(i).TakeWhile(IsThere).ToArray();
            if (run.Length > 1 && mark.IsRimmed) surface.Path(run, Palette.Paper.WithAlpha(215), (float)(mark.Width ?? 2) + 3);
            if (run.Length > 1) surface.Path(run, Palette.Of(mark.Hue), (float)(mark.Width ?? 2));
            // A point between two gaps always has a dot.
            var radius = run.Length == 1 ? Math.Max(dot, 2) : dot;
            foreach (var point in radius > 0 ? run : []) surface.Dot(point, radius, Palette.Of(mark.Hue), Palette.Paper, 1.2f);
            i += run.Length;
        }
        bars.Label(mark, points);
        lines.Add((mark, points));
    }

    /// <summary>Each of its points is marked, in a plot of this width.</summary>
    public static bool HasDots(LineMark mark, float width) =>
        !mark.IsOutline && (mark.Count <= MostDots || width / mark.Count >= NearestDots);

    public void NameLines() => LineNames.Paint(surface, lines, plot);

    public void Points(PointMark mark)
    {
        var points = Points((PlacedMark)mark).Where(IsThere).ToArray();
        if (mark.IsRow && points.Length > 0)
        {
            var dot = Rows() <= FewRows && plot.Width >= LargePlot ? LoneDot : RowDot;
            surface.Cloud(points, dot, Palette.Of(mark.Hue), Palette.IsHatched(mark.Hue));
            surface.Frame(plot, Palette.Grid, 1);
            return;
        }
        foreach (var point in points)
        {
            if (x is BandAxis && y is BandAxis) Frame(point);
            else Dot(point, Palette.Of(mark.Hue), mark.Marked);
        }
    }

    public void Texts(TextMark mark)
    {
        var (areSmall, most) = Plates(plot.Size, panel.Marks.OfType<TextMark>().Where(text => text.IsPlate).Sum(text => text.Words.Count));
        var told = mark.IsTip ? Fitting.Told(mark.Words, Styles.Word, LongestTip) : [.. mark.Words];
        foreach (var (point, words) in Points(mark).Zip(told).Where(text => IsThere(text.First)))
        {
            if (mark.IsPlate && ++plates > most) break;
            if (mark.IsPlate) texts.Plate(point, words, Palette.Of(mark.Hue), areSmall);
            else if (mark.IsSmall) texts.Small(point, words);
            else if (mark.IsTip) texts.Beyond(point, new(x.At(0), y.At(0)), words);
            else texts.Beside(point, words, lines.Select(line => line.Points));
        }
    }

    public void Rule(RuleMark mark)
    {
        var (across, up) = (x.At(mark.X ?? double.NaN), y.At(mark.Y ?? double.NaN));
        if (float.IsFinite(across)) surface.Line(across, plot.Top, across, plot.Bottom, Palette.Axis);
        if (float.IsFinite(up)) surface.Line(plot.Left, up, plot.Right, up, Palette.Axis);
    }

    public void Cells(CellMark mark) => new CellPainter(figure, panel, mark, x, y).Paint(surface);

    public void Density(DensityMark mark)
    {
        DensityMark[] groups = [.. panel.Marks.OfType<DensityMark>()];
        // All groups of the panel are one picture.
        if (!ReferenceEquals(mark, groups[0]) || mark.Bins < 1) return;
        using var pixels = densities!.Picture(groups);
        surface.Image(pixels, new(x.At(mark.Across.Low), y.At(mark.Up.High), x.At(mark.Across.High), y.At(mark.Up.Low)));
        surface.Frame(plot, Palette.Grid, 1);
    }

    public void Area(AreaMark mark)
    {
        var (count, colour) = (mark.Heights.Count, Palette.Of(mark.Hue));
        var (from, step) = (x.At(mark.Across.Low), (x.At(mark.Across.High) - x.At(mark.Across.Low)) / count);
        var steps = new SKPoint[2 * count];
        for (var i = 0; i < steps.Length; i++) steps[i] = new(from + (i + 1) / 2 * step, y.At(mark.HeightAt(i / 2)));
        var areas = panel.Marks.Count(other => other is AreaMark);
        var ground = new SKPoint[] { new(from + count * step, y.At(0)), new(from, y.At(0)) };
        surface.Means(mark.Series, Surface.GroupOf(mark.Hue));
        if (areas <= MostFilled && !Palette.IsHatched(mark.Hue))
            surface.Area([.. steps, .. ground], colour.WithAlpha(areas > 1 ? (byte)56 : (byte)110));
        surface.Path(steps, colour, 1);
        surface.Means(null, null);
    }

    public void Ribbon(RibbonMark mark)
    {
        SKPoint[] Edge(ValueList<double> heights) => [.. mark.X.Zip(heights, (across, up) => new SKPoint(x.At(across), y.At(up)))];
        SKPoint[] outline = [.. Edge(mark.Upper), .. Edge(mark.Lower).Reverse()];
        if (!Array.TrueForAll(outline, IsThere)) return;
        surface.Means(mark.Series, Surface.GroupOf(mark.Hue));
        surface.Area(outline, Palette.Of(mark.Hue).WithAlpha(mark.Solid ? (byte)255 : mark.IsPale ? (byte)48 : (byte)110));
        surface.Means(null, null);
    }

    public void Tile(TileMark mark)
    {
        var ground = new CellColours(figure, mark.Colour).Of(mark.Value);
        surface.Means(mark.Series is null ? null : $"{mark.Series}: {string.Join(", ", mark.Lines)}", null);
        surface.Box(plot, ground);
        surface.Means(null, null);
        texts.Lines(mark.Lines, Palette.On(ground));
    }

    public static bool IsThere(SKPoint point) => float.IsFinite(point.X) && float.IsFinite(point.Y);

    /// <summary>
    /// The numbers of many clusters are smaller in a small panel; where even so they would cover it, only the first ones are there, which
    /// are those of the largest clusters.
    /// </summary>
    public static (bool AreSmall, int Most) Plates(SKSize plot, int count)
    {
        var room = plot.Width * plot.Height * PlateShare;
        return room >= PlateArea * count ? (false, count) : (true, Math.Min(count, (int)(room / SmallPlateArea)));
    }

    int Rows() => panel.Marks.OfType<PointMark>().Where(mark => mark.IsRow).Sum(mark => mark.Count);

    SKPoint[] Points(PlacedMark mark) =>
        [.. Enumerable.Range(0, mark.Count).Select(i => new SKPoint(x.At(mark.At(i).X), y.At(mark.At(i).Y)))];

    void Frame(SKPoint cell)
    {
        var (width, height) = (x.Slot(1), y.Slot(1));
        var area = SKRect.Create(cell.X - width / 2, cell.Y - height / 2, width, height);
        surface.Frame(area, Palette.Paper, 4);
        surface.Frame(area, Palette.Ink, 2);
    }

    void Dot(SKPoint point, SKColor colour, bool marked)
    {
        if (marked) surface.Dot(point, 6.5f, Palette.Paper, colour, 2.5f);
        surface.Dot(point, marked ? 2.5f : 3.5f, colour, marked ? colour : Palette.Paper, marked ? 0.5f : 1.2f);
    }
}
