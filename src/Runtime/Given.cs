namespace Runtime;

/// <summary>
/// A value under a name that the script chooses: <c>loud = loudness > -5</c>. An operator that has an argument of type
/// <c>ValueList&lt;Given&lt;T&gt;&gt;</c> takes all names in it that are not those of its other arguments.
/// </summary>
public readonly record struct Given<T>(string Name, T Value) : IGiven
{
    object IGiven.Content => Value!;

    public override string ToString() => $"{Name}={Value}";
}

interface IGiven
{
    object Content { get; }
}
