namespace Runtime.Numerics.Agreement;

/// <summary>A measure of how far two labelings agree.</summary>
/// <param name="Name">As scripts write it: <c>ami</c>.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Of">Its value; symmetric in the two labelings except for homogeneity and completeness.</param>
public sealed record AgreementMetric(string Name, string Title, Func<Contingency, double> Of) : INamed;

/// <summary>The measures of agreement there are, by name.</summary>
public static class AgreementMetrics
{
    public static NamedList<AgreementMetric> All { get; } = new(
        new("ami", "Adjusted mutual information", MutualInformation.Adjusted),
        new("ari", "Adjusted Rand index", RandIndex.Adjusted),
        new("nmi", "Normalized mutual information", MutualInformation.Normalized),
        new("v", "V-measure", MutualInformation.V),
        new("homogeneity", "Homogeneity", MutualInformation.Homogeneity),
        new("completeness", "Completeness", MutualInformation.Completeness),
        new("fowlkes_mallows", "Fowlkes–Mallows index", RandIndex.FowlkesMallows));

    /// <summary>The value of a measure for two labelings of the same rows; −1 counts as a label.</summary>
    /// <exception cref="KeyNotFoundException">There is no measure of this name.</exception>
    public static double Of(string name, ReadOnlySpan<int> a, ReadOnlySpan<int> b) =>
        (All.Find(name) ?? throw new KeyNotFoundException(name)).Of(Contingency.Of(a, b));
}
