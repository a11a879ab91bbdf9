namespace Runtime.Numerics.Mixtures;

/// <summary>A mixture as expectation–maximisation left it.</summary>
/// <param name="MeanLogLikelihood">Of the mixture's final parameters, in nats a row.</param>
/// <param name="Iterations">M-steps on all rows.</param>
/// <param name="Converged">The last change was below the tolerance.</param>
/// <param name="Restarts">Components that collapsed on the way and were set up anew.</param>
public sealed record MixtureFit(GaussianMixture Mixture, double MeanLogLikelihood, int Iterations, bool Converged, int Restarts);
