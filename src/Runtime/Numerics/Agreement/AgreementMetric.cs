namespace Runtime.Numerics.Agreement;

/// <summary>A measure of how far two labelings agree. All that there are stand here.</summary>
/// <param name="Name">As scripts write it: <c>ami</c>.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Value">Symmetric in the two labelings except for homogeneity and completeness.</param>
public sealed record AgreementMetric(string Name, string Title, Func<Contingency, double> Value) : INamed
{
    public static AgreementMetric Ami { get; } = new("ami", "Adjusted mutual information", MutualInformation.Adjusted);

    public static NamedList<AgreementMetric> All { get; } = new(
        Ami,
        new("ari", "Adjusted Rand index", RandIndex.Adjusted),
        new("nmi", "Normalized mutual information", MutualInformation.Normalized),
        new("v", "V-measure", MutualInformation.V),
        new("homogeneity", "Homogeneity", MutualInformation.Homogeneity),
        new("completeness", "Completeness", MutualInformation.Completeness),
        new("fowlkes_mallows", "Fowlkes–Mallows index", RandIndex.FowlkesMallows));

    /// <summary>The value of a measure for two labelings of the same rows; −1 counts as a label.</summary>
    /// <exception cref="KeyNotFoundException">There is no measure of this name.</exception>
    public static double Of(string name, ReadOnlySpan<int> a, ReadOnlySpan<int> b) =>
        ((AgreementMetric)name).Value(Contingency.Of(a, b));

    /// <exception cref="KeyNotFoundException">There is no measure of this name.</exception>
    public static implicit operator AgreementMetric(string name) => All.Find(name) ?? throw new KeyNotFoundException(name);

    public override string ToString() => Name;
}
