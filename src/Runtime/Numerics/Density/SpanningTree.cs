namespace Runtime.Numerics.Density;

/// <summary>The m − 1 edges of a spanning tree over points at their places; weights are squared.</summary>
sealed class SpanningTree(int points)
{
    readonly int[] from = new int[points - 1];
    readonly int[] to = new int[points - 1];
    readonly double[] squares = new double[points - 1];

    public int Count { get; private set; }

    public ReadOnlySpan<int> From => from;

    public ReadOnlySpan<int> To => to;

    public ReadOnlySpan<double> Squares => squares;

    public void Add(int a, int b, double square)
    {
        (from[Count], to[Count], squares[Count]) = (a, b, square);
        Count++;
    }
}
