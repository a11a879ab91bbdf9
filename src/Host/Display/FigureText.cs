using Runtime.Charts;
using Spectre.Console;
using BarChart = Runtime.Charts.BarChart;

namespace Host.Display;

/// <summary>Figures in characters, where these can say what the figure says: bars as blocks, heatmaps as shaded cells.</summary>
static class FigureText
{
    const string Eighths = " ▏▎▍▌▋▊▉█";
    const string Shades = " ░▒▓█";
    const int LongestName = 24;

    /// <summary>No rows when the figure needs a drawing.</summary>
    public static IReadOnlyList<string> Of(Figure figure, int width) => figure switch
    {
        BarChart { Bars.Count: > 0 } chart => Bars(chart, width),
        BarPanels panels => [.. panels.Panels.SelectMany(p => Panel(p, panels, width))],
        Heatmap heatmap when heatmap.ColumnNames.Count * 4 + LongestName <= width => Heat(heatmap),
        _ => [],
    };

    static List<string> Bars(BarChart chart, int width)
    {
        var rows = new List<string>();
        var most = chart.Bars.SelectMany(b => b.Values).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
        foreach (var series in chart.Bars)
        {
            if (chart.Bars.Count > 1) rows.Add(series.Name);
            rows.AddRange(Rows(chart.Categories, series.Values, chart.Format, most, width));
        }
        return rows;
    }

    static IEnumerable<string> Panel(BarPanel panel, BarPanels all, int width)
    {
        var most = all.Panels.SelectMany(p => p.Values).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
        return Rows(panel.Categories, panel.Values, all.Format, most, width).Prepend(panel.Name);
    }

    static IEnumerable<string> Rows(IReadOnlyList<string> names, IReadOnlyList<double> values, CellFormat format, double most, int width)
    {
        var texts = values.Select(v => Cells.Text(v, format)).ToList();
        var (nameWidth, textWidth) = (Math.Min(LongestName, names.Select(n => n.GetCellWidth()).DefaultIfEmpty().Max()), texts.Select(t => t.Length).DefaultIfEmpty().Max());
        var room = Math.Max(4, width - nameWidth - textWidth - 4);
        for (var i = 0; i < names.Count; i++)
            yield return $"{Fit(names[i], nameWidth)}  {texts[i].PadLeft(textWidth)}  {Bar(values[i], most, room)}".TrimEnd();
    }

    static string Bar(double value, double most, int room)
    {
        if (!double.IsFinite(value) || most <= 0) return "";
        var eighths = (int)Math.Round(Math.Abs(value) / most * room * 8);
        return new string('█', eighths / 8) + (eighths % 8 > 0 ? Eighths[eighths % 8] : "");
    }

    /// <summary>Two shaded characters a cell; a minus stands before cells below zero where both signs mean something.</summary>
    static List<string> Heat(Heatmap heatmap)
    {
        var finite = heatmap.Values.SelectMany(r => r).Where(double.IsFinite).DefaultIfEmpty().ToList();
        var (low, high) = heatmap.Diverging ? (0, finite.Max(Math.Abs)) : (finite.Min(), finite.Max());
        var width = Math.Min(LongestName - 4, heatmap.RowNames.Select(n => n.GetCellWidth()).DefaultIfEmpty().Max());
        var rows = new List<string> { new string(' ', width) + string.Concat(heatmap.ColumnNames.Select(n => "  " + Fit(n, 2))) };
        for (var row = 0; row < heatmap.RowNames.Count; row++)
            rows.Add(Fit(heatmap.RowNames[row], width) + string.Concat(heatmap.Values[row].Select(v => " " + Cell(v, low, high, heatmap.Diverging))));
        return rows;
    }

    static string Cell(double value, double low, double high, bool diverging)
    {
        if (!double.IsFinite(value)) return "   ";
        var share = high > low ? ((diverging ? Math.Abs(value) : value) - low) / (high - low) : 1;
        return (diverging && value < 0 && share > 0.1 ? "-" : " ") + new string(Shades[(int)Math.Round(share * (Shades.Length - 1))], 2);
    }

    /// <summary>Exactly so many cells: filled up, or cut with an ellipsis where there is room for one.</summary>
    static string Fit(string text, int width)
    {
        var kept = text;
        while (kept.GetCellWidth() > width) kept = kept[..^1];
        if (kept.Length < text.Length && width > 2) kept = kept[..^1] + "…";
        return kept + new string(' ', Math.Max(0, width - kept.GetCellWidth()));
    }
}
