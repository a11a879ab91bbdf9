using System.Text.Json;
using Runtime.Numerics;
using Runtime.Numerics.Mixtures;
using Tests.Fixtures;

namespace Tests.Runtime.Mixtures;

/// <summary>From the same start, the same parameters as scikit-learn after 1, 5 and 40 iterations.</summary>
public class GmmAgainstScikitLearn
{
    public static TheoryData<string, int> Runs
    {
        get
        {
            var runs = new TheoryData<string, int>();
            foreach (var name in Small.Names)
            {
                if (!Small.Read(name).TryGetProperty("gmm", out var gmm)) continue;
                for (var run = 0; run < gmm.GetProperty("runs").GetArrayLength(); run++) runs.Add(name, run);
            }
            return runs;
        }
    }

    [Theory, MemberData(nameof(Runs))]
    public void Same_parameters_and_likelihood(string name, int index)
    {
        var set = Small.Read(name);
        var run = set.GetProperty("gmm").GetProperty("runs")[index];
        var kind = Enum.Parse<CovarianceKind>(run.GetProperty("covariance").GetString()!, ignoreCase: true);
        var points = set.Points();
        var options = new MixtureOptions { Covariance = kind, Tolerance = 0, MaxIterations = run.GetProperty("iterations").GetInt32() };
        var fit = MixtureFit.From(points, Start(set.GetProperty("gmm").GetProperty("start"), kind), options, Work.Alone);

        var expected = Expected(run, kind).Ordered();
        var tolerance = Tolerance(name, kind);
        var scale = points[0].ToArray().Max(Math.Abs);
        Close(expected.Weights, fit.Mixture.Weights, 1, tolerance);
        for (var c = 0; c < expected.Components; c++) Close(expected.Means[c], fit.Mixture.Means[c], scale, tolerance);
        for (var c = 0; c < expected.Covariances.Length; c++) Close(expected.Covariances[c], fit.Mixture.Covariances[c], expected.Covariances[c].Max(Math.Abs), tolerance);
        Close([run.GetProperty("mean_log_likelihood").GetDouble()], [fit.MeanLogLikelihood], 1, tolerance);
        Close([run.GetProperty("bic").GetDouble()], [fit.Mixture.Bic(fit.MeanLogLikelihood, points.Rows)], 1, tolerance);
        Close([run.GetProperty("aic").GetDouble()], [fit.Mixture.Aic(fit.MeanLogLikelihood, points.Rows)], 1, tolerance);
    }

    // `far` stands a million from the origin and scikit-learn takes E[x²] − E[x]² there for all kinds but full: 1e12 · 2⁻⁵³ is what it is off by.
    static double Tolerance(string name, CovarianceKind kind) => name == "far" ? (kind == CovarianceKind.Full ? 1e-7 : 1e-3) : 1e-9;

    static void Close(double[] expected, double[] actual, double scale, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(0, (expected[i] - actual[i]) / Math.Max(scale, Math.Abs(expected[i])), tolerance);
    }

    static GaussianMixture Start(JsonElement start, CovarianceKind kind)
    {
        var (weights, means) = (start.GetProperty("weights").Numbers(), start.GetProperty("means").Rows());
        var (k, d) = (weights.Length, means[0].Length);
        double[] One() => kind switch
        {
            CovarianceKind.Diag => [.. Enumerable.Repeat(1.0, d)],
            CovarianceKind.Spherical => [1],
            _ => [.. Enumerable.Range(0, d * d).Select(i => i % (d + 1) == 0 ? 1.0 : 0)],
        };
        return new GaussianMixture(kind, weights, means, [.. Enumerable.Range(0, kind == CovarianceKind.Tied ? 1 : k).Select(_ => One())]);
    }

    static GaussianMixture Expected(JsonElement run, CovarianceKind kind)
    {
        var covariances = run.GetProperty("covariances");
        double[][] values = kind switch
        {
            CovarianceKind.Full => [.. covariances.EnumerateArray().Select(m => m.Rows().SelectMany(r => r).ToArray())],
            CovarianceKind.Tied => [[.. covariances.Rows().SelectMany(r => r)]],
            CovarianceKind.Diag => covariances.Rows(),
            _ => [.. covariances.Numbers().Select(v => new[] { v })],
        };
        return new GaussianMixture(kind, run.GetProperty("weights").Numbers(), run.GetProperty("means").Rows(), values);
    }
}
