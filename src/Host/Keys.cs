namespace Host;

/// <summary>Where keys come from: the console, or a test that types.</summary>
/// <param name="Read">Waits for the next key.</param>
/// <param name="Waiting">Another key is there already, as when text is pasted.</param>
/// <param name="Own">While true, Ctrl-C is a key like any other; otherwise it interrupts what runs.</param>
sealed record Keys(Func<ConsoleKeyInfo> Read, Func<bool> Waiting, Action<bool> Own)
{
    /// <summary>Where a paste arrives as keys without marks around it, a line end with more behind it is part of one.</summary>
    public bool PastesAsKeys { get; init; }

    public static Keys OfConsole() =>
        new(() => Console.ReadKey(intercept: true), () => Console.KeyAvailable, own => Console.TreatControlCAsInput = own)
        {
            PastesAsKeys = OperatingSystem.IsWindows(),
        };
}
