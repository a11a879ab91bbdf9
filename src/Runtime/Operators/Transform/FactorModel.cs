using Runtime.Numerics.Factors;

namespace Runtime.Operators.Transform;

/// <summary>Common factors of some columns, and the weights that estimate each row's scores.</summary>
/// <param name="Correlations">What it was fitted to.</param>
/// <param name="Rotation">The loadings as they are shown.</param>
public sealed record FactorModel(string Name, CorrelationMatrix Correlations, FactorFit Fit, FactorRotation Rotation) : Projection(Name)
{
    /// <summary>Thurstone's regression: R⁻¹ times the structure ΛΦ, a list a column of weights for each factor.</summary>
    readonly double[][] weights = Weights(Correlations, Rotation);

    /// <summary>All that it is made of.</summary>
    public StoredFactors Stored =>
        new(Correlations.Values, Correlations.Means, Correlations.Deviations, Correlations.Rows, Fit, Rotation);

    public static FactorModel Restored(string name, StoredFactors stored, Work work)
    {
        work.Cancel.ThrowIfCancellationRequested();
        var correlations = CorrelationMatrix.Restored(stored.Correlations, stored.Means, stored.Deviations, stored.Rows);
        return new(name, correlations, stored.Fit, stored.Rotation) { Outputs = [] };
    }

    [Metric("How many factors there are.")]
    public int Factors => Fit.Factors;

    [Metric("Kaiser, Meyer and Olkin's measure of sampling adequacy; below 0.5 the columns have little in common.", Decimals = 4)]
    public double Kmo => Correlations.SamplingAdequacy();

    [Metric("χ² of the model.")]
    public double ChiSquare => Fit.ChiSquare(Correlations.Rows);

    [Metric("Root mean square error of approximation; above 0.1 the model does not fit.", Decimals = 4)]
    public double Rmsea => Fit.Rmsea(Correlations.Rows);

    [Metric("Tucker and Lewis' index; 1 is a perfect fit, below 0.9 a poor one.", Decimals = 4)]
    public double Tli => Fit.TuckerLewis(Correlations);

    [Metric("The least uniqueness; 0.005 is its bound, a Heywood case.", Decimals = 4)]
    public double Uniqueness => Fit.Uniquenesses.Min();

    [Metric("What the method minimised.")]
    public double Objective => Fit.Objective;

    public override Matrix Apply(Matrix points, Work work)
    {
        var scores = new double[Factors][];
        for (var f = 0; f < scores.Length; f++) scores[f] = new double[points.Rows];
        work.ForBlocks(points.Rows, (start, end) =>
        {
            for (var f = 0; f < scores.Length; f++)
                for (var j = 0; j < points.Columns; j++)
                {
                    var (column, mean, weight) = (points.Column(j), Correlations.Means[j], weights[j][f] / Correlations.Deviations[j]);
                    for (var row = start; row < end; row++) scores[f][row] += (column[row] - mean) * weight;
                }
        });
        return new Matrix(scores, points.Rows);
    }

    protected override void AddContent(ContentHash hash)
    {
        hash.Add<double>(Correlations.Means).Add<double>(Correlations.Deviations).Add<double>(Fit.Uniquenesses);
        foreach (var row in Rotation.Loadings.Concat(weights)) hash.Add<double>(row);
    }

    static double[][] Weights(CorrelationMatrix correlations, FactorRotation rotation) =>
        FactorRotation.Product(correlations.Inverse, FactorRotation.Product(rotation.Loadings, rotation.Correlations));
}

/// <summary>What a factor model is made of.</summary>
public sealed record StoredFactors(
    double[][] Correlations, double[] Means, double[] Deviations, long Rows, FactorFit Fit, FactorRotation Rotation);
