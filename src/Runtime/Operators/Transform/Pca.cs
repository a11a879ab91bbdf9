using Runtime.Charts;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Cluster;

namespace Runtime.Operators.Transform;

/// <summary>Principal components of the current points.</summary>
[Operator("pca", "Rotate the points onto their directions of largest variance.", Needs = Needs.Points,
    Keywords = "principal components reduce dimension scree loadings whiten")]
[AlsoCalled("prcomp", "princomp", "principal_components", "principal_component_analysis", "reduce_dimensions",
    "dimensionality_reduction", "reduce_dim", "decomposition")]
[InsteadOf("singular value decomposition", "svd", "TruncatedSVD", "lsa")]
[InsteadOf("multidimensional scaling", "mds", "cmdscale")]
[InsteadOf("matrix factorisation", "KernelPCA", "SparsePCA", "autoencoder", "lda", "LinearDiscriminantAnalysis", "discriminant")]
[Example("pca variance=0.93", After = "scale minmax")]
[Example("pca components=2 whiten=true", After = "scale standard")]
[Cite("Pearson 1901, Philosophical Magazine 2(11); Jolliffe 2002, Principal Component Analysis")]
public sealed record Pca : Operator
{
    [Arg("Keep the fewest components that hold this share of the variance."), Between(0, 1)]
    [AlsoCalled("explained_variance", "explained", "share", "threshold", "variance_explained", "explained_variance_ratio")]
    public double? Variance { get; init; }

    [Arg("Keep this many components; all when neither this nor the variance is given."), Between(1, 100_000)]
    [AlsoCalled("n_components", "k", "ncomp", "n", "dims", "dimensions", "n_comps", "npcs", "rank")]
    public int? Components { get; init; }

    [Arg("Bring every component to variance 1.")]
    [AlsoCalled("whitening", "sphere", "scale", "normalize")]
    public bool Whiten { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        var available = before.Current?.Columns?.Count;
        if (Variance is not null && Components is not null)
            check.Refuse(nameof(Variance), "`pca` takes `variance` or `components`, not both.", "Leave one of them out.");
        else if (Components > available)
            check.Refuse(nameof(Components), $"The points have only {Wording.Plural(available.Value, "column")}.",
                $"Ask for at most {available} components.");
        // Said here, it is not said again of what follows.
        else if (!Whiten) OneScale.Ask(before, check);
        // Of more columns than rows there are fewer components; how many rows there will be is not known here.
        var count = Variance is null ? Components ?? (available > PrincipalComponents.Many ? null : available) : null;
        var name = NameIn(before);
        return before.With(new PointsShape(name, count is { } c ? Names(c) : null) { Source = before.Current?.Source })
            .With(ModelShape.Of<PcaModel>(name));
    }
    protected override Price Cost(Workload load) => new Price
    {
        Shared = load.Rows * load.Dimensions * (2 + load.Dimensions),
        Alone = 1e8 + 10 * load.Dimensions * load.Dimensions * load.Dimensions,
        Memory = 8 * load.Rows * load.Dimensions,
    } + Price.Showing(tables: 2, charts: 2);

    protected override Study Run(Study study, RunContext run)
    {
        var points = study.Current;
        var work = run.Work;
        work.Report("finding components");
        var fit = Fit(points, work);
        var (name, count) = (NameIn(study.Shape), Count(fit, points, run));
        var model = new PcaModel(name, fit, count, Whiten) { Inputs = points.Columns, Outputs = Names(count), Step = this };
        Show(points, model, Variance, run);
        work.Report("rotating points");
        var scores = model.Apply(points.Matrix, work);
        BiplotView.Show(model, scores, run);
        return study.With(points.Through(model, scores)).With(model);
    }

    static ValueList<string> Names(int count) => [.. Enumerable.Range(1, count).Select(c => $"pc{c}")];

    static PrincipalComponents Fit(Points points, Work work)
    {
        if (points.Matrix.Rows < 2) throw new Refusal("`pca` needs at least two rows.", "Check the file or the last `filter`.");
        var fit = points.Fit(matrix => PrincipalComponents.Fit(matrix, work));
        return fit.Variances[0] > 0 ? fit
            : throw new Refusal($"All rows of `{points.Name}` are the same: there is no variance to find components of.",
                "Choose columns that vary with `features`.");
    }

