namespace Runtime.Numerics;

/// <summary>What one look at some rows gives for the next centres.</summary>
sealed class KMeansSums(int clusters, int dimension)
{
    public double Inertia { get; private set; }

    /// <summary>Rows whose label changed.</summary>
    public int Changed { get; private set; }

    public int[] Counts { get; } = new int[clusters];

    /// <summary>k·d: Σ (x − centre), which cancels less than Σ x.</summary>
    public double[] Shifts { get; } = new double[clusters * dimension];

    /// <param name="labels">Those that the rows had, from the tile's first on; they get the new ones.</param>
    public unsafe void Add(KMeansTile tile, double[][] centres, Span<int> labels)
    {
        Inertia += Lanes.Sum(tile.Squares);
        fixed (double* shifts = Shifts)
        {
            for (var row = 0; row < tile.Count; row++)
            {
                var label = tile.Label(row);
                Counts[label]++;
                if (labels[row] != label) Changed++;
                labels[row] = label;
                var centre = centres[label];
                var value = tile.Columns + row;
                var shift = shifts + label * dimension;
                for (var j = 0; j < centre.Length; j++, value += KMeansTile.Rows) shift[j] += *value - centre[j];
            }
        }
    }

    public KMeansSums Add(KMeansSums other)
    {
        Inertia += other.Inertia;
        Changed += other.Changed;
        for (var c = 0; c < Counts.Length; c++) Counts[c] += other.Counts[c];
        for (var i = 0; i < Shifts.Length; i++) Shifts[i] += other.Shifts[i];
        return this;
    }
}
