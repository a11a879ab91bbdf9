using Dsl.Diagnostics;
using Runtime.Charts;
using Spectre.Console;
using Panel = Runtime.Charts.Panel;

namespace Host.Display;

/// <summary>Figures in characters: panels one below the other, those of a grid beside each other.</summary>
sealed class FigureText
{
    const int LongestName = 24, PlotHeight = 12, WidestCell = 12;

    readonly Figure figure;
    readonly int width;
    readonly List<string> rows = [];

    FigureText(Figure figure, int width) => (this.figure, this.width) = (figure, width);

    /// <summary>No row is longer than the width; none when the figure has nothing to show.</summary>
    public static IReadOnlyList<string> Of(Figure figure, int width)
    {
        if (figure.IsEmpty()) return [];
        var text = new FigureText(figure, Math.Max(width, 30));
        if (figure.Panels.Any(p => p.Place is not null)) text.Grid();
        else foreach (var panel in figure.Panels.SelectMany(text.Apart)) text.Show(panel);
        return [.. text.rows.Select(row => Fit(row.TrimEnd(), width).TrimEnd())];
    }

    /// <summary>Upright bars are laid down, where their names have room; a series of bars is a panel of its own.</summary>
    IEnumerable<Panel> Apart(Panel panel)
    {
        if (Scale(panel.X) is BandScale && Scale(panel.Y) is ValueScale)
            panel = panel with { X = panel.Y, Y = panel.X, Marks = [.. panel.Marks.Select(Laid)] };
        var bars = panel.Marks.Where(m => m is BarMark).ToArray();
        var others = panel.Marks.Where(m => m is not BarMark).ToArray();
        return bars.Length < 2 ? [panel] : bars.Select(bar => panel with { Title = bar.Series, Marks = [bar, .. others] });
    }

    static Mark Laid(Mark mark) => mark switch
    {
        BarMark bar => bar with { X = bar.Y, Y = bar.X, Lies = !bar.Lies },
        PlacedMark placed => placed with { X = placed.Y, Y = placed.X },
        RuleMark rule => rule with { X = rule.Y, Y = rule.X },
        _ => mark,
    };

    void Show(Panel panel)
    {
        if (panel.Title is not null) rows.Add(panel.Title);
        if (Scale(panel.Y) is not BandScale bands) Plane(panel);
        else if (Scale(panel.X) is BandScale columns) Cells(panel, bands.Bands, columns.Bands);
        else Bars(panel, bands.Bands);
    }

    void Bars(Panel panel, ValueList<string> names)
    {
        var bar = panel.Marks.OfType<BarMark>().FirstOrDefault();
        var values = bar is null ? [] : bar.Labels is { } own ? [.. own] : Numbers.Column(bar.Lengths, ((ValueScale)Scale(panel.X)).Format);
        var (nameWidth, valueWidth) = (Widest(names, LongestName), values.Select(v => v.Length).DefaultIfEmpty().Max());
        var canvas = new TextCanvas(Math.Max(4, width - nameWidth - valueWidth - 3), names.Count);
        var x = AxisScale.Of(figure, (ValueScale)Scale(panel.X), 0, canvas.Columns - 1, 1);
        Draw(canvas, panel, x.At, row => (float)row + 0.5f);
        for (var i = 0; i < names.Count; i++)
            rows.Add($"{Fit(names[i], nameWidth)}  {(values.ElementAtOrDefault(i) ?? "").PadLeft(valueWidth)} {canvas.Row(i)}");
    }

    void Cells(Panel panel, ValueList<string> names, ValueList<string> columns)
    {
        var nameWidth = Widest(names, LongestName - 4);
        var cell = Math.Clamp((width - nameWidth - 1) / Math.Max(columns.Count, 1), 1, WidestCell);
        var canvas = new TextCanvas(Math.Min(cell * columns.Count, width - nameWidth - 1), names.Count);
        Draw(canvas, panel, column => ((float)column + 0.5f) * cell, row => (float)row + 0.5f);
        string[] heads = [.. columns.Select(name => Fit(name, cell - 1))];
        // Names that would look alike are told by their numbers.
        var alike = heads.Distinct().Count() < heads.Length && cell > $"{columns.Count}".Length;
        if (alike) heads = [.. columns.Select((_, i) => Fit($"{i + 1}", cell - 1))];
        if (cell > 2 || alike) rows.Add(new string(' ', nameWidth + 1) + string.Concat(heads.Select(head => " " + head)));
        for (var i = 0; i < names.Count; i++) rows.Add($"{Fit(names[i], nameWidth)} {canvas.Row(i)}");
        if (alike) rows.AddRange(DiagnosticText.Wrap(string.Join(", ", columns.Select((name, i) => $"{i + 1} {name}")), width));
    }

