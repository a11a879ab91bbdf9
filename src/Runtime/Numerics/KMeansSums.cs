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

    /// <param name="which">The label of each row from start on, as a number.</param>
    public void Add(Matrix points, int start, ReadOnlySpan<double> which, ReadOnlySpan<double> distances, double[][] centres, int[] labels)
    {
        for (var row = 0; row < which.Length; row++)
        {
            var label = (int)which[row];
            Inertia += distances[row];
            Counts[label]++;
            if (labels[start + row] == label) continue;
            labels[start + row] = label;
            Changed++;
        }
        for (var j = 0; j < dimension; j++)
        {
            var column = points[j].Slice(start, which.Length);
            for (var row = 0; row < column.Length; row++)
            {
                var label = (int)which[row];
                Shifts[label * dimension + j] += column[row] - centres[label][j];
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
