using System.Text.Json;
using Runtime.Numerics.Mixtures;

namespace Agreement;

/// <summary>Gaussian mixtures: EM from a fixed start step by step, and free fits by what they reach.</summary>
static class MixtureChecks
{
    const double FixedTolerance = 1e-6;
    const double FreeTolerance = 1e-3;

    public static void FixedStart(ReferenceSet set, AgreementTable table)
    {
        var reference = set.Json.GetProperty("gmm_fixed_start");
        var points = Oriented(set);
        var means = reference.GetProperty("means").Rows();
        double[] identity = [.. Enumerable.Range(0, points.Columns * points.Columns).Select(i => i % (points.Columns + 1) == 0 ? 1.0 : 0)];
        foreach (var run in reference.GetProperty("runs").EnumerateObject())
        {
            var (kind, iterations) = (Enum.Parse<CovarianceKind>(run.Name.Split('/')[0], ignoreCase: true), int.Parse(run.Name.Split('/')[1]));
            var start = new GaussianMixture(kind, reference.GetProperty("weights").Numbers(), means, Identities(kind, means.Length, points.Columns, identity));
            var options = new MixtureOptions { Components = means.Length, Covariance = kind, MaxIterations = iterations, Tolerance = 0 };
            var fit = MixtureFit.From(points, start, options, ReferenceSet.Context.Work);
            table.Add(set.Name, $"gmm fixed start, {run.Name}", $"{fit.MeanLogLikelihood:F9}", Apart(fit, run.Value, points.Rows), FixedTolerance);
        }
    }

    public static void FreeFit(ReferenceSet set, AgreementTable table)
    {
        var theirs = set.Json.GetProperty("gmm_k5_full").GetProperty("mean_log_likelihood").GetDouble();
        var fit = MixtureFit.Of(set.Z.Current.Matrix, new MixtureOptions { Components = 5 }, ReferenceSet.Context.Work);
        table.Add(set.Name, "gmm k=5 full, no worse", $"{fit.MeanLogLikelihood:F6} ≥ {theirs:F6}", Math.Max(0, theirs - fit.MeanLogLikelihood), FreeTolerance);
    }

    /// <remarks>
    /// scikit-learn climbs the bare likelihood, which is highest where a component lies on a plane of equal values and only `reg_covar` keeps
    /// it from being flat: on spotify_114k its nine full components have eigenvalues down to 3e-6. What competes with it climbs the same.
    /// </remarks>
    public static void Grid(ReferenceSet set, AgreementTable table)
    {
        var points = set.Z.Current.Matrix;
        var (worst, where, better, models) = (0.0, "", 0, 0);
        foreach (var entry in set.Json.GetProperty("gmm_grid").EnumerateArray())
        {
            var kind = Enum.Parse<CovarianceKind>(entry.GetProperty("covariance").GetString()!, ignoreCase: true);
            var k = entry.GetProperty("k").GetInt32();
            var fit = MixtureFit.Of(points, new MixtureOptions { Components = k, Covariance = kind, Penalty = MixturePenalty.None }, ReferenceSet.Context.Work);
            var theirs = entry.GetProperty("mean_log_likelihood").GetDouble();
            models++;
            if (fit.MeanLogLikelihood > theirs + FreeTolerance) better++;
            if (theirs - fit.MeanLogLikelihood > worst) (worst, where) = (theirs - fit.MeanLogLikelihood, $" ({kind} {k})");
        }
        table.Add(set.Name, $"gmm grid, prior=none, {models} no worse", $"{better} better{where}", worst, FreeTolerance);
    }

    /// <summary>The components of Z with the signs that the reference gave them: its start depends on them.</summary>
    static Matrix Oriented(ReferenceSet set)
    {
        var (z, rows) = (set.Z.Current.Matrix, set.Json.GetProperty("z_first_rows").Rows());
        double[] signs = [.. Enumerable.Range(0, z.Columns).Select(j => Math.Sign(z[0, j]) == Math.Sign(rows[0][j]) ? 1.0 : -1.0)];
        return new Matrix([.. signs.Select((s, j) => Array.ConvertAll(z.Column(j), x => s * x))], z.Rows);
    }

    static double[][] Identities(CovarianceKind kind, int k, int d, double[] identity) => kind switch
    {
        CovarianceKind.Full => [.. Enumerable.Repeat(identity, k)],
        CovarianceKind.Tied => [identity],
        CovarianceKind.Diag => [.. Enumerable.Repeat(Enumerable.Repeat(1.0, d).ToArray(), k)],
        _ => [.. Enumerable.Repeat(new[] { 1.0 }, k)],
    };

    static double Apart(MixtureFit fit, JsonElement reference, int rows)
    {
        var (mixture, means) = (fit.Mixture, reference.GetProperty("means").Rows());
        int[] match = [.. means.Select(m => Enumerable.Range(0, means.Length).MinBy(c => Checks.Apart(mixture.Means[c], m)))];
        double[] figures = [fit.MeanLogLikelihood, mixture.Bic(fit.MeanLogLikelihood, rows) / rows];
        double[] theirs = [reference.GetProperty("mean_log_likelihood").GetDouble(), reference.GetProperty("bic").GetDouble() / rows];
        return new[]
        {
            Checks.Apart(figures, theirs),
            Checks.Apart(match.Select(c => mixture.Weights[c]), reference.GetProperty("weights").Numbers()),
            means.Select((m, c) => Checks.Apart(mixture.Means[match[c]], m)).Max(),
            Covariances(mixture, reference.GetProperty("covariances"), match),
        }.Max();
    }

    static double Covariances(GaussianMixture mixture, JsonElement reference, int[] match)
    {
        double[][] theirs = mixture.Kind switch
        {
            CovarianceKind.Full => [.. reference.EnumerateArray().Select(c => c.Rows().SelectMany(r => r).ToArray())],
            CovarianceKind.Tied => [[.. reference.Rows().SelectMany(r => r)]],
            CovarianceKind.Diag => reference.Rows(),
            _ => [.. reference.Numbers().Select(v => new[] { v })],
        };
        return theirs.Select((c, i) => Checks.Apart(mixture.Covariances[theirs.Length == 1 ? 0 : match[i]], c)).Max();
    }
}
