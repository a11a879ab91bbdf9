using Runtime.Charts;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Cluster;

namespace Runtime.Operators.Transform;

/// <summary>Independent components of the current points.</summary>
[Operator("ica", "Find directions along which the points are far from Gaussian and independent of each other.", Needs = Needs.Points,
    Costly = true, Keywords = "independent components fastica sources blind separation unmix cocktail")]
[AlsoCalled("FastICA", "independent_component_analysis", "independent_components", "icafast", "picard", "bss")]
[Example("ica", After = "scale standard")]
[Example("ica components=3 as sources", After = "scale standard")]
[Cite("Hyvärinen 1999, IEEE Transactions on Neural Networks 10(3), 626–634; Ablin, Cardoso & Gramfort 2018, ICASSP")]
public sealed record Ica : Operator
{
    [Arg("How many components; fewer than there are columns are sought among as many principal ones."), Between(1, 1000)]
    [AlsoCalled("n_components", "k", "n", "ncomp", "dims", "num_components", "sources")]
    public int? Components { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        var available = before.Current?.Columns?.Count;
        if (Components > available)
            check.Refuse(nameof(Components), $"The points have only {Wording.Plural(available.Value, "column")}.",
                $"Ask for at most {available} components.");
        // All components together are the same in any units; those of largest variance are not.
        else if (Components < available) OneScale.Ask(before, check);
        var name = NameIn(before);
        var made = new PointsShape(name, (Components ?? available) is { } count ? Names(count) : null) { Source = before.Current?.Source };
        return before.With(made).With(ModelShape.Of<IcaModel>(name));
    }
    protected override Price Cost(Workload load) => new Price
    {
        Shared = 170 * load.Rows * load.Dimensions * (Components ?? load.Dimensions),
        Memory = 16 * load.Rows * load.Dimensions,
        Spread = 2,
    } + Price.Showing(tables: 2, charts: 1);

    protected override Study Run(Study study, RunContext run)
    {
        var points = study.Current;
        if (points.Matrix.Rows < 2) throw new Refusal("`ica` needs at least two rows.", "Check the file or the last `filter`.");
        var principal = points.Fit(matrix => PrincipalComponents.Fit(matrix, run.Work));
        var count = Components ?? points.Columns.Count;
        if (!(principal.Variances[0] > 0) || count > principal.Rank) throw TooMany(points, principal, count);
        var fit = points.Fit(matrix => IndependentComponents.Fit(matrix, principal, count, run.Work));
        var model = new IcaModel(NameIn(study.Shape), fit) { Inputs = points.Columns, Outputs = Names(count), Step = this };
        Show(points, principal, model, run);
        Tell(model, points.Matrix.Rows, run);
        return study.With(points.Through(model, model.Apply(points.Matrix, run.Work))).With(model);
    }

    static ValueList<string> Names(int count) => [.. Enumerable.Range(1, count).Select(c => $"ic{c}")];

    static Refusal TooMany(Points points, PrincipalComponents principal, int count)
    {
        var rank = principal.Variances[0] > 0 ? principal.Rank : 0;
        return new($"`{points.Name}` varies in {Wording.Plural(rank, "direction")} only, and {Wording.Count(count)} are asked for: "
            + "columns are constant or follow from others.",
            rank > 0 ? $"Ask for `components={rank}` or fewer." : "Choose columns that vary with `features`.")
        { Argument = nameof(Components) };
    }

    static void Show(Points points, PrincipalComponents principal, IcaModel model, RunContext run)
    {
        var correlations = Correlations(principal, model.Fit);
        run.Show(new Sheet($"{model.Name}_components", "How far from Gaussian each component is, and what it goes with",
        [
            new("component", CellFormat.Text, [.. model.Outputs]),
            new("excess_kurtosis", CellFormat.Number, [.. model.Fit.ExcessKurtosis.Select(k => (object)k)]),
            .. points.Columns.Select((name, j) => new SheetColumn(name, CellFormat.Number, [.. correlations.Select(c => (object)c[j])])),
        ]));
        var telling = Enumerable.Range(0, points.Columns.Count).MaxBy(j => Math.Abs(correlations[0][j]));
        run.Show(new Heatmap($"{model.Name}_correlations", $"How columns go with the components of `{model.Name}`", [.. model.Outputs],
            points.Columns, correlations)
        {
            Diverging = true,
            Reach = 1,
            ColourAxis = "correlation",
            Note = $"`{model.Outputs[0]}`, the farthest from Gaussian, goes mostly with `{points.Columns[telling]}` "
                + $"({Wording.Number(correlations[0][telling])}).",
        });
        foreach (var metric in model.Metrics) run.Show(metric);
    }

    /// <summary>Of each component with each column: what a unit of it adds, over the deviation of the column.</summary>
    static double[][] Correlations(PrincipalComponents principal, IndependentComponents fit)
    {
        var deviations = new double[fit.Mean.Length];
        for (var j = 0; j < deviations.Length; j++)
            deviations[j] = Math.Sqrt(principal.Variances.Zip(principal.Components, (v, c) => v * c[j] * c[j]).Sum());
        return Array.ConvertAll(fit.Mixing, added =>
            added.Select((x, j) => deviations[j] > 0 ? Math.Clamp(x / deviations[j], -1, 1) : 0).ToArray());
    }

    static void Tell(IcaModel model, int rows, RunContext run)
    {
        run.Say($"`{model.Outputs[0]}` is the farthest from Gaussian: its excess kurtosis is {Wording.Number(model.Kurtosis)}.");
        if (!model.Converged)
            run.Warn($"The axes still turn after {Wording.Plural(model.Iterations, "round")}: the components are not settled.",
                "Ask for fewer `components`, or leave out columns that are nearly Gaussian.");
        // The kurtosis of a Gaussian sample has a standard error of √(24/n).
        string[] plain = [.. model.Outputs.Where((_, c) => Math.Abs(model.Fit.ExcessKurtosis[c]) < 2 * Math.Sqrt(24.0 / rows))];
        if (plain.Length > 1)
            run.Warn($"{Wording.Names(plain)} cannot be told from Gaussian by kurtosis: they may be any rotation of each other.",
                $"Ask for `components={Math.Max(1, model.Components - plain.Length)}`, or read only the others.");
    }
}
