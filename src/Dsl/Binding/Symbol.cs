using Dsl.Diagnostics;
using Dsl.Syntax;

namespace Dsl.Binding;

public enum SymbolKind
{
    Parameter,
    Column,
    Labeling,
    Points,
    Model,
    Table,
}

/// <summary>Something that a script calls by a name.</summary>
/// <param name="Definition">Where it gets the name, or else the operator that makes it; null when it was there before the script.</param>
public sealed record Symbol(string Name, SymbolKind Kind, Span? Definition)
{
    readonly List<Span> uses = [];
    readonly HashSet<Span> known = [];

    /// <summary>
    /// Every other place that names it, in their order. What a parameter stands for is named where the parameter is declared.
    /// </summary>
    public IReadOnlyList<Span> Uses => uses;

    /// <summary>A step reads it, be it without naming it.</summary>
    public bool IsRead { get; internal set; }

    /// <summary>The step that gives it the name by <c>as</c>; null when its name comes from elsewhere.</summary>
    internal Step? NamedBy { get; init; }

    internal void Use(Span span)
    {
        if (known.Add(span)) uses.Add(span);
    }

    public bool Equals(Symbol? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
