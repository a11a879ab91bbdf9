namespace Runtime.Tables;

/// <summary>
/// What a part of a study holds, in memory or still where an earlier run has kept it: of a study that has not changed most is never
/// looked at.
/// </summary>
/// <typeparam name="T">Never changes.</typeparam>
public sealed class Held<T> : IHeld where T : class
{
    readonly Lock gate = new();
    Func<string, T>? fetch;
    T? value;

    public Held(T value) => this.value = value;

    /// <param name="hash">Of what will come.</param>
    /// <param name="fetch">Brings what has this hash; asked once.</param>
    internal Held(string hash, Func<string, object> fetch) => (Hash, this.fetch) = (hash, h => (T)fetch(h));

    public T Value => value ?? Fetched();

    object IHeld.Value => Value;

    /// <summary>What stands for all that it holds, once that is known.</summary>
    public string? Hash { get; private set; }

    string IHeld.HashBy(Func<object, string> hash)
    {
        if (Hash is { } known) return known;
        lock (gate) return Hash ??= hash(Value);
    }

    T Fetched()
    {
        lock (gate)
        {
            if (value is not null) return value;
            var made = fetch!(Hash!);
            fetch = null;
            return value = made;
        }
    }
}

/// <summary>A <see cref="Held{T}"/> of whatever kind.</summary>
interface IHeld
{
    object Value { get; }

    string? Hash { get; }

    /// <summary>The hash, which is found once, whoever asks meanwhile.</summary>
    string HashBy(Func<object, string> hash);
}
