namespace Runtime.Expressions;

/// <summary>What is wrong with a part of an expression.</summary>
/// <param name="Instead">What to write in place of the part; null when nothing is likely.</param>
public sealed record Mistake(Expression About, string Text, string? Hint, string? Instead = null);
