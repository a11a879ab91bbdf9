using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>
/// How mixtures are fitted, and what there is to say of one: common to those that fit one and those that choose among many.
/// </summary>
public abstract record MixtureClustering : Clustering
{
    [Arg("Where a fit starts from.")]
    [AlsoCalled("init_params", "initialization", "start", "method_init")]
    [AlsoCalled("kmeans_plus_plus", "k_means_pp", Value = "kmeans")]
    [AlsoCalled("random_from_data", Value = "random")]
    public MixtureInit Init { get; init; }

    [Arg("What starts and moves compete by; the fit itself is of maximum likelihood.")]
    public MixturePenalty Prior { get; init; }

    [Arg("How many independent starts to take the best of; each is the best of many tried on a sample."), Between(1, 1_000)]
    [AlsoCalled("nstart", "starts", "restarts", "n_starts", "n_restarts", "repeats", "replicates")]
    public int NInit { get; init; } = 1;

    [Arg("Stop a fit after this many iterations on all rows, which come after those on a sample."), Between(1, 1_000_000)]
    [AlsoCalled("iter.max", "iterations", "n_iter", "max_iterations", "maxit")]
    public int MaxIter { get; init; } = 100;

    [Arg("Stop a fit when the mean log-likelihood changes by less."), AtLeast(0)]
    [AlsoCalled("tolerance", "eps", "convergence", "threshold", "epsilon", "stop")]
    public double Tol { get; init; } = 1e-3;

    [Arg("Added to every variance to keep it above zero."), AtLeast(0)]
    [AlsoCalled("reg_covar", "regularization", "ridge", "min_covar")]
    public double Reg { get; init; } = 1e-6;

    [Arg("Seed of the starts; the script's own when not given.")]
    [AlsoCalled("random_state", "seed_value", "rng", "random_seed", "rand_seed")]
    public int? Seed { get; init; }

    protected sealed override ModelShape Fitted(string name) => ModelShape.Of<MixtureModel>(name);

    /// <summary>The arguments as the numerics take them.</summary>
    private protected MixtureOptions Options(RunContext run) => new()
    {
        Init = Init,
        Penalty = Prior,
        Starts = NInit,
        MaxIterations = MaxIter,
        Tolerance = Tol,
        Regularisation = Reg,
        Seed = Seed ?? run.Seed,
    };
    /// <summary>Starts compete on a sample, and the best goes over all rows until it no longer changes.</summary>
    protected static Price PriceOf(Workload load, double k, CovarianceKind kind, double starts)
    {
        var square = kind is CovarianceKind.Full or CovarianceKind.Tied ? 0.5 * load.Dimensions : 1;
        var each = k * (6 + load.Dimensions * (1 + square));
        return starts * new Price
        {
            Shared = each * (1.8e6 * k * Math.Min(1, 0.25 + load.Rows / 60_000) + 4 * load.Rows),
            Memory = 8 * load.Rows * (2 + k),
            Spread = 1.7,
        } + Price.Showing(tables: 2, charts: 3);
    }

    /// <summary>Every row with its likeliest component.</summary>
    private protected static Clusters Assigned(string name, MixtureFit fit, Points points, RunContext run)
    {
        var (labels, strength) = fit.Mixture.Assign(points.Matrix, run.Work);
        return new(MixtureModel.Of(name, fit, points.Matrix.Rows), labels, strength);
    }

    protected sealed override void Tell(Clusterer model, Points points, LabelColumn labels, RunContext run)
    {
        new MixtureFitView((MixtureModel)model, points, run).Show();
        new MixtureView((MixtureModel)model, points, labels, run).Show();
        new MixtureWarnings((MixtureModel)model, points, labels.Sizes, Reg, run).Tell();
    }
}
