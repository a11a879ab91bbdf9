namespace Host;

/// <summary>A person's wish that what runs now stops. It can be wished again for the next thing that runs.</summary>
public sealed class Interrupt : IDisposable
{
    CancellationTokenSource current = new();

    /// <summary>For the next thing that runs.</summary>
    public CancellationToken Rearm()
    {
        if (current.IsCancellationRequested) current = new CancellationTokenSource();
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
