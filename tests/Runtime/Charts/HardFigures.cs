using Runtime;
using Runtime.Charts;

namespace Tests.Runtime.Charts;

/// <summary>Figures in which something may go wrong.</summary>
static class HardFigures
{
    public static IEnumerable<Figure> All() =>
    [
        new BarChart("empty", "Nothing", [], []),
        new BarChart("one", "One bar", ["only"], [new("n", [3])]) { Format = CellFormat.Count },
        new BarChart("one_up", "One bar, upright", ["only"], [new("n", [3])]) { Horizontal = false },
        new BarChart("long", new string('W', 90) + Often(" a long title with many words", 12),
            [new('M', 300), "naïve café", "Žižek", "Кино", "椎名林檎", "🎵🎶", "مرحبا", "", "tab\there", "a\u200db"],
            [new("n", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])])
        {
            CategoryAxis = new('C', 300),
            ValueAxis = new('V', 300),
            Note = Often("A note that goes on. ", 20),
        },
        new BarChart("nan", "Gaps", ["a", "b", "c", "d"], [new("n", [double.NaN, 1, double.PositiveInfinity, -2])])
        {
            Line = new("line", [1, double.NaN, 2, 3]),
        },
        new BarChart("nan_up", "Gaps, upright", ["a", "b", "c", "d"], [new("n", [double.NaN, 1, double.NegativeInfinity, -2])])
        {
            Horizontal = false,
            Line = new("line", [1, double.NaN, 2, 3]),
        },
        new BarChart("zero", "All zero", ["a", "b"], [new("n", [0, 0])]) { Format = CellFormat.Share },
        new BarChart("huge", "Huge", ["a", "b", "c"], [new("n", [double.MaxValue, 1e-300, -double.MaxValue])]),
        new BarChart("many_up", "Many, upright", Gallery.Names(200), [new("n", Gallery.Values(200))]) { Horizontal = false },
        new BarChart("many_series", "Many series", Gallery.Names(3),
            [.. Enumerable.Range(0, 24).Select(i => new Series("series " + i, Gallery.Values(3), i - 1))])
        {
            Line = new("sum", [1, 2, 3]),
        },
        new BarChart("uneven", "Fewer values than names", Gallery.Names(4), [new("n", [1])]) { Horizontal = false },
        new BarPanels("no_panels", "No panels", []),
        new BarPanels("panels", "Panels",
            [new("a", Gallery.Names(2), [-1, 2], -1), new("empty", [], []), new(new('W', 200), [new('W', 200)], [1e12], 3)]),
        Lines("no_lines", "No lines", []),
        Lines("gaps", "Gaps", [1, 2, 3, 4], new("all", [.. Enumerable.Repeat(double.NaN, 4)]), new("some", [1, double.NaN, 3, 4]))
            with { Marked = (1, 1) },
        Lines("one_point", "One point", [5], new Series("one", [7])) with { Marked = (0, 0) },
        Lines("flat", "Constant", [1, 2, 3], new Series("flat", [-16456617, -16456617, -16456617])) with { Marked = (9, 9) },
        Lines("close", "Close together", [1, 2, 3], new Series("near", [-16456617.25, -16456617.5, -16456618])) with { Marked = (0, 2) },
        Lines("huge_lines", "Huge", [0, 1e9, 2e9], new("up", [0, double.MaxValue, 1]), new("down", [0, double.MinValue, 1]))
            with { Marked = (0, 1) },
        Lines("many_lines", "Many lines", [.. Gallery.Values(100).Select((_, i) => i / 100.0)],
            [.. Enumerable.Range(0, 40).Select(Long)])
            with { XAxis = new('x', 400), YAxis = new('y', 400), Marked = (39, 99) },
        Lines("log", "Growth", [1e4, 1e5, 1e6], new("square", [0.02, 2, 200]), new("none", [0, -1, double.NaN]))
            with { LogX = true, LogY = true },
        Lines("log_narrow", "One value", [3], new Series("one", [2])) with { LogX = true, LogY = true },
        Lines("same", "All end in one place", [1, 2, 3], [.. Enumerable.Range(0, 10).Select(i => new Series("line " + i, [i, 5, 5]))]),
        new Heatmap("no_cells", "No cells", [], [], []),
        new Heatmap("one_cell", "One cell", ["r"], ["c"], [[1.5]]) { Marked = (0, 0) },
        new Heatmap("holes", "Holes", ["r", new('R', 200)], ["c", new('C', 200), "d"], [[double.NaN, 1, double.NegativeInfinity], [1e300]])
        {
            RowClusters = [-1],
            Marked = (5, 5),
        },
        new Heatmap("zeros", "Zeros", ["r"], ["c", "d"], [[0, 0]]) { Diverging = true },
        new Heatmap("large", "Large", Gallery.Names(60), Gallery.Names(60), [.. Enumerable.Repeat(Gallery.Values(60), 60)]),
        new Heatmap("extreme", "Extreme", ["r"], ["c", "d"], [[double.MaxValue, double.MinValue]]) { Diverging = true },
        Gallery.Pairs(0, 8, 1), Gallery.Pairs(1, 32, 1), Gallery.Pairs(1, 32, 3), Gallery.Pairs(2, 64, 3),
        Gallery.Pairs(3, 200, 1), Gallery.Pairs(12, 24, 2), Gallery.Pairs(4, 1, 2), Gallery.Pairs(7, 96, 26),
        new PairGrid("no_groups", "No groups", [new("a", 0, 1), new("b", 0, 0)], []),
        new PairGrid("odd_axes", "Odd axes",
            [new(new('A', 200), -1e12, 1e12), new("b", 5, 5), new("c", double.NaN, double.NaN)], [Gallery.Nobody(3, 4)]),
    ];

    static Series Long(int line) => new($"a rather long line name, number {line}", [.. Gallery.Values(100).Select(v => v + line)]);

    static LineChart Lines(string name, string title, double[] x, params Series[] lines) =>
        new(name, title, x, lines) { XAxis = "x", YAxis = "y" };

    static string Often(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
