namespace Runtime.Numerics;

/// <summary>An algorithm cannot go on with these numbers: their range is beyond what doubles can square and compare.</summary>
/// <remarks>What is wrong with how an algorithm is called is an <see cref="ArgumentException"/>.</remarks>
/// <param name="message">A sentence; with a column, what is to be said of it: "spans too wide a range.".</param>
/// <param name="advice">What to do about it, where that depends on what is wrong.</param>
/// <param name="column">The number of the column at fault, where it is one.</param>
public sealed class NumericsException(string message, string? advice = null, int? column = null) : Exception(message)
{
    public string? Advice => advice;

    public int? Column => column;
}
