using BenchmarkDotNet.Attributes;
using Runtime.Numerics.Mixtures;

namespace Kernels;

/// <summary>One pass of expectation–maximisation, eight components.</summary>
public class EmKernels : Kernel
{
    GaussianMixture mixture = new(CovarianceKind.Full, [], [], []);

    [ParamsAllValues]
    public CovarianceKind Covariance { get; set; }

    public override void Setup()
    {
        base.Setup();
        var options = new MixtureOptions { Components = 8, Covariance = Covariance, MaxIterations = 1 };
        mixture = MixtureFit.Of(Points, options, Work).Mixture;
    }

    /// <summary>E and M.</summary>
    [Benchmark]
    public object Iteration() => new EmFit(Points, new MixtureOptions { Components = 8, Covariance = Covariance }, Work).Step(mixture);

    /// <summary>E alone.</summary>
    [Benchmark]
    public double LogLikelihood() => mixture.MeanLogLikelihood(Points, Work);
}
