using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Runtime.Data.Samples;
using Runtime.Numerics;
using Runtime.Numerics.Agreement;
using Runtime.Numerics.Density;
using Runtime.Numerics.Embedding;
using Runtime.Numerics.Factors;
using Runtime.Numerics.Hierarchies;
using Runtime.Numerics.Mixtures;
using Runtime.Numerics.Rows;
using Runtime.Numerics.Statistics;
using Runtime.Numerics.Transforms;

namespace Tests.Runtime.Determinism;

/// <summary>
/// Hashes of the bits of what the numerics make of some points, for <see cref="SameBitsLaw"/>; run by it as a program of
/// its own.
/// </summary>
static class Fingerprints
{
    const int Few = 2_000, Many = 9_001;

    static readonly Matrix Points = Make(Many), Small = Points.Take([.. Enumerable.Range(0, Few)]);

    /// <summary>What the machine's vectors are here, and a line for each fixture; without threads, the first alone.</summary>
    public static IEnumerable<string> Lines(int threads)
    {
        yield return $"vectors {Vector<double>.Count} {Vector128.IsHardwareAccelerated} {Vector256.IsHardwareAccelerated} {Vector512.IsHardwareAccelerated}";
        if (threads == 0) yield break;
        foreach (var (name, of) in Fixtures) yield return $"{name} {Hash(of(new Work(threads)))}";
    }

    static readonly (string Name, Func<Work, IEnumerable<double>> Of)[] Fixtures =
    [
        ("elementary", _ => Enumerable.Range(1, 500).SelectMany(Elementary)),
        ("sample", w => Samples.Open("moons").Draw(500, 3, w).Columns.Concat(Samples.Open("spotify").Draw(300, 3, w).Columns).OfType<NumberColumn>().SelectMany(c => c.Storage)),
        ("moments", w => Enumerable.Range(0, Points.Columns).SelectMany(j => Of(Moments.Of(Points.Column(j), w)))),
        ("comoments", w => from m in CoMoments.Of(Columns, Points.Rows, w) is var all ? Pairs.Select(p => all[p.I, p.J]) : [] from x in Of(m) select x),
        ("group means", w => GroupMeans.Of(Points, Groups, 4, w) is var g ? [.. g.Means.SelectMany(m => m), .. g.Distances.SelectMany(m => m)] : []),
        ("scaling", w => new[] { ScalingMethod.Minmax, ScalingMethod.Standard, ScalingMethod.Robust }.SelectMany(m => Of(Scaling.Fit(Points, m, w).Apply(Points, w)))),
        ("pca", w => PrincipalComponents.Fit(Points, w) is var pca ? [.. pca.Variances, .. Of(pca.Transform(Points, 4, true, w))] : []),
        ("ica", w => IndependentComponents.Fit(Points, PrincipalComponents.Fit(Points, w), 3, w) is var ica ? [.. ica.ExcessKurtosis, .. Of(ica.Transform(Points, w))] : []),
        ("nmf", w => NonnegativeParts.Fit(Scaling.Fit(Points, ScalingMethod.Minmax, w).Apply(Points, w), 2, w) is var nmf ? [nmf.RelativeError, .. nmf.Shares, .. nmf.Parts.SelectMany(p => p)] : []),
        ("umap", w => NeighbourEmbedding.Fit(Small, 2, 15, NearnessCurve.Of(0.1), 20, 1, w) is var (fit, places)
            ? [.. Of(places), NeighbourPreservation.Of(fit.Points, fit.Places, 15, 300, 1, w).Trustworthiness] : []),
        ("pairs", w => PairCounts.Of(Points, null, 1, 16, w) is var (b, c) ? [.. b.Low, .. b.High, .. c.Densities.SelectMany(g => g.SelectMany(p => p.Select(x => (double)x)))] : []),
        ("quantiles", w => Enumerable.Range(0, 11).Select(i => Distribution.Of(Points[2]).Quantile(i / 10.0))),
        ("group figures", w => Grouping.Of(Ranks.Of(new NumberColumn("g", Array.ConvertAll(Groups, g => (double)g), true), w)) is var g
            && new GroupedColumn(new NumberColumn("x", Points.Column(1), false), g, w) is var x
            ? Enum.GetValues<GroupFigure>().Where(f => !f.IsOfRows()).SelectMany(f => ((NumberColumn)x.Of("x", f)).Storage) : []),
        ("kmeans", w => KMeansFit.Of(Points, 5, 2, 20, 1e-4, 1, w) is var f ? [f.Inertia, .. f.Centres.SelectMany(c => c), .. Of(f.Labels)] : []),
        ("density", w => DensityTree.Of(Make(Few), 8, w).Extract(new Extraction(40), w) is var c ? [.. c.Flat.Persistence, .. c.Strength, .. Of(c.Labels)] : []),
        ("density of many columns", w => DensityTree.Of(Wide(), 8, w).Extract(new Extraction(30), w) is var c ? [.. c.Flat.Persistence, .. c.Strength, .. Of(c.Labels)] : []),
        .. Enum.GetValues<Linkage>().Select(link => ($"hierarchy {link}", (Func<Work, IEnumerable<double>>)(w => Hierarchical(link, w)))),
        .. Enum.GetValues<FactorMethod>().Select(method => ($"factors {method}", (Func<Work, IEnumerable<double>>)(w => Factored(method, w)))),
        ("agreement", _ => AgreementMetric.All.Select(m => m.Value(Contingency.Of(Groups, [.. Points.Column(0).Select(x => (int)x)])))),
        .. Enum.GetValues<CovarianceKind>().Select(kind => ($"mixture {kind}", (Func<Work, IEnumerable<double>>)(w => Mixture(kind, w)))),
    ];

