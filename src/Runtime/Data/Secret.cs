namespace Runtime.Data;

/// <summary>A text that is told to no one: whatever shows it, shows dots. Where it is kept is said, not what it is.</summary>
sealed class Secret
{
    readonly Func<string> reveal;

    Secret(Func<string> reveal) => this.reveal = reveal;

    /// <summary><c>env:NAME</c> or <c>file:PATH</c>; null when it is neither.</summary>
    public static Secret? At(string place) => place.Split(':', 2) switch
    {
        ["env", { Length: > 0 } name] => new(() => Environment.GetEnvironmentVariable(name)
            ?? throw new Refusal($"The environment has no `{name}`, which holds a password.", "Set it before `pipe` is started.")),
        ["file", { Length: > 0 } path] => new(() => OfFile(path)),
        _ => null,
    };

    /// <summary>For whom it opens something, and for nobody else.</summary>
    /// <exception cref="Refusal">It is not where it should be.</exception>
    public string Reveal() => reveal();

    public override string ToString() => "•••";

    static string OfFile(string path)
    {
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"The file `{path}`, which holds a password, cannot be read.", "Check that it is there and may be read.");
        }
    }
}
