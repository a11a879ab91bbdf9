namespace Host;

/// <summary>Where keys come from: the console, or a test that types.</summary>
/// <param name="Read">Waits for the next key.</param>
/// <param name="Waiting">Another key is there already, as when text is pasted.</param>
/// <param name="Own">While true, Ctrl-C is a key like any other; otherwise it interrupts what runs.</param>
sealed record Keys(Func<ConsoleKeyInfo> Read, Func<bool> Waiting, Action<bool> Own)
{
    /// <summary>Longer than a terminal takes between two keys of a paste, shorter than any hand.</summary>
    static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(15);

    /// <summary>
    /// Another key follows before a hand could have pressed it: a paste that arrives without marks around it, as through `tmux` or a
    /// serial line, is a burst of keys.
    /// </summary>
    public Func<bool> Follows { get; init; } = Waiting;

    public static Keys OfConsole() =>
        new(() => Console.ReadKey(intercept: true), () => Console.KeyAvailable, own => Console.TreatControlCAsInput = own)
        {
            Follows = () => SpinWait.SpinUntil(() => Console.KeyAvailable, Gap),
        };
}
