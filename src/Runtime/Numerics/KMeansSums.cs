namespace Runtime.Numerics;

/// <summary>What one look at some rows gives for the next centres.</summary>
sealed class KMeansSums(int clusters, int dimension) : IAggregate<KMeansSums, KMeansState>
{
    /// <summary>Sum of squared distances to the nearest centre.</summary>
    public double Inertia { get; private set; }

    /// <summary>Equal, but for a chance of 2⁻⁶⁴, if and only if all rows have the same nearest centres.</summary>
    public ulong Fingerprint { get; private set; }

    public int[] Counts { get; private init; } = new int[clusters];

    /// <summary>k·d: Σ (x − centre), which cancels less than Σ x.</summary>
    public double[] Shifts { get; private init; } = new double[clusters * dimension];

    public static KMeansSums Of(RowBlock rows, KMeansState state)
    {
        var sums = new KMeansSums(state.Centres.Length, rows.Columns) { Fingerprint = (ulong)rows.First };
        state.ForTiles(rows, (tile, _) => sums.Add(tile, state.Centres));
        sums.Fingerprint = Mixed(sums.Fingerprint);
        return sums;
    }

    public KMeansSums Merge(KMeansSums next)
    {
        Inertia += next.Inertia;
        Fingerprint += next.Fingerprint;
        for (var c = 0; c < Counts.Length; c++) Counts[c] += next.Counts[c];
        for (var i = 0; i < Shifts.Length; i++) Shifts[i] += next.Shifts[i];
        return this;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(Inertia);
        to.Write(Fingerprint);
        to.WriteAll<int>(Counts);
        to.WriteAll<double>(Shifts);
    }

    public static KMeansSums Read(BinaryReader from) => new(0, 0)
    {
        Inertia = from.ReadDouble(),
        Fingerprint = from.ReadUInt64(),
        Counts = from.ReadAll<int>(),
        Shifts = from.ReadAll<double>(),
    };

    unsafe void Add(KMeansTile tile, double[][] centres)
    {
        Inertia += Lanes.Sum(tile.Squares);
        var fingerprint = Fingerprint;
        fixed (double* shifts = Shifts)
        {
            for (var row = 0; row < tile.Count; row++)
            {
                var label = tile.Label(row);
                Counts[label]++;
                fingerprint = fingerprint * 0xD1342543DE82EF95 + (ulong)label + 1;
                var centre = centres[label];
                var value = tile.Columns + row;
                var shift = shifts + label * centre.Length;
                for (var j = 0; j < centre.Length; j++, value += KMeansTile.Rows) shift[j] += *value - centre[j];
            }
        }
        Fingerprint = fingerprint;
    }

    // The finaliser of SplitMix64: sums of what blocks give do not cancel.
    static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
