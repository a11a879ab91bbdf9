namespace Runtime.Tables;

/// <summary>Work that nobody waits for at once: one piece after the other, in their order, while other things go on.</summary>
public sealed class Behind
{
    readonly Lock gate = new();
    Task last = Task.CompletedTask;

    /// <summary>Does a piece when those before it are done; what one of them failed with is thrown, and no more is done.</summary>
    /// <param name="threads">That may be at work: with one alone, it is done now.</param>
    public void Do(int threads, Action work)
    {
        Task before;
        lock (gate)
        {
            before = last;
            if (threads > 1 && !before.IsFaulted)
                last = before.ContinueWith(done => After(done, work), default, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        if (threads <= 1 || before.IsFaulted) After(before, work);
    }

    /// <summary>Returns when all is done.</summary>
    public void Wait()
    {
        Task whole;
        lock (gate) whole = last;
        whole.GetAwaiter().GetResult();
    }

    static void After(Task before, Action work)
    {
        before.GetAwaiter().GetResult();
        work();
    }
}