    static IEnumerable<double> Hierarchical(Linkage link, Work work)
    {
        var tree = Hierarchy.Of(PlacedPoints.Of(Make(Few), work), link, 200, work);
        return [tree.SumOfHeights, tree.Cophenetic, .. Enumerable.Range(1, 300).Select(tree.HeightTo), .. Of(tree.Cut(40, work).Labels)];
    }

    static IEnumerable<double> Factored(FactorMethod method, Work work)
    {
        var correlations = CorrelationMatrix.Of(Points, work);
        var fit = FactorFit.Of(correlations, 2, method, work);
        var turned = Enum.GetValues<RotationMethod>().SelectMany(r => FactorRotation.Of(fit.Loadings, r).Loadings.SelectMany(l => l));
        return [fit.Objective, fit.Discrepancy, .. fit.Uniquenesses, .. turned, .. ParallelAnalysis.Of(correlations, 1, work).Random];
    }

    static double[][] Columns => [.. Enumerable.Range(0, Points.Columns).Select(Points.Column)];

    static IEnumerable<(int I, int J)> Pairs => from i in Enumerable.Range(0, Points.Columns) from j in Enumerable.Range(i, Points.Columns - i) select (i, j);

    static int[] Groups => [.. Points.Column(3).Select(x => x < -0.5 ? -1 : x > 0.5 ? 2 : x > 0 ? 1 : 0)];

    static IEnumerable<double> Mixture(CovarianceKind kind, Work work)
    {
        var options = new MixtureOptions { Components = 2, Covariance = kind, MaxIterations = 8 };
        var fit = MixtureFit.Of(Small, options, work);
        var (labels, strength) = fit.Mixture.Assign(Points, work);
        return [fit.MeanLogLikelihood, fit.Mixture.MeanLogLikelihood(Points, work), .. fit.Mixture.Covariances.SelectMany(c => c), .. Of(labels), .. strength];
    }

    /// <summary>Clouds with ties, both zeros, a column that is nearly constant and one far from zero.</summary>
    static Matrix Make(int rows)
    {
        var random = new RandomStream(11);
        var columns = Enumerable.Range(0, 5).Select(_ => new double[rows]).ToArray();
        for (var row = 0; row < rows; row++)
        {
            var group = random.Next(3);
            columns[0][row] = 3 * group + random.NextNormal();
            columns[1][row] = Math.Round(2 * group - random.NextNormal(), 1);
            columns[2][row] = random.NextDouble() < 0.1 ? (row % 2 == 0 ? 0.0 : -0.0) : 1e6 + columns[0][row] * random.NextDouble();
            columns[3][row] = random.NextNormal() * columns[1][row] / (1 + group);
            columns[4][row] = random.Next(50) == 0 ? 0.1 : 0.2;
        }
        return new Matrix(columns, rows);
    }

    /// <summary>More columns than boxes are good for.</summary>
    static Matrix Wide()
    {
        var points = Make(1_100);
        return new([.. Enumerable.Range(0, 12).Select(j => Array.ConvertAll(points.Column(j % 2), x => j * x + Math.Round(3 * x, j % 3)))], points.Rows);
    }

    static IEnumerable<double> Elementary(int i)
    {
        var x = i / 37.0;
        var (sin, cos) = HalfTurns.SinCos(x);
        return [Exponential.Of(x), Exponential.Of(-40 * x), Exponential.OfNonPositive(new Vector<double>(-x))[0], Logarithm.Of(x), Logarithm.ToTen(x), StandardNormal.Cumulative(x - 6), StandardNormal.Quantile(x / 14), sin, cos];
    }

    static IEnumerable<double> Of(Moments m) => [m.Count, m.Min, m.Max, m.Mean, m.Rest, m.Squares];

    static IEnumerable<double> Of(PairMoments m) => [m.MeanX, m.MeanY, m.SquaresX, m.SquaresY, m.Products];

    static IEnumerable<double> Of(Matrix points) => Enumerable.Range(0, points.Columns).SelectMany(points.Column);

    static IEnumerable<double> Of(int[] labels) => labels.Select(l => (double)l);

    static string Hash(IEnumerable<double> numbers) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<double>([.. numbers])))[..16];
}