    /// <summary>Numbers at the ticks on the left and below; the names of lines at their ends.</summary>
    void Plane(Panel panel)
    {
        var (across, up) = ((ValueScale)Scale(panel.X), (ValueScale)Scale(panel.Y));
        var y = AxisScale.Of(figure, up, PlotHeight - 0.3f, 0.1f, 3);
        var ticks = up.Shown ? y.Ticks.Zip(y.Labels(), (tick, label) => (Row: (int)y.At(tick), label)) : [];
        var labels = ticks.DistinctBy(t => t.Row).ToDictionary(t => t.Row, t => t.label);
        var left = labels.Values.Select(l => l.Length).DefaultIfEmpty().Max() + 1;
        LineMark[] lines = figure.Legend.Count > 1 ? [.. panel.Marks.OfType<LineMark>()] : [];
        var right = lines.Length == 0 ? 0 : Widest(lines.Select(l => l.Series ?? ""), LongestName) + 1;
        var canvas = new TextCanvas(Math.Max(10, width - left - right), PlotHeight);
        var x = AxisScale.Of(figure, across, 0.2f, canvas.Columns - 0.5f, 6);
        Draw(canvas, panel, x.At, y.At);
        if (up.Title is { } title) rows.Add(title);
        var ends = Ends(lines, y);
        for (var i = 0; i < PlotHeight; i++) rows.Add($"{(labels.GetValueOrDefault(i) ?? "").PadLeft(left - 1)} {canvas.Row(i)} {ends[i]}");
        if (across.Shown) rows.Add(new string(' ', left) + Below(x, canvas.Columns));
        if (across.Title is { } name) rows.Add(new string(' ', left + Math.Max(0, (canvas.Columns - name.Length) / 2)) + name);
    }

    static string Below(AxisScale x, int columns)
    {
        var below = new TextCanvas(columns, 1);
        var end = -1;
        foreach (var (tick, label) in x.Ticks.Zip(x.Labels()))
        {
            var start = Math.Clamp((int)x.At(tick) - label.Length / 2, 0, Math.Max(0, columns - label.Length));
            if (start <= end) continue;
            below.Put(start, 0, label);
            end = start + label.Length;
        }
        return below.Row(0);
    }

    /// <summary>Each name in the row of its line's end, or in the next that is free.</summary>
    static string[] Ends(LineMark[] lines, AxisScale y)
    {
        var names = Enumerable.Repeat("", PlotHeight).ToArray();
        foreach (var line in lines.Where(l => l.Count > 0 && float.IsFinite(y.At(l.At(l.Count - 1).Y))))
        {
            var row = Math.Clamp((int)y.At(line.At(line.Count - 1).Y), 0, PlotHeight - 1);
            row = Enumerable.Range(0, PlotHeight).OrderBy(r => Math.Abs(r - row)).FirstOrDefault(r => names[r] == "", row);
            names[row] = Fit(line.Series ?? "", LongestName).TrimEnd();
        }
        return names;
    }

    /// <summary>Panels that share their outer axes, named on the left and below.</summary>
    void Grid()
    {
        var (down, across) = (figure.Panels.Max(p => p.Place!.Row) + 1, figure.Panels.Max(p => p.Place!.Column) + 1);
        var left = Math.Min(Widest(figure.Panels.Select(p => Scale(p.Y).Title ?? ""), LongestName), width / 4);
        var side = Math.Clamp((width - left) / across - 1, 2, 2 * PlotHeight);
        for (var row = 0; row < down; row++)
        {
            var panels = figure.Panels.Where(p => p.Place!.Row == row).ToDictionary(p => p.Place!.Column, p => Drawn(p, side));
            var name = figure.Panels.First(p => p.Place!.Row == row).Y;
            for (var line = 0; line < (side + 1) / 2; line++)
            {
                var head = Fit(line == side / 4 ? Scale(name).Title ?? "" : "", left);
                var drawn = Enumerable.Range(0, across).Select(c => panels.GetValueOrDefault(c)?.Row(line) ?? new string(' ', side));
                rows.Add($"{head} {string.Join(' ', drawn)}");
            }
        }
        var below = Enumerable.Range(0, across).Select(c => figure.Panels.Last(p => p.Place!.Column == c).X);
        rows.Add(new string(' ', left) + string.Concat(below.Select(x => " " + Fit(Scale(x).Title ?? "", side))));
    }

    TextCanvas Drawn(Panel panel, int side)
    {
        var canvas = new TextCanvas(side, (side + 1) / 2);
        var x = AxisScale.Of(figure, (ValueScale)Scale(panel.X), 0, side, 1);
        var y = AxisScale.Of(figure, (ValueScale)Scale(panel.Y), canvas.Rows, 0, 1);
        Draw(canvas, panel, x.At, y.At);
        return canvas;
    }

    void Draw(TextCanvas canvas, Panel panel, Func<double, float> x, Func<double, float> y)
    {
        var marks = new TextMarks(canvas, figure, panel, x, y);
        foreach (var mark in panel.Marks) mark.Draw(marks);
    }

    FigureScale Scale(string name) => figure.Scales.Single(s => s.Name == name);

    static int Widest(IEnumerable<string> names, int most) =>
        Math.Min(most, names.Select(n => Shown(n).GetCellWidth()).DefaultIfEmpty().Max());

    static string Shown(string text) => Printable.Of(text.ReplaceLineEndings(" ").Replace('\t', ' '));

    /// <summary>Exactly so many cells: filled up, or cut with an ellipsis where there is room for one.</summary>
    static string Fit(string text, int width)
    {
        var kept = Shown(text);
        var length = kept.Length;
        while (kept.GetCellWidth() > width) kept = kept[..^1];
        if (kept.Length < length && width > 2) kept = kept[..^1] + "…";
        return kept + new string(' ', Math.Max(0, width - kept.GetCellWidth()));
    }
}
