using Runtime.Numerics.Transforms;

namespace Runtime.Operators.Transform;

/// <summary>Principal components and how many of them are kept.</summary>
public sealed record PcaModel(
    string Name,
    PrincipalComponents Fit,
    [property: Metric("How many components are kept.")] int Components,
    bool Whiten) : Projection(Name)
{
    [Metric("The share of the variance that is kept.", Decimals = 4)]
    public double Variance => Fit.Share(Components);

    public override IReadOnlyList<string> AxisTitles => [.. Outputs.Select((name, c) => $"{name} · {Wording.Share(Fit.Ratios[c])}")];

    public override bool IsOfOneUnit => true;

    public override Matrix Apply(Matrix points, Work work) => Fit.Transform(points, Components, Whiten, work);

    protected override void AddContent(ContentHash hash)
    {
        hash.Add(Components).Add(Whiten ? 1 : 0).Add<double>(Fit.Mean).Add<double>(Fit.Variances);
        foreach (var component in Fit.Components) hash.Add<double>(component);
    }
}
