namespace Runtime;

/// <summary>
/// What is below this class is declared by being there, as operators, formats and commands are: while compiling, <c>AllOf…</c> is made of
/// those of its assembly that can be made. Each has a constructor that takes nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GatheredAttribute : Attribute
{
    /// <summary>The attribute that each must have to be listed: the list is of types and of what theirs says. None is made.</summary>
    public Type? With { get; init; }
}
