namespace Runtime.Numerics;

/// <summary>What k-means found.</summary>
/// <param name="Centres">k × d.</param>
/// <param name="Labels">The nearest centre of each of the n rows.</param>
/// <param name="Inertia">Sum of squared distances to the nearest centre (units of the points, squared).</param>
public sealed record KMeansFit(double[][] Centres, int[] Labels, double Inertia, int Iterations, bool Converged);
