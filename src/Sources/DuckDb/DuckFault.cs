namespace Sources.DuckDb;

/// <summary>What the database says is wrong, in its own words.</summary>
sealed class DuckFault(string message) : Exception(message)
{
    /// <summary>The first sentence of it, without what kind of fault it is, as part of a sentence of ours.</summary>
    public string Short => Shortened(Message);

    /// <summary>What kind of fault it is: <c>Binder</c>, <c>Parser</c>.</summary>
    public string Kind => Message.IndexOf(" Error: ", StringComparison.Ordinal) is > 0 and var end ? Message[..end] : "";

    static string Shortened(string message)
    {
        var line = message.Split('\n')[0].Trim();
        while (line.IndexOf(" Error: ", StringComparison.Ordinal) is > 0 and < 40 and var end) line = line[(end + " Error: ".Length)..];
        return line.TrimEnd('.', '!');
    }
}
