using Runtime.Numerics;

namespace Runtime.Data.Samples;

/// <summary>A small made-up set in the plane, to see what a method makes of shapes: columns x, y and the true group.</summary>
/// <param name="groups">Names of the groups; each row's is drawn first.</param>
/// <param name="place">Where a point of a group lies.</param>
sealed class PlaneSample(string name, string doc, string[] groups, Func<int, RandomStream, (double X, double Y)> place) : Sample(name)
{
    /// <summary>What the random streams are for.</summary>
    const long Purpose = 0x706C616E65;

    public override string Doc => doc;

    public override int Rows => 1000;

    public override NamedList<ColumnShape> Columns => new(
        new ColumnShape("x", ColumnType.Number), new ColumnShape("y", ColumnType.Number), new ColumnShape("group", ColumnType.Text));

    /// <summary>Two half circles that reach into each other: dense groups that no straight line parts.</summary>
    public static PlaneSample Moons { get; } = new(
        "moons", "Two half circles that reach into each other.", ["upper", "lower"],
        static (group, random) =>
        {
            var (sin, cos) = HalfTurns.SinCos(random.NextDouble());
            var (x, y) = group == 0 ? (cos, sin) : (1 - cos, 0.5 - sin);
            return (x + 0.07 * random.NextNormal(), y + 0.07 * random.NextNormal());
        });

    /// <summary>Round groups of different width, with points scattered between them.</summary>
    public static PlaneSample Blobs { get; } = new(
        "blobs", "Four round groups of different width and scattered points between them.", ["east", "north", "west", "south", "scattered"],
        static (group, random) =>
        {
            if (group == 4) return (20 * random.NextDouble() - 10, 20 * random.NextDouble() - 10);
            var (sin, cos) = HalfTurns.SinCos(0.5 * group);
            var width = 0.4 + 0.3 * group;
            return (5 * cos + width * random.NextNormal(), 5 * sin + width * random.NextNormal());
        });

    public override Table Draw(int rows, long seed, Work work)
    {
        var (x, y, codes) = (new double[rows], new double[rows], new int[rows]);
        work.ForBlocks(rows, (start, end) =>
        {
            var random = new RandomStream(seed, Purpose, start);
            for (var row = start; row < end; row++)
            {
                codes[row] = random.Next(groups.Length);
                var (px, py) = place(codes[row], random);
                (x[row], y[row]) = (Math.Round(px, 4), Math.Round(py, 4));
            }
        });
        return new Table(new NamedList<Column>(
            new NumberColumn("x", x, whole: false), new NumberColumn("y", y, whole: false), new TextColumn("group", codes, TextPool.Of(groups))), rows);
    }
}
