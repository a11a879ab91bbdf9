using Runtime.Numerics.Factors;

namespace Runtime.Operators.Transform;

/// <summary>Factor analysis of the correlations of the points' columns; the scores become points.</summary>
[Operator("factors", "Explain the correlations of the columns by a few common factors.", Needs = Needs.Points,
    Costly = true, Keywords = "factor analysis efa loadings uniqueness communality kmo bartlett parallel varimax promax oblimin heywood")]
[AlsoCalled("FactorAnalysis", "factanal", "fa", "efa", "FactorAnalyzer", "common_factors", "minres")]
[AlsoCalled("varimax", As = "factors rotate=varimax")]
[AlsoCalled("promax", As = "factors rotate=promax")]
[AlsoCalled("oblimin", As = "factors rotate=oblimin")]
[AlsoCalled("kmo", "calculate_kmo", "bartlett", "cortest.bartlett", "fa.parallel", "parallel_analysis", As = "factors")]
[InsteadOf("confirmatory factor analysis", "cfa", "lavaan", "sem", "structural_equation_model")]
[Example("factors n=1")]
[Example("factors method=minres rotate=varimax as traits")]
[Cite("Jöreskog 1967, Psychometrika 32(4); Harman & Jones 1966, Psychometrika 31(3)")]
[Cite("Horn 1965, Psychometrika 30(2); Kaiser 1958 and 1974, Psychometrika 23(3) and 39(1)")]
public sealed record Factors : Operator
{
    /// <summary>Correlations that rounding makes of columns that have none.</summary>
    const double Nothing = 1e-6;

    [Arg("How many factors; by parallel analysis when not given."), Between(1, 1_000)]
    [AlsoCalled("nfactors", "n_components", "k", "components", "count")]
    public int? N { get; init; }

    [Arg("What is minimised: the likelihood's distance or the squares of the residuals.")]
    [AlsoCalled("fm", "extraction", "estimator")]
    [AlsoCalled("mle", "maximum_likelihood", "likelihood", Value = "ml")]
    [AlsoCalled("uls", "ols", "least_squares", "unweighted", Value = "minres")]
    public FactorMethod Method { get; init; }

    [Arg("How the factors are turned.")]
    [AlsoCalled("rotation", "rotations")]
    [AlsoCalled("no", "unrotated", Value = "none")]
    [AlsoCalled("orthogonal", Value = "varimax")]
    [AlsoCalled("quartimin", "oblique", Value = "oblimin")]
    public RotationMethod Rotate { get; init; }

    [Arg("The points whose columns are explained; the current ones when not given.")]
    [AlsoCalled("points", "data")]
    public PointsRef? Of { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (before.PointsOf(Of?.Name)?.Columns is { } columns) DemandColumns(columns.Count, check);
        if (before.Rows < 3) check.Refuse(null, "`factors` needs at least three rows.", "Check the file or the last `filter`.");
        var name = NameIn(before);
        var made = new PointsShape(name, N is { } n ? Names(n) : null) { Source = before.PointsOf(Of?.Name)?.Source };
        return before.With(made).With(ModelShape.Of<FactorModel>(name));
    }

    /// <summary>What the columns cannot identify is refused before anything runs.</summary>
    void DemandColumns(int columns, CheckContext check)
    {
        var most = FactorFit.MostFactors(columns);
        if (most == 0)
            check.Refuse(null, $"{Wording.Plural(columns, "column")} identify no common factor: one takes three.",
                "Choose more columns with `features`.");
        else if (N > most)
            check.Refuse(nameof(N), $"{columns} columns identify {Wording.Plural(most, "factor")} at most: {N} would have "
                + $"{Wording.Number(FactorFit.Freedom(columns, N.Value), "N0")} degrees of freedom (Ledermann's bound).",
                $"Set `n` to {most} or less.");
    }
    protected override Price Cost(Workload load) => new Price
    {
        Shared = load.Rows * load.Dimensions * (2 + load.Dimensions),
        Alone = 1e8 + 1_000 * load.Dimensions * load.Dimensions * load.Dimensions,
        Memory = 8 * load.Rows * load.Dimensions,
        Spread = 1.6,
    } + Price.Showing(tables: 3, charts: 2);

    protected override Study Run(Study study, RunContext run)
    {
        var points = study.PointsOf(Of?.Name);
        run.Work.Report("correlating columns");
        var correlations = points.Fit(matrix => CorrelationMatrix.Of(matrix, run.Work));
        Demand(correlations, points);
        var most = FactorFit.MostFactors(correlations.Columns);
        var parallel = ParallelAnalysis.Of(correlations, run.Seed, run.Work);
        var n = N ?? Math.Min(parallel.Factors, most);
        run.Work.Report("finding factors");
        var fit = FactorFit.Of(correlations, n, Method, run.Work);
        var model = new FactorModel(NameIn(study.Shape), correlations, fit, FactorRotation.Of(fit.Loadings, Rotate))
        {
            Inputs = points.Columns,
            Outputs = Names(n),
            Step = this with { Of = null },
        };
        new FactorView(model, points.Columns, parallel, Method, run).Show(N is null);
        return study.With(points.Through(model, model.Apply(points.Matrix, run.Work))).With(model);
    }

    static ValueList<string> Names(int count) => [.. Enumerable.Range(1, count).Select(f => $"f{f}")];

    static void Demand(CorrelationMatrix correlations, Points points)
    {
        if (correlations.Largest < Nothing)
            throw new Refusal(points.Chain.Any(m => m is PcaModel)
                ? $"`{points.Name}` are principal components, which do not correlate: they have no common factors."
                : $"No two columns of `{points.Name}` correlate: they have no common factors.",
                "Take the columns from before `pca`, as in `factors of=scaled`.")
            { Argument = nameof(Of) };
        if (correlations.Dependent.Count == 0) return;
        var names = Wording.Names(correlations.Dependent.Select(j => points.Columns[j]));
        throw new Refusal($"One of {names} follows from the others, so that the correlations have no inverse.",
            $"Leave one of {names} out.");
    }
}
