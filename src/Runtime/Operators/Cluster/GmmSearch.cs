using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>What makes one mixture better than another.</summary>
public enum MixtureCriterion
{
    /// <summary>Bayesian information criterion: −2 ln L + p ln n; smaller is better.</summary>
    Bic,

    /// <summary>Akaike information criterion: −2 ln L + 2 p; smaller is better.</summary>
    Aic,
}

/// <summary>Fits a mixture for every number of components and covariance kind, and keeps the best.</summary>
[Operator("gmm search", "Fit mixtures over a range of k and covariance kinds and keep the best.", Needs = Needs.Points, Keywords = "model selection grid bic aic")]
[Example("gmm search k=1..3 covariance=full,diag", After = "scale standard")]
[Example("gmm search k=1..2 covariance=spherical cv=5", After = "scale standard")]
[Cite("Schwarz 1978, Ann. Statist. 6; Akaike 1974, IEEE Trans. Autom. Control 19")]
public sealed record GmmSearch : Operator
{
    [Arg("How many components, from and to.")]
    public Interval K { get; init; } = new(1, 10);

    [Arg("The covariance kinds to try.")]
    public ValueList<CovarianceKind> Covariance { get; init; } = [CovarianceKind.Full, CovarianceKind.Tied, CovarianceKind.Diag, CovarianceKind.Spherical];

    [Arg("What to judge a model by.")]
    public MixtureCriterion Criterion { get; init; }

    [Arg("Judge by the mean log-likelihood of this many held-out folds instead."), AtLeast(2)]
    public int? Cv { get; init; }

    [Arg("Where each fit starts from.")]
    public MixtureInit Init { get; init; }

    [Arg("How many independent starts to take the best of; each is the best of many tried on a sample."), AtLeast(1)]
    public int NInit { get; init; } = 1;

    [Arg("Stop a fit after this many iterations on all rows, which come after those on a sample."), AtLeast(1)]
    public int MaxIter { get; init; } = 100;

    [Arg("Stop a fit when the mean log-likelihood changes by less."), AtLeast(0)]
    public double Tol { get; init; } = 1e-3;

    [Arg("Added to every variance to keep it above zero."), AtLeast(0)]
    public double Reg { get; init; } = 1e-6;

    [Arg("Seed of the starts; the script's own when not given.")]
    public int? Seed { get; init; }

    public override Shape Check(Shape before, CheckContext check)
    {
        OneScale.Ask(before, check);
        if (K.First < 1 || K.Count < 1) check.Refuse(nameof(K), $"`k` is {K}, which holds no range of components.", "Give it from 1 up, such as `k=1..10`.");
        if (before.Rows is { } rows && K.Last > rows) check.Refuse(nameof(K), Gmm.TooMany(K.Last, rows), $"End the range at {rows} or less.");
        if (before.Rows < Cv) check.Refuse(nameof(Cv), $"`cv` is {Cv}, but there are {before.Rows} rows.", $"Set `cv` to {before.Rows} or less.");
        var name = NameIn(before);
        return before.With(new LabelingShape(name)).With(new ModelShape(name, MixtureModel.MetricNames));
    }

    public override Study Run(Study study, RunContext run)
    {
        var points = study.Current;
        if (K.First < 1 || K.Count < 1) throw new Refusal($"`k` is {K}, which holds no range of components.", "Give it from 1 up, such as `k=1..10`.") { Argument = nameof(K) };
        Gmm.Require(K.Last, points.Matrix.Rows, $"End the range at {points.Matrix.Rows} or less.");
        var search = new MixtureSearch(points.Matrix, Options(run), run.Work);
        var fits = OneScale.Within(() => search.Run(K.First, K.Last, Covariance));
        var grid = new MixtureGrid(fits, K, Covariance, points.Matrix.Rows, Criterion, Cv is { } folds ? OneScale.Within(() => search.CrossValidate(K.First, K.Last, Covariance, folds)) : null);
        var name = NameIn(study.Shape);
        grid.Show(name, run);
        var (kind, k) = grid.Best;
        var options = Options(run) with { Covariance = Covariance[kind], Components = K.First + k };
        return MixtureReport.Keep(study, new MixtureModel(name, fits[kind][k], points.Matrix.Rows), points, options, run);
    }

    MixtureOptions Options(RunContext run) => new()
    {
        Init = Init,
        Starts = NInit,
        MaxIterations = MaxIter,
        Tolerance = Tol,
        Regularisation = Reg,
        Seed = Seed ?? run.Seed,
    };
}
