namespace Host.Record;

/// <summary>Looks at the process's working set now and then and keeps the largest.</summary>
sealed class MemoryWatch : IDisposable
{
    static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);
    readonly Timer timer;
    long peak;

    public MemoryWatch() => timer = new Timer(_ => Look(), null, Period, Period);

    /// <summary>The largest since the last call.</summary>
    public long TakePeak()
    {
        Look();
        return Interlocked.Exchange(ref peak, 0);
    }

    void Look()
    {
        var now = Environment.WorkingSet;
        var seen = Interlocked.Read(ref peak);
        while (now > seen)
        {
            var before = Interlocked.CompareExchange(ref peak, now, seen);
            if (before == seen) return;
            seen = before;
        }
    }

    public void Dispose() => timer.Dispose();
}
