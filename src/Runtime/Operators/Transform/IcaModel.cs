using Runtime.Numerics.Transforms;

namespace Runtime.Operators.Transform;

/// <summary>Independent components, all of which are kept.</summary>
public sealed record IcaModel(string Name, IndependentComponents Fit) : Projection(Name)
{
    [Metric("How many components there are.")]
    public int Components => Fit.Unmixing.Length;

    [Metric("The excess kurtosis that is farthest from 0, which is that of a Gaussian.", Decimals = 4)]
    public double Kurtosis => Fit.ExcessKurtosis[0];

    [Metric("Passes over all rows.")]
    public int Iterations => Fit.Iterations;

    [Metric("1 when the axes stood still in the end, 0 when the passes ran out.")]
    public bool Converged => Fit.Converged;

    public override bool IsOfOneUnit => true;

    public override Matrix Apply(Matrix points, Work work) => Fit.Transform(points, work);

    protected override void AddContent(ContentHash hash)
    {
        hash.Add<double>(Fit.Mean);
        foreach (var axis in Fit.Unmixing) hash.Add<double>(axis);
    }
}
