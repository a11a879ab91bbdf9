using SkiaSharp;

namespace Runtime.Charts;

/// <summary>
/// The diagonal of a pair plot: an outline a group. Heights are square roots of the numbers of rows (Tukey's rootogram), so
/// that a spike, usual at the edge of a feature's range, does not flatten all the rest.
/// </summary>
static class PairHistogram
{
    // More would cover each other.
    const int MostFilled = 8;

    public static void Paint(Surface surface, PairPlot plot, int axis, SKRect panel)
    {
        var most = plot.Groups.SelectMany(group => group.Histograms[axis]).DefaultIfEmpty(0).Max();
        if (most > 0)
        {
            // The largest group at the back.
            foreach (var group in Enumerable.Range(0, plot.Groups.Count).OrderByDescending(g => plot.Groups[g].Histograms[axis].Sum(rows => (long)rows)))
            {
                var steps = Steps(plot.Groups[group].Histograms[axis], most, panel);
                var colour = PairDensity.GroupColour(plot, group);
                if (plot.Groups.Count <= MostFilled)
                {
                    surface.Area([new(panel.Left, panel.Bottom), .. steps, new(panel.Right, panel.Bottom)], colour.WithAlpha(plot.Groups.Count > 1 ? (byte)56 : (byte)110));
                }

                surface.Path(steps, colour, 1);
            }
        }

        surface.Line(panel.Left, panel.Bottom, panel.Right, panel.Bottom, Palette.Axis);
    }

    static SKPoint[] Steps(int[] counts, int most, SKRect panel)
    {
        var points = new SKPoint[2 * counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            var y = panel.Bottom - (panel.Height - 4) * (float)Math.Sqrt((double)counts[i] / most);
            points[2 * i] = new(panel.Left + panel.Width * i / counts.Length, y);
            points[2 * i + 1] = new(panel.Left + panel.Width * (i + 1) / counts.Length, y);
        }

        return points;
    }
}
