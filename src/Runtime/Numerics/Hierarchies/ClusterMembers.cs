using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>The points of growing clusters, each cluster's side by side, and the mean and largest distance between two clusters.</summary>
/// <remarks>
/// A cluster has the id of its first point. Room for it doubles as it grows; what is left behind is swept up when there is no more.
/// A pair is measured from the cluster of the lower id, in eight lanes, so both directions give the same bits.
/// </remarks>
sealed class ClusterMembers
{
    readonly int d;
    readonly int[] start;
    readonly int[] count;
    readonly int[] room;
    readonly double[] rows;
    double[][] columns;
    double[] weights;
    int end;

    public ClusterMembers(KdTree tree)
    {
        var m = tree.Count;
        d = tree.Dimensions;
        (start, count, room, rows) = (new int[m], new int[m], new int[m], Array.ConvertAll(tree.Weights, w => (double)w));
        columns = Storage(2L * m);
        weights = new double[columns[0].Length];
        for (var p = 0; p < m; p++)
        {
            (start[p], count[p], room[p], weights[p]) = (p, 1, 1, rows[p]);
            for (var j = 0; j < d; j++) columns[j][p] = tree.Coordinate(p, j);
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
        for (var j = 0; j < d; j++) Array.Copy(columns[j], start[gone], columns[j], start[into] + count[into], count[gone]);
        Array.Copy(weights, start[gone], weights, start[into] + count[into], count[gone]);
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
        Span<double> at = stackalloc double[d];
        var sum = 0.0;
        for (var i = start[first]; i < start[first] + count[first]; i++)
        {
            for (var j = 0; j < d; j++) at[j] = columns[j][i];
            sum += weights[i] * Sum(at, start[second], count[second]);
        }
        return sum / (rows[first] * rows[second]);
    }

    /// <summary>The largest squared distance of a row of one cluster to a row of the other.</summary>
    public double Farthest(int a, int b)
    {
        var (first, second) = (Math.Min(a, b), Math.Max(a, b));
        Span<double> at = stackalloc double[d];
        var most = Vector512<double>.Zero;
        for (var i = start[first]; i < start[first] + count[first]; i++)
        {
            for (var j = 0; j < d; j++) at[j] = columns[j][i];
            most = Farthest(at, start[second], count[second], most);
        }
        var farthest = most[0];
        for (var lane = 1; lane < Lanes.Count; lane++) farthest = Math.Max(farthest, most[lane]);
        return farthest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    double Sum(ReadOnlySpan<double> at, int from, int points)
    {
        var sum = Vector512<double>.Zero;
        for (var i = 0; i < points; i += Lanes.Count)
            sum += Vector512.Sqrt(Squares(at, from + i)) * Vector512.ConditionalSelect(Within(points - i), Load(weights, from + i), default);
        return Lanes.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    Vector512<double> Farthest(ReadOnlySpan<double> at, int from, int points, Vector512<double> most)
    {
        for (var i = 0; i < points; i += Lanes.Count)
            most = Vector512.MaxNative(most, Vector512.ConditionalSelect(Within(points - i), Squares(at, from + i), default));
        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector512<double> Squares(ReadOnlySpan<double> at, int from)
    {
        var squares = Vector512<double>.Zero;
        for (var j = 0; j < at.Length; j++)
        {
            var apart = Load(columns[j], from) - Vector512.Create(at[j]);
            squares += apart * apart;
        }
        return squares;
    }

    /// <summary>The lanes that hold a point when so many are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Within(int left) =>
        Vector512.LessThan(Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)left));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Load(double[] values, int at) => Vector512.LoadUnsafe(ref values[0], (nuint)at);

    void Measure(int id)
    {
        var (from, to) = (start[id], start[id] + count[id]);
        Span<double> mean = stackalloc double[d];
        for (var j = 0; j < d; j++)
        {
            var column = columns[j];
            var origin = column[from];
            for (var i = from; i < to; i++) mean[j] += weights[i] * (column[i] - origin);
            mean[j] = origin + mean[j] / rows[id];
        }
        var (squares, most) = (0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            var square = 0.0;
            for (var j = 0; j < d; j++) square += (columns[j][i] - mean[j]) * (columns[j][i] - mean[j]);
            squares += weights[i] * square;
            most = Math.Max(most, square);
        }
        (Spread[id], Radius[id]) = (squares / rows[id], Math.Sqrt(most));
    }

    void Move(int id, int points)
    {
        var wanted = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)points);
        if ((long)end + wanted + Lanes.Count > weights.Length) Sweep(wanted);
        for (var j = 0; j < d; j++) Array.Copy(columns[j], start[id], columns[j], end, count[id]);
        Array.Copy(weights, start[id], weights, end, count[id]);
        (start[id], room[id]) = (end, wanted);
        end += wanted;
    }

    /// <summary>Brings all clusters to the front of new storage, without room to grow.</summary>
    void Sweep(int wanted)
    {
        var there = 0L;
        foreach (var points in count) there += points;
        var (to, toWeights) = (Storage(2 * there + wanted), new double[(int)(2 * there + wanted + Lanes.Count)]);
        end = 0;
        for (var id = 0; id < count.Length; id++)
        {
            if (count[id] == 0) continue;
            for (var j = 0; j < d; j++) Array.Copy(columns[j], start[id], to[j], end, count[id]);
            Array.Copy(weights, start[id], toWeights, end, count[id]);
            (start[id], room[id]) = (end, count[id]);
            end += count[id];
        }
        (columns, weights) = (to, toWeights);
    }

    double[][] Storage(long points)
    {
        var storage = new double[d][];
        for (var j = 0; j < d; j++) storage[j] = new double[(int)(points + Lanes.Count)];
        return storage;
    }
}
