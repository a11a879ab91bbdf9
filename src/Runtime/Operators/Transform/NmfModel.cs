using Runtime.Numerics.Transforms;

namespace Runtime.Operators.Transform;

/// <summary>Parts that rows are sums of; a row becomes its weights.</summary>
public sealed record NmfModel(string Name, NonnegativeParts Fit) : Projection(Name)
{
    [Metric("How many parts there are.")]
    public int Components => Fit.Parts.Length;

    [Metric("What the parts do not make, as a share of the length of all rows: ‖X − W H‖ / ‖X‖.", Decimals = 4)]
    public double RelativeError => Fit.RelativeError;

    [Metric("Passes over all rows.")]
    public int Iterations => Fit.Iterations;

    [Metric("1 when the parts stood still in the end, 0 when the passes ran out.")]
    public bool Converged => Fit.Converged;

    public override Matrix Apply(Matrix points, Work work) => Fit.Transform(points, work);

    protected override void AddContent(ContentHash hash)
    {
        foreach (var part in Fit.Parts) hash.Add<double>(part);
    }
}
