using Runtime.Numerics.Transforms;

namespace Runtime.Operators.Transform;

/// <summary>Centre and unit of each column.</summary>
public sealed record ScaleModel(string Name, Scaling Scaling) : Projection(Name)
{
    public override Matrix Apply(Matrix points, Work work) => Scaling.Apply(points, work);

    protected override void AddContent(ContentHash hash) =>
        hash.Add<double>(Scaling.Centre).Add<double>(Scaling.Rest).Add<double>(Scaling.Unit);
}
