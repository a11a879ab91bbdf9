using Runtime.Charts;
using Panel = Runtime.Charts.Panel;

namespace Host.Display;

/// <summary>Draws the marks of a panel with characters: bars as blocks, lines and areas as dots, cells and densities as shades.</summary>
/// <param name="x">Columns of the canvas, with parts of one.</param>
/// <param name="y">Rows of the canvas, from the top.</param>
sealed class TextMarks(TextCanvas canvas, Figure figure, Panel panel, Func<double, float> x, Func<double, float> y) : IMarkPainter
{
    const string Shades = "░▒▓█";

    bool HasRows => figure.Scales.Any(s => s is BandScale && s.Name == panel.Y);

    bool HasCells => HasRows && figure.Scales.Any(s => s is BandScale && s.Name == panel.X);

    /// <summary>To the right of zero a bar begins behind the rule that stands there.</summary>
    public void Bars(BarMark mark)
    {
        var zero = (int)Math.Round(x(0));
        for (var i = 0; i < mark.Count; i++)
        {
            var (across, up) = mark.At(i);
            if (!mark.Lies) Fill(x(across), y(0), y(up));
            else if (across < 0) canvas.Bar(zero, x(across), (int)y(up));
            else canvas.Bar(zero + 1, x(across) + 1, (int)y(up));
            if (mark.Lies && mark.Ticks is { } ticks && i < ticks.Count && float.IsFinite(x(ticks[i])))
                canvas.Put((int)x(ticks[i]), (int)y(up), '┃');
        }
    }

    public void Line(LineMark mark)
    {
        var points = Points(mark);
        for (var i = 0; i < points.Length; i++)
        {
            if (!IsThere(points[i])) continue;
            if (HasRows) canvas.Put((int)points[i].X, (int)points[i].Y, '•');
            else Line(points[i], i > 0 && IsThere(points[i - 1]) ? points[i - 1] : points[i]);
        }
    }

    public void Points(PointMark mark)
    {
        foreach (var point in Points((PlacedMark)mark).Where(IsThere))
        {
            if (!HasCells) canvas.Put((int)point.X, (int)point.Y, mark.Marked ? '◉' : '•');
            else
            {
                var half = (x(1) - x(0)) / 2;
                canvas.Put((int)(point.X - half), (int)point.Y, '[');
                canvas.Put((int)(point.X + half) - 1, (int)point.Y, ']');
            }
        }
    }

    public void Texts(TextMark mark)
    {
        foreach (var (point, words) in Points(mark).Zip(mark.Words).Where(text => IsThere(text.First)))
            canvas.Put((int)point.X - words.Length / 2, (int)point.Y + (point.Y >= 1 ? -1 : 1), words);
    }

    public void Rule(RuleMark mark)
    {
        if (mark.X is { } across && float.IsFinite(x(across)))
            for (var row = 0; row < canvas.Rows; row++) Behind((int)Math.Round(x(across)), row, '│');
        if (mark.Y is { } up && float.IsFinite(y(up)))
            for (var column = 0; column < canvas.Columns; column++) Behind(column, Math.Min((int)y(up), canvas.Rows - 1), '─');
    }

    /// <summary>A shade, and the number where there is room for it.</summary>
    public void Cells(CellMark mark)
    {
        var scale = figure.Scale<ColourScale>(mark.Colour);
        var finite = mark.Values.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty().ToArray();
        var (low, high) = scale.Diverging ? (0, scale.Reach ?? finite.Max(Math.Abs)) : scale.Reach is { } most ? (0, most)
            : (finite.Min(), finite.Max());
        var texts = mark.Texts is { } own ? [.. own.Select(row => row.ToArray())]
            : Numbers.Table(mark.Values, high - low, scale.Format, suffixes: true);
        var width = (int)(x(1) - x(0));
        var numbers = width >= texts.SelectMany(row => row).Select(text => text.Length).DefaultIfEmpty().Max() + 5;
        for (var row = 0; row < mark.Values.Count; row++)
        {
            for (var column = 0; column < mark.Values[row].Count; column++)
            {
                var (value, start) = (mark.Values[row][column], (int)(x(column) - width / 2f));
                if (!double.IsFinite(value)) continue;
                var shade = Shade(high > low ? ((scale.Diverging ? Math.Abs(value) : value) - low) / (high - low) : 1);
                var sign = scale.Diverging && value < 0 && !numbers ? '−' : shade;
                var text = sign + (width > 3 ? $"{shade}" : "") + (numbers ? " " + texts[row][column] : "");
                canvas.Put(width > 2 ? start + 1 : start, row, text);
            }
        }
    }

