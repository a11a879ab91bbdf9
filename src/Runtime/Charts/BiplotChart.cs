namespace Runtime.Charts;

/// <summary>Rows on a plane, and where on it each column grows: arrows from the middle.</summary>
/// <param name="Rows">The rows within the frame.</param>
/// <param name="Half">The frame is as far from zero, to all sides.</param>
/// <param name="Arrows">The columns.</param>
public sealed record BiplotChart(string Name, string Title, Mark Rows, double Half, IReadOnlyList<BiplotArrow> Arrows)
    : Chart(Name, Title), IExample<BiplotChart>
{
    /// <summary>Of the frame, so that there is room for names beyond.</summary>
    const double Longest = 0.72;

    const double HeadLength = 0.03, HeadWidth = 0.012;

    // More names would cover the rows, more arrows each other.
    const int MostNamed = 12, MostDrawn = 40;

    public const string RowsABin = "rows a bin";

    public required string Across { get; init; }

    public required string Up { get; init; }

    public static BiplotChart Example => new("biplot", "Six rows and three columns",
        new PointMark([-2, -1, 0, 0.5, 1.5, 1], [0.5, -1, 0.2, 1, -0.4, -0.3]) { IsRow = true }, 2.5,
        [new("energy", 0.8, 0.1), new("loudness", 0.75, 0.15), new("acousticness", -0.7, 0.5)])
    {
        Across = "pc1 · 60 %",
        Up = "pc2 · 30 %",
    };

    protected override Figure Compose()
    {
        var drawn = Arrows.OrderByDescending(a => a.Length).Take(MostDrawn).ToArray();
        var longest = drawn.Select(a => a.Length).DefaultIfEmpty().Max();
        var scale = longest > 0 ? Longest * Half / longest : 0;
        return new(
            Name,
            Title,
            [
                new ValueScale("across") { Title = Across, Tight = true, Flush = true },
                new ValueScale("up") { Title = Up, Tight = true, Flush = true },
                new ColourScale(RowsABin) { Title = "Rows a bin", Format = CellFormat.Count },
            ],
            [
                new("across", "up",
                [
                    Rows, new RuleMark(-Half, -Half), new RuleMark(0, 0), new RuleMark(Half, Half),
                    .. drawn.Reverse().Select(a => Arrow(a, scale)), Names([.. drawn.Take(MostNamed)], scale),
                ])
                {
                    Place = new(0, 0),
                },
            ]);
    }

    LineMark Arrow(BiplotArrow arrow, double scale)
    {
        var (x, y, length) = (arrow.X * scale, arrow.Y * scale, Math.Max(arrow.Length, double.Epsilon));
        var (alongX, alongY) = (arrow.X / length * Half, arrow.Y / length * Half);
        var (backX, backY) = (x - HeadLength * alongX, y - HeadLength * alongY);
        return new(
            [0, x, double.NaN, backX - HeadWidth * alongY, x, backX + HeadWidth * alongY],
            [0, y, double.NaN, backY + HeadWidth * alongX, y, backY - HeadWidth * alongX])
        {
            Series = arrow.Name,
            Hue = Hue.Strong,
            IsOutline = true,
            IsRimmed = true,
            Width = 1.6,
        };
    }

    static TextMark Names(BiplotArrow[] arrows, double scale) =>
        new([.. arrows.Select(a => a.X * scale)], [.. arrows.Select(a => a.Y * scale)], [.. arrows.Select(a => a.Name)]) { IsTip = true };
}

/// <summary>A column, and how much of it lies along each side of the plane.</summary>
public sealed record BiplotArrow(string Name, double X, double Y)
{
    public double Length => Math.Sqrt(X * X + Y * Y);

    /// <summary>Of the angle between two.</summary>
    public double Cosine(BiplotArrow other) => (X * other.X + Y * other.Y) / (Length * other.Length);
}
