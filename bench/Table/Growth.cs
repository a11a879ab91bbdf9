using System.Globalization;
using Runtime.Charts;
using Runtime.Charts.Painting;

namespace Bench;

/// <summary>How time and memory grow with rows and columns: one process a cell, on generated points.</summary>
/// <param name="only">Starts of the names of steps; all where there are none.</param>
/// <param name="limit">Seconds that a cell may take; one that would take longer by its smaller ones is left out.</param>
sealed class Growth(DataSets sets, string[] only, double limit)
{
    static readonly int[] Rows = [10_000, 100_000, 1_000_000];

    static readonly int[] Columns = [2, 5, 7, 10, 20];

    /// <summary>A pair plot has at most sixteen columns, and the last of its file is the labeling.</summary>
    const int MostPaired = 16;

    static readonly (string Step, string What, Func<int, int[]> Arguments)[] Steps =
    [
        ("hdbscan", "HDBSCAN", n => [Math.Max(20, n / 500), 20]),
        ("gmm", "GMM k = 5", _ => [5]),
        ("kmeans", "k-means k = 8", _ => [8]),
        ("pca", "PCA", _ => []),
        ("pairs", "pair plot", _ => []),
        ("ward", "Ward's hierarchy", _ => []),
        ("single", "hierarchy by least distance", _ => []),
        ("average", "hierarchy by mean distance", _ => []),
        ("dbscan", "DBSCAN, radius 0.5", _ => [20, 50]),
        ("optics", "order of OPTICS", _ => [10]),
        ("lof", "local outlier factor", _ => [20]),
        ("umap", "UMAP", _ => [15]),
    ];

    readonly List<Cell> cells = [];

    /// <summary>Measures up to so many rows and leaves <c>growth.csv</c> and two charts in the folder.</summary>
    public void Run(string folder, int most)
    {
        int[] sizes = [.. Rows.Where(n => n <= most)];
        foreach (var d in Columns)
        {
            sets.Generated(sizes[^1], d);
            foreach (var (step, what, arguments) in Steps.Where(s => only.Length == 0 || only.Any(s.Step.StartsWith)))
            {
                foreach (var n in sizes) Measure(step, what, n, d, arguments(n));
            }
        }
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "growth.csv"), Csv());
        File.WriteAllBytes(Path.Combine(folder, "growth.png"), Painter.Png(OverRows(sizes)));
        File.WriteAllBytes(Path.Combine(folder, "growth_columns.png"), Painter.Png(OverColumns(sizes[^1])));
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Report.Machine()}.\n");
        Console.WriteLine(Table(sizes));
    }

    void Measure(string step, string what, int n, int d, int[] arguments)
    {
        var before = cells.Where(c => c.Step == step && c.Columns == d).ToArray();
        if (step == "pairs" && d > MostPaired || before.Any(c => c.Failed) || Predicted(before, n) > limit) return;
        // The pair plot's file has a labeling behind its columns; here that is one more column of points, not looked at.
        var data = step == "pairs" ? sets.Generated(n, d + 1) : sets.Generated(n, d);
        var (measured, failure) = Child.Measuring(step, data, arguments).Measure(limit);
        Console.Error.WriteLine(FormattableString.Invariant($"{what}, {n} × {d}: {measured?.Seconds ?? double.NaN:0.0000} s {failure}"));
        cells.Add(new(step, what, n, d, measured?.Seconds ?? double.NaN, measured?.Peak ?? 0, measured is null));
    }

    static double Predicted(Cell[] before, int n) =>
        PowerLaw.Predict([.. before.Select(c => (double)c.Rows)], [.. before.Select(c => c.Seconds)], n);

    string Csv() => "step,rows,columns,seconds,peak_bytes\n" + string.Concat(cells.Where(c => !c.Failed).Select(c =>
        string.Create(CultureInfo.InvariantCulture, $"{c.Step},{c.Rows},{c.Columns},{c.Seconds:G4},{c.Peak}\n")));

    /// <summary>A line a step and number of columns: seconds at each size, the exponent in rows over all sizes and over the last two, and bytes a further row.</summary>
    string Table(int[] sizes) => MarkdownTable.Of(
        ["step", "columns", .. sizes.Select(n => $"{n:N0} rows, s"), "fitted n^", "last n^", "MB", "bytes a further row"],
        [.. cells.GroupBy(c => (c.What, c.Columns)).OrderBy(g => Array.FindIndex(Steps, s => s.What == g.Key.What)).ThenBy(g => g.Key.Columns).Select(g => Line(g.Key.What, g.Key.Columns, [.. g.Where(c => !c.Failed)], sizes))],
        [1, .. Enumerable.Range(2, sizes.Length + 4)]);

    static string[] Line(string what, int columns, Cell[] cells, int[] sizes)
    {
        double[] rows = [.. cells.Select(c => (double)c.Rows)], seconds = [.. cells.Select(c => c.Seconds)];
        return
        [
            what, $"{columns}",
            .. sizes.Select(n => cells.FirstOrDefault(c => c.Rows == n) is { } cell ? Numbers.Seconds(cell.Seconds) : "not run"),
            Exponent(PowerLaw.Exponent(rows, seconds)), Exponent(PowerLaw.LastExponent(rows, seconds)),
            Numbers.Megabytes(cells.Select(c => c.Peak).DefaultIfEmpty(0).Max()),
            cells.Length < 2 ? "" : ((cells[^1].Peak - cells[^2].Peak) / (rows[^1] - rows[^2])).ToString("0", CultureInfo.InvariantCulture),
        ];
    }

    static string Exponent(double exponent) => double.IsNaN(exponent) ? "" : exponent.ToString("0.00", CultureInfo.InvariantCulture);

    LineChart OverRows(int[] sizes) => new("growth", "Seconds by rows, 5 columns", [.. sizes.Select(n => (double)n)], Series(sizes, (c, n) => c.Rows == n && c.Columns == 5))
    { XAxis = "rows", YAxis = "seconds", LogX = true, LogY = true };

    LineChart OverColumns(int rows) => new("growth_columns", FormattableString.Invariant($"Seconds by columns, {rows:N0} rows"), [.. Columns.Select(d => (double)d)], Series(Columns, (c, d) => c.Rows == rows && c.Columns == d))
    { XAxis = "columns", YAxis = "seconds", LogX = true, LogY = true };

    Series[] Series(int[] x, Func<Cell, int, bool> at) =>
        [.. Steps.Select(s => new Series(s.What, [.. x.Select(v => cells.FirstOrDefault(c => c.Step == s.Step && at(c, v))?.Seconds ?? double.NaN)]))];

    sealed record Cell(string Step, string What, int Rows, int Columns, double Seconds, long Peak, bool Failed);
}
