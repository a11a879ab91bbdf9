using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Density;

/// <summary>OPTICS: an order of the rows in which dense groups stand together, and how far each was to reach.</summary>
/// <remarks>
/// Ankerst, Breunig, Kriegel &amp; Sander 1999, SIGMOD. The core distance of a row is how far its min_samples-th row is, itself counted
/// as in scikit-learn; its reachability is the least, over the rows before it, of max(core distance, distance). Exact, in linear memory:
/// <see cref="ReachabilityGraph"/> says why few pairs are enough. A function of the set of rows alone.
/// </remarks>
public sealed class ReachabilityOrder
{
    static readonly ConditionalWeakTable<Matrix, Dictionary<(int, double), ReachabilityOrder>> Known = [];

    readonly PlacedPoints placed;

    /// <summary>Of each place of the tree.</summary>
    readonly double[] cores;

    /// <summary>Places of the tree in the order of the walk, how far each was to reach and from where in the order.</summary>
    readonly int[] order, from;
    readonly double[] reach;

    ReachabilityOrder(PlacedPoints placed, double[] cores, ReachabilityWalk walk, int minSamples, double maxEps)
    {
        (this.placed, MinSamples, MaxEps, order, from) = (placed, minSamples, maxEps, walk.Order, walk.From);
        this.cores = Array.ConvertAll(cores, c => placed.Unit.Length(Math.Sqrt(c)));
        reach = Array.ConvertAll(walk.Squares, s => placed.Unit.Length(Math.Sqrt(s)));
    }

    public int MinSamples { get; }

    /// <summary>How far it was looked; +∞ when there is no limit.</summary>
    public double MaxEps { get; }

    public int Rows => placed.PlaceOfRow.Length;

    /// <summary>The order of n ≥ 1 rows; the same object again for the same matrix while that lives.</summary>
    /// <param name="minSamples">Rows that make one dense, itself among them: 2 to n.</param>
    /// <param name="maxEps">How far to look; +∞ for everywhere.</param>
    public static ReachabilityOrder Of(Matrix points, int minSamples, double maxEps, Work work)
    {
        var known = Known.GetOrCreateValue(points);
        lock (known)
        {
            if (!known.TryGetValue((minSamples, maxEps), out var order))
                known[(minSamples, maxEps)] = order = From(points, minSamples, maxEps, null, work);
            return order;
        }
    }

    /// <summary>The same from a given row on, otherwise the densest: the paper leaves open where to begin.</summary>
    /// <param name="row">0 to n − 1.</param>
    /// <inheritdoc cref="Of"/>
    public static ReachabilityOrder From(Matrix points, int minSamples, double maxEps, int? row, Work work)
    {
        var placed = PlacedPoints.Of(points, work);
        Neighborhoods? known = null;
        var (near, edges) = DensityTreeBuilder.Join(placed.Tree, minSamples - 1, ref known, work);
        var cores = near.CoreSquares.Span[..placed.Tree.Count].ToArray();
        var graph = ReachabilityGraph.Of(placed.Tree, cores, edges, work);
        var most = placed.Unit.Measure(maxEps);
        var walk = new ReachabilityWalk(graph, cores, most * most * (1 + Rounding), work).Go(row is { } r ? placed.PlaceOfRow[r] : null);
        return new(placed, cores, walk, minSamples, maxEps);
    }

    /// <summary>Of squares: twice that of lengths (<see cref="EqualLengths"/>).</summary>
    const double Rounding = 2e-12;

    /// <summary>For points that it was made of, in another run.</summary>
    internal void Remember(Matrix points)
    {
        var known = Known.GetOrCreateValue(points);
        lock (known) known.TryAdd((MinSamples, MaxEps), this);
    }

    /// <summary>The n × d points that it was made of.</summary>
    public Matrix Points() => placed.Tree.Rows(placed.PlaceOfRow, placed.Unit);

    /// <summary>How far a row's min_samples-th row is, itself counted; +∞ beyond the limit.</summary>
    public double CoreDistance(int row) => Core(placed.PlaceOfRow[row]);

    double Core(int place) => EqualLengths.Reaches(MaxEps, cores[place]) ? cores[place] : double.PositiveInfinity;

    /// <summary>All rows in their order, equal ones one after the other.</summary>
    public ReachabilityPlot Plot()
    {
        var plot = new ReachabilityPlot(Rows);
        var ends = new int[order.Length];
        for (var at = 0; at < order.Length; at++)
        {
            var (place, source) = (order[at], from[at] < 0 ? -1 : ends[from[at]]);
            ends[at] = plot.Count;
            plot.Add(reach[at], Core(place), source, placed.Tree.Weights[place]);
        }
        return plot;
    }

    /// <summary>The label of each of the n rows, given those of their order; of equal rows, that of the first.</summary>
    internal int[] OfPlaces(int[] labels)
    {
        var (of, at) = (new int[order.Length], 0);
        foreach (var place in order)
        {
            of[place] = labels[at];
            at += placed.Tree.Weights[place];
        }
        return of;
    }

    internal int[] OfRows(int[] ofPlaces) => Array.ConvertAll(placed.PlaceOfRow, p => ofPlaces[p]);

    /// <summary>The numbers of all rows in the order.</summary>
    public int[] RowOrder()
    {
        var starts = new int[order.Length];
        var next = 0;
        foreach (var place in order) (starts[place], next) = (next, next + placed.Tree.Weights[place]);
        var rows = new int[Rows];
        for (var row = 0; row < rows.Length; row++) rows[starts[placed.PlaceOfRow[row]]++] = row;
        return rows;
    }

    /// <summary>Of other rows the place that is nearest by mutual reachability, how far that is, and whether it is there.</summary>
    internal void Nearest(Matrix others, Work work, Action<int, int, double, bool> found) => work.ForBlocks(others.Rows, (start, end) =>
    {
        var nearest = new NearestPoints(placed.Tree, Array.ConvertAll(cores, placed.Unit.Measure), MinSamples - 1, placed.Unit);
        for (var row = start; row < end; row++)
        {
            var (place, distance, isFitted) = nearest.Of(others, row);
            found(row, place, placed.Unit.Length(distance), isFitted);
        }
    });
}
