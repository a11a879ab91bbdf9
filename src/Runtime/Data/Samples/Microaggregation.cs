namespace Runtime.Data.Samples;

/// <summary>Numbers told so that none is a single row's: what few rows share becomes the mean of neighbours.</summary>
/// <remarks>Domingo-Ferrer &amp; Mateo-Sanz 2002, IEEE TKDE 14(1), univariate case with runs of nearly fixed size.</remarks>
static class Microaggregation
{
    /// <summary>A value that so many rows share is told as it is.</summary>
    const int LeastShared = 20;

    /// <summary>Rows behind each mean; of fewer numbers nothing is told.</summary>
    public const int LeastRun = 10;

    /// <param name="sorted">Ascending, at least <see cref="LeastRun"/>.</param>
    /// <returns>As many numbers, ascending, with about the same sum.</returns>
    public static double[] Of(ReadOnlySpan<double> sorted)
    {
        var told = sorted.ToArray();
        var open = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start]) end++;
            if (end - start < LeastShared) continue;
            Average(told, open, start);
            open = end;
        }
        Average(told, open, told.Length);
        return told;
    }

    /// <summary>Makes runs of means of start..end−1; too few numbers for a mean take the shared value beside them.</summary>
    static void Average(double[] told, int start, int end)
    {
        var runs = (end - start) / LeastRun;
        if (runs == 0 && end > start) told.AsSpan(start, end - start).Fill(start > 0 ? told[start - 1] : told[end]);
        for (var run = 0; run < runs; run++)
        {
            var from = start + (int)((long)(end - start) * run / runs);
            var part = told.AsSpan(from, start + (int)((long)(end - start) * (run + 1) / runs) - from);
            var mean = 0.0;
            foreach (var value in part) mean += value / part.Length;
            part.Fill(mean);
        }
    }
}
