namespace Runtime;

/// <summary>What a step fitted, with the figures that judge it.</summary>
public abstract record Model(string Name) : INamed
{
    /// <summary>Figures by name, as <c>expect</c> asks for them: <c>bic(archetypes)</c>.</summary>
    public abstract IReadOnlyList<Metric> Metrics { get; }
}
