using SkiaSharp;

namespace Runtime.Charts;

/// <summary>A line with a gap at every missing point.</summary>
static class Polyline
{
    /// <param name="dot">Radius of the markers, 0 for none; a point between two gaps always has one.</param>
    public static void Paint(Surface surface, IReadOnlyList<SKPoint> points, SKColor colour, float dot)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var run = points.Skip(i).TakeWhile(IsThere).ToArray();
            if (run.Length > 1)
            {
                surface.Path(run, colour, 2);
            }

            var radius = run.Length == 1 ? Math.Max(dot, 2) : dot;
            foreach (var point in radius > 0 ? run : [])
            {
                surface.Dot(point, radius, colour, Palette.Paper, 1.2f);
            }

            i += run.Length;
        }
    }

    public static bool IsThere(SKPoint point) => float.IsFinite(point.X) && float.IsFinite(point.Y);
}
