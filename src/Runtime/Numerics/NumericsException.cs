namespace Runtime.Numerics;

/// <summary>An algorithm cannot go on with these numbers: their range is beyond what doubles can square and compare.</summary>
/// <remarks>What is wrong with how an algorithm is called is an <see cref="ArgumentException"/>.</remarks>
public sealed class NumericsException(string message) : Exception(message);
