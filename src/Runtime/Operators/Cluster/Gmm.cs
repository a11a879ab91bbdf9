using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>Fits a Gaussian mixture by expectation–maximisation and labels every row with its likeliest component.</summary>
[Operator("gmm", "Describe the points as a mixture of k Gaussian clouds.", Needs = Needs.Points, Keywords = "gaussian mixture soft cluster em")]
[Example("gmm k=3", After = "scale standard")]
[Example("gmm k=2 covariance=diag n_init=2 as archetypes", After = "scale standard")]
[Cite("Dempster, Laird & Rubin 1977, J. R. Stat. Soc. B 39")]
[Cite("McLachlan & Peel 2000, Finite Mixture Models")]
public sealed record Gmm : Operator
{
    [Arg("How many components."), AtLeast(1)]
    public required int K { get; init; }

    [Arg("What shape the components may have.")]
    public CovarianceKind Covariance { get; init; }

    [Arg("Where the fit starts from.")]
    public MixtureInit Init { get; init; }

    [Arg("How many independent starts to take the best of; each is the best of many tried on a sample."), AtLeast(1)]
    public int NInit { get; init; } = 1;

    [Arg("Stop after this many iterations on all rows, which come after those on a sample."), AtLeast(1)]
    public int MaxIter { get; init; } = 100;

    [Arg("Stop when the mean log-likelihood changes by less."), AtLeast(0)]
    public double Tol { get; init; } = 1e-3;

    [Arg("Added to every variance to keep it above zero."), AtLeast(0)]
    public double Reg { get; init; } = 1e-6;

    [Arg("Seed of the starts; the script's own when not given.")]
    public int? Seed { get; init; }

    public override Shape Check(Shape before, CheckContext check)
    {
        OneScale.Ask(before, check);
        if (before.Rows is { } rows && K > rows) check.Refuse(nameof(K), TooMany(K, rows), $"Set `k` to {rows} or less.");
        var name = NameIn(before);
        return before.With(new LabelingShape(name, K)).With(new ModelShape(name, MixtureModel.MetricNames));
    }

    public override Study Run(Study study, RunContext run)
    {
        var points = study.Current;
        var options = new MixtureOptions
        {
            Components = K,
            Covariance = Covariance,
            Init = Init,
            Starts = NInit,
            MaxIterations = MaxIter,
            Tolerance = Tol,
            Regularisation = Reg,
            Seed = Seed ?? run.Seed,
        };
        Require(K, points.Matrix.Rows, $"Set `k` to {points.Matrix.Rows} or less.");
        var fit = OneScale.Within(() => MixtureFit.Of(points.Matrix, options, run.Work));
        return MixtureReport.Keep(study, new MixtureModel(NameIn(study.Shape), fit, points.Matrix.Rows), points, options, run);
    }

    internal static void Require(int k, int rows, string hint)
    {
        if (k > rows) throw new Refusal(TooMany(k, rows), hint) { Argument = nameof(K) };
    }

    internal static string TooMany(int k, int rows) => $"`k` is {k}, but there are {rows} rows.";
}
