namespace Runtime.Numerics.Density;

/// <summary>Counts finished parts of parallel work and tells of every hundredth, one thread at a time.</summary>
sealed class Progress(Work work, string what, int parts)
{
    readonly Lock gate = new();
    int done;
    int told = -1;

    public void Step()
    {
        var percent = (int)(100L * Interlocked.Increment(ref done) / parts);
        if (percent <= Volatile.Read(ref told)) return;
        lock (gate)
        {
            if (percent <= told) return;
            told = percent;
            work.Report(what, percent / 100.0);
        }
    }
}
