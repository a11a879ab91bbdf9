using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>The points of growing clusters, each cluster's side by side, and the mean and largest distance between two clusters.</summary>
/// <remarks>
/// A cluster has the id of its first point. Room for it doubles as it grows; what is left behind is swept up when there is no more.
/// A pair is measured from the cluster of the lower id, in eight lanes, so both directions give the same bits.
/// </remarks>
sealed unsafe class ClusterMembers
{
    readonly int d;
    readonly int[] start;
    readonly int[] count;
    readonly int[] room;
    readonly double[] rows;

    /// <summary>d columns of coordinates, then how many rows stand at each point; each has the room of the capacity.</summary>
    AlignedNumbers points;
    int capacity;
    int end;

    public ClusterMembers(KdTree tree)
    {
        var m = tree.Count;
        d = tree.Dimensions;
        (start, count, room, rows) = (new int[m], new int[m], new int[m], Array.ConvertAll(tree.Weights, w => (double)w));
        points = Storage(2L * m);
        for (var p = 0; p < m; p++)
        {
            (start[p], count[p], room[p]) = (p, 1, 1);
            for (var j = 0; j < d; j++) Column(j)[p] = tree.Coordinate(p, j);
            Column(d)[p] = rows[p];
        }
        end = m;
        (Spread, Radius) = (new double[m], new double[m]);
    }

    /// <summary>The mean squared distance of a cluster's rows from its mean.</summary>
    public double[] Spread { get; }

    /// <summary>The largest distance of a cluster's rows from its mean.</summary>
    public double[] Radius { get; }

    /// <summary>Rows of a cluster.</summary>
    public double Rows(int id) => rows[id];

    /// <summary>Joins two clusters; the lower id stays.</summary>
    public void Join(int a, int b)
    {
        var (into, gone) = count[a] >= count[b] ? (a, b) : (b, a);
        var together = count[into] + count[gone];
        if (together > room[into]) Move(into, together);
        Copy(start[gone], points, capacity, start[into] + count[into], count[gone]);
        var id = Math.Min(a, b);
        (start[id], room[id]) = (start[into], room[into]);
        count[id] = together;
        rows[id] = rows[a] + rows[b];
        count[Math.Max(a, b)] = 0;
        Measure(id);
    }

    /// <summary>The mean distance of a row of one cluster to a row of the other.</summary>
    public double Mean(int a, int b)
    {
        var (first, second) = (Math.Min(a, b), Math.Max(a, b));
        double* from = Column(0) + start[first], to = Column(0) + start[second];
        var sum = 0.0;
        for (var i = 0; i < count[first]; i++) sum += from[(nint)d * capacity + i] * Sum(from + i, to, count[second]);
        GC.KeepAlive(points);
        return sum / (rows[first] * rows[second]);
    }

    /// <summary>The largest squared distance of a row of one cluster to a row of the other.</summary>
    public double Farthest(int a, int b)
    {
        var (first, second) = (Math.Min(a, b), Math.Max(a, b));
        double* from = Column(0) + start[first], to = Column(0) + start[second];
        var most = Vector512<double>.Zero;
        for (var i = 0; i < count[first]; i++) most = Farthest(from + i, to, count[second], most);
        GC.KeepAlive(points);
        var farthest = most[0];
        for (var lane = 1; lane < Lanes.Count; lane++) farthest = Math.Max(farthest, most[lane]);
        return farthest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    double Sum(double* at, double* to, int points)
    {
        var sum = Vector512<double>.Zero;
        var i = 0;
        for (; i <= points - Lanes.Count; i += Lanes.Count)
            sum += Vector512.Sqrt(Squares(at, to + i)) * Vector512.Load(to + (nint)d * capacity + i);
        if (i == points) return Lanes.Sum(sum);
        // What stands behind the cluster may be as far away as can be: no weight makes it nothing.
        var rest = Vector512.Sqrt(Squares(at, to + i)) * Vector512.Load(to + (nint)d * capacity + i);
        return Lanes.Sum(sum + Vector512.ConditionalSelect(Within(points - i), rest, default));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    Vector512<double> Farthest(double* at, double* to, int points, Vector512<double> most)
    {
        var i = 0;
        for (; i <= points - Lanes.Count; i += Lanes.Count) most = Vector512.MaxNative(most, Squares(at, to + i));
        return i == points ? most
            : Vector512.MaxNative(most, Vector512.ConditionalSelect(Within(points - i), Squares(at, to + i), default));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector512<double> Squares(double* at, double* to)
    {
        var squares = Vector512<double>.Zero;
        for (var end = at + (nint)d * capacity; at < end; at += capacity, to += capacity)
        {
            var apart = Vector512.Load(to) - Vector512.Create(*at);
            squares += apart * apart;
        }
        return squares;
    }

    /// <summary>The lanes that hold a point when so many are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Within(int left) =>
        Vector512.LessThan(Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)left));

    void Measure(int id)
    {
        var some = count[id];
        double* from = Column(0) + start[id], weights = from + (nint)d * capacity;
        Span<double> mean = stackalloc double[d];
        for (var j = 0; j < d; j++)
        {
            var column = from + (nint)j * capacity;
            for (var i = 0; i < some; i++) mean[j] += weights[i] * (column[i] - *column);
            mean[j] = *column + mean[j] / rows[id];
        }
        var (squares, most) = (0.0, 0.0);
        for (var i = 0; i < some; i++)
        {
            var square = 0.0;
            for (var j = 0; j < d; j++)
            {
                var apart = from[(nint)j * capacity + i] - mean[j];
                square += apart * apart;
            }
            squares += weights[i] * square;
            most = Math.Max(most, square);
        }
        (Spread[id], Radius[id]) = (squares / rows[id], Math.Sqrt(most));
    }

    void Move(int id, int wanted)
    {
        wanted = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)wanted);
        if ((long)end + wanted > capacity - Lanes.Count) Sweep(wanted);
        Copy(start[id], points, capacity, end, count[id]);
        (start[id], room[id]) = (end, wanted);
        end += wanted;
    }

    /// <summary>Brings all clusters to the front of new storage, without room to grow.</summary>
    void Sweep(int wanted)
    {
        var there = 0L;
        foreach (var some in count) there += some;
        var old = capacity;
        var to = Storage(2 * there + wanted);
        var now = capacity;
        capacity = old;
        end = 0;
        for (var id = 0; id < count.Length; id++)
        {
            if (count[id] == 0) continue;
            Copy(start[id], to, now, end, count[id]);
            (start[id], room[id]) = (end, count[id]);
            end += count[id];
        }
        (points, capacity) = (to, now);
    }

    void Copy(int from, AlignedNumbers to, int toCapacity, int at, int some)
    {
        for (var j = 0; j <= d; j++)
            new ReadOnlySpan<double>(Column(j) + from, some).CopyTo(new Span<double>(to.Pointer + (nint)j * toCapacity + at, some));
    }

    double* Column(int column) => points.Pointer + (nint)column * capacity;

    /// <summary>Sets the capacity: for so many points and a vector behind them.</summary>
    AlignedNumbers Storage(long some)
    {
        capacity = (int)((some + 2 * Lanes.Count - 1) / Lanes.Count * Lanes.Count);
        return new AlignedNumbers((d + 1) * capacity, 0);
    }
}
