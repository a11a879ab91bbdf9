using Runtime.Numerics.Transforms;

namespace Bench.Steps;

/// <summary>Scaling and principal components: fitted and applied.</summary>
static class TransformSteps
{
    public static Step[] All =>
    [
        new("minmax", input => Scale(input, ScalingMethod.Minmax)),
        new("standard", input => Scale(input, ScalingMethod.Standard)),
        new("pca", Components),
    ];

    static Func<string> Scale(StepInput input, ScalingMethod method)
    {
        var (points, work) = (input.Points(), input.Work);
        return () => FormattableString.Invariant($"last row {Scaling.Fit(points, method, work).Apply(points, work)[points.Rows - 1, 0]:F9}");
    }

    static Func<string> Components(StepInput input)
    {
        var (points, work) = (input.Points(), input.Work);
        return () =>
        {
            var fit = PrincipalComponents.Fit(points, work);
            fit.Transform(points, points.Columns, whiten: false, work);
            return FormattableString.Invariant($"first variance {fit.Variances[0]:F9}");
        };
    }
}
