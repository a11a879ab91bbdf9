namespace Host;

/// <summary>A person's wish that what runs now stops. It can be wished again for the next thing that runs.</summary>
/// <param name="outer">Stops everything, once and for all.</param>
public sealed class Interrupt(CancellationToken outer = default) : IDisposable
{
    CancellationTokenSource current = CancellationTokenSource.CreateLinkedTokenSource(outer);

    /// <summary>For what runs now.</summary>
    public CancellationToken Token => current.Token;

    /// <summary>For the next thing that runs: a wish that was heard is over.</summary>
    public CancellationToken Rearm()
    {
        if (current.IsCancellationRequested) current = CancellationTokenSource.CreateLinkedTokenSource(outer);
        return current.Token;
    }

    /// <summary>Asks to stop; false when that has been asked already and was not heard.</summary>
    public bool Ask()
    {
        if (current.IsCancellationRequested) return false;
        current.Cancel();
        return true;
    }

    public void Dispose() => current.Dispose();
}
