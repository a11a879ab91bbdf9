using Runtime.Numerics;

namespace Runtime;

/// <summary>
/// What a step costs. Times are nanoseconds of the machine that prices were fitted on (<see cref="Machine.Reference"/>), bytes are bytes
/// anywhere.
/// </summary>
public readonly record struct Price()
{
    /// <summary>By how many times a step of which nothing more is known may take more or less.</summary>
    public const double UsualSpread = 1.3;

    /// <summary>Of more neighbours only how far the last is stays in memory.</summary>
    const double MostKept = 32;

    /// <summary>
    /// What part of a method's code, of its sheet and of its charts takes to be compiled when it runs for the first time: two to seven of
    /// these are what a clusterer was measured to take where its rows take nothing.
    /// </summary>
    public const double Compiling = 1e8;

    const double LogTwo = 0.69314718055994531;

    /// <summary>Computed on one thread: nanoseconds.</summary>
    public double Alone { get; init; }

    /// <summary>Computed on all threads: nanoseconds that one of them would take for it.</summary>
    public double Shared { get; init; }

    /// <summary>Moved through memory by all threads: bytes.</summary>
    public double Moved { get; init; }

    /// <summary>Held while the step runs, beside the study: bytes.</summary>
    public double Memory { get; init; }

    /// <summary>Drawn and written.</summary>
    public double Charts { get; init; }

    /// <summary>By how many times the step may take more or less: what it does depends on the data.</summary>
    public double Spread { get; init; } = UsualSpread;

    /// <summary>Each value once, on all threads, as a step does that looks through the table.</summary>
    public static Price Touching(double rows, double columns) =>
        new() { Shared = 12 * rows * columns, Moved = 8 * rows * columns, Memory = 8 * rows };

    /// <summary>What does not depend on the rows: tables and charts that are laid out and written.</summary>
    public static Price Showing(double tables, double charts) => new() { Alone = 1e6 * tables, Charts = charts };

    /// <summary>Of a tree that halves the rows again and again.</summary>
    public static double Depth(double rows) => Logarithm.Of(rows + 2) / LogTwo;

    /// <summary>A step that only says what later ones go by, or shows a few rows.</summary>
    public static Price Slight(double rows) => new() { Alone = 1e6 + 5 * rows };

    /// <summary>
    /// The nearest neighbours of every row, and a tree that joins them. In few columns a kd-tree leaves out nearly all others; in many
    /// none: there each pair of rows is looked at by products, 0.1 ns a column.
    /// </summary>
    /// <param name="neighbours">Of each row.</param>
    public static Price Near(double rows, double dimensions, double neighbours)
    {
        var depth = Depth(rows);
        var each = (60 + 1.7 * neighbours) * Exponential.Of(dimensions / 2 * LogTwo) * depth * depth / 20;
        return new()
        {
            Shared = rows * Math.Min(each, 200 * neighbours + 0.1 * rows * dimensions),
            Alone = 120 * rows,
            Memory = rows * (150 + 16 * dimensions + 12 * Math.Min(neighbours, MostKept)),
            Spread = 1.8,
        };
    }

    /// <summary>One after the other, memory taken one after the other.</summary>
    public static Price operator +(Price one, Price other) => new()
    {
        Alone = one.Alone + other.Alone,
        Shared = one.Shared + other.Shared,
        Moved = one.Moved + other.Moved,
        Charts = one.Charts + other.Charts,
        Memory = Math.Max(one.Memory, other.Memory),
        Spread = Math.Max(one.Spread, other.Spread),
    };

    /// <summary>The same so many times, each in the memory of the one before.</summary>
    public static Price operator *(double times, Price price) => price with
    {
        Alone = times * price.Alone,
        Shared = times * price.Shared,
        Moved = times * price.Moved,
        Charts = times * price.Charts,
    };
}