    public void Density(DensityMark mark)
    {
        DensityMark[] groups = [.. panel.Marks.OfType<DensityMark>()];
        // All groups of the panel are one picture.
        if (!ReferenceEquals(mark, groups[0])) return;
        var rows = new long[canvas.Columns, canvas.Rows];
        foreach (var group in groups)
        {
            for (var bin = 0; bin < group.Counts.Values.Length; bin++)
            {
                var column = (int)Between(x, group.Across, bin / group.BinsUp, group.Bins);
                var row = (int)Between(y, group.Up, bin % group.BinsUp, group.BinsUp);
                rows[Math.Clamp(column, 0, canvas.Columns - 1), Math.Clamp(row, 0, canvas.Rows - 1)] += group.Counts.Values[bin];
            }
        }
        var most = Math.Log(1 + rows.Cast<long>().Max());
        for (var column = 0; column < canvas.Columns; column++)
            for (var row = 0; row < canvas.Rows; row++)
                if (rows[column, row] > 0) canvas.Put(column, row, Shade(Math.Log(1 + rows[column, row]) / most));
    }

    public void Area(AreaMark mark)
    {
        var last = (int)(x(mark.Across.High) * TextCanvas.Across);
        for (var at = (int)(x(mark.Across.Low) * TextCanvas.Across); at < last; at++)
        {
            var height = mark.HeightAt(Math.Clamp(at * mark.Heights.Count / Math.Max(last, 1), 0, mark.Heights.Count - 1));
            if (height > 0) Fill((at + 0.5f) / TextCanvas.Across, y(0), y(height));
        }
    }

    /// <summary>Its edges, so that ribbons that lie upon each other are seen.</summary>
    public void Ribbon(RibbonMark mark)
    {
        Line(new LineMark(mark.X, mark.Upper));
        Line(new LineMark(mark.X, mark.Lower));
    }

    /// <summary>The first of its lines, in the middle.</summary>
    public void Tile(TileMark mark)
    {
        var words = mark.Lines.FirstOrDefault("");
        if (words.Length <= canvas.Columns) canvas.Put((canvas.Columns - words.Length) / 2, canvas.Rows / 2, words);
    }

    static char Shade(double share) => Shades[(int)Math.Clamp(share * Shades.Length, 0, Shades.Length - 1)];

    /// <summary>The place of the middle of a bin: bins are alike where they are drawn.</summary>
    static float Between(Func<double, float> scale, Extent extent, int bin, int bins) =>
        scale(extent.Low) + (scale(extent.High) - scale(extent.Low)) * (bin + 0.5f) / bins;

    static bool IsThere((float X, float Y) point) => float.IsFinite(point.X) && float.IsFinite(point.Y);

    (float X, float Y)[] Points(PlacedMark mark) => [.. Enumerable.Range(0, mark.Count).Select(i => (x(mark.At(i).X), y(mark.At(i).Y)))];

    void Line((float X, float Y) a, (float X, float Y) b) => canvas.Line(Across(a.X), Down(a.Y), Across(b.X), Down(b.Y));

    static int Across(float column) => (int)(column * TextCanvas.Across);

    static int Down(float row) => (int)(row * TextCanvas.Down);

    /// <summary>Dots between two heights.</summary>
    void Fill(float column, float from, float to)
    {
        if (!float.IsFinite(column) || !float.IsFinite(from) || !float.IsFinite(to)) return;
        var (top, bottom) = ((int)(Math.Min(from, to) * TextCanvas.Down), (int)Math.Ceiling(Math.Max(from, to) * TextCanvas.Down) - 1);
        canvas.Line((int)(column * TextCanvas.Across), top, (int)(column * TextCanvas.Across), Math.Max(top, bottom));
    }

    void Behind(int column, int row, char character)
    {
        if (canvas.IsFree(column, row)) canvas.Put(column, row, character);
    }
}