    int Count(PrincipalComponents fit, Points points, RunContext run)
    {
        var count = Variance is { } share ? fit.Holding(share) : Components ?? fit.Components.Length;
        if (count > fit.Components.Length)
        {
            throw new Refusal(
                $"{Wording.Plural(points.Matrix.Rows, "row")} vary along {Wording.Plural(fit.Components.Length, "component")} at most.",
                $"Ask for `components={fit.Components.Length}` or fewer.")
            { Argument = nameof(Components) };
        }
        if (count <= fit.Rank) return count;
        var (why, hint) = Lack(fit, points);
        run.Warn($"Only {Wording.Plural(fit.Rank, "component")} of {count} {(fit.Rank == 1 ? "has" : "have")} any variance: {why}.", hint);
        if (Whiten)
            throw new Refusal("A component without variance cannot be brought to variance 1.",
                $"Ask for `components={fit.Rank}`, or leave out `whiten`.")
            { Argument = nameof(Whiten) };
        return count;
    }

    /// <summary>Why components have no variance.</summary>
    static (string Why, string Hint) Lack(PrincipalComponents fit, Points points)
    {
        var constant = fit.Constant.Count == 0 ? ""
            : $"{Wording.Names(fit.Constant.Select(j => points.Columns[j]))} {(fit.Constant.Count == 1 ? "is" : "are")} constant";
        if (fit.IsDependent)
            return (constant + (constant.Length > 0 ? ", and " : "") + "some columns follow from others",
                "Leave out columns that repeat others.");
        return constant.Length > 0 ? (constant, "Leave constant columns out of `features`.")
            : ("beside the largest the others are lost to rounding, which is a matter of units",
                "Bring the columns to one scale first with `scale standard`.");
    }

    static void Show(Points points, PcaModel model, double? asked, RunContext run)
    {
        var (name, fit) = (model.Name, model.Fit);
        var names = Names(fit.Components.Length);
        double[] cumulative = [.. fit.Ratios.Select((_, c) => fit.Share(c + 1))];
        run.Show(new Sheet($"{name}_ratios", "Variance of the components",
        [
            new("component", CellFormat.Text, [.. names]),
            new("variance", CellFormat.Number, [.. fit.Variances.Select(v => (object)v)]),
            new("ratio", CellFormat.Share, [.. fit.Ratios.Select(v => (object)v)]),
            new("cumulative", CellFormat.Share, [.. cumulative.Select(v => (object)v)]),
        ]));
        ShowScree(model, names, cumulative, asked, run);
        ShowLoadings(points, model, run);
        run.Say(Saying(model));
    }

    static string Saying(PcaModel model) =>
        $"{model.Components} of {Wording.Plural(model.Fit.Components.Length, "component")} {(model.Components == 1 ? "keeps" : "keep")} "
            + $"{Wording.Share(model.Variance)} of the variance.";

    static void ShowScree(PcaModel model, ValueList<string> names, double[] cumulative, double? asked, RunContext run) =>
        run.Show(new BarChart($"{model.Name}_scree", $"How much of the variance each component of `{model.Name}` holds", names,
            [new Series("of the component", model.Fit.Ratios)])
        {
            Horizontal = false,
            Format = CellFormat.Share,
            ValueAxis = "share of variance",
            Line = new Series("up to here", cumulative),
            Meant = model.Components,
            Rule = asked is { } share ? (share, "asked for") : null,
            Note = $"{Saying(model)} Dark bars are kept"
                + $"{(asked is { } most ? $"; the line is at the {Wording.Share(most)} asked for" : "")}.",
        });

    static void ShowLoadings(Points points, PcaModel model, RunContext run)
    {
        string[] kept = [.. Names(model.Components)];
        var loadings = model.Fit.Components[..model.Components];
        run.Show(new Sheet($"{model.Name}_loadings", "Loadings of the components",
        [
            new("component", CellFormat.Text, kept),
            .. points.Columns.Select((column, j) => new SheetColumn(column, CellFormat.Number, [.. loadings.Select(l => (object)l[j])])),
        ]));
        var (component, column) = (0, Enumerable.Range(0, points.Columns.Count).MaxBy(j => Math.Abs(loadings[0][j])));
        run.Show(new Heatmap($"{model.Name}_loadings", $"What each component of `{model.Name}` is made of", [.. model.AxisTitles],
            points.Columns, loadings)
        {
            Diverging = true,
            Reach = 1,
            ColourAxis = "loading",
            Note = $"`{kept[component]}` is mostly `{points.Columns[column]}` ({Wording.Number(loadings[component][column])}).",
        });
    }
}
