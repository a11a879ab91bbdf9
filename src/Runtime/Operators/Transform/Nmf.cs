using Runtime.Charts;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Cluster;

namespace Runtime.Operators.Transform;

/// <summary>Nonnegative matrix factorisation of the current points.</summary>
[Operator("nmf", "Explain rows as sums of a few parts that only add; columns must not be below zero.", Needs = Needs.Points,
    Costly = true, Keywords = "nonnegative non-negative matrix factorization factorisation topics signatures parts")]
[AlsoCalled("nonnegative_matrix_factorization", "nnmf", "MiniBatchNMF", "matrix_factorization", "non_negative")]
[Example("nmf components=2", After = "scale minmax")]
[Example("nmf components=3 as parts", After = "scale minmax")]
[Cite("Lee & Seung 1999, Nature 401; Cichocki & Phan 2009, IEICE Trans. Fundamentals E92-A(3)")]
[Cite("Kim & Park 2008, SIAM J. Matrix Anal. Appl. 30(2); Boutsidis & Gallopoulos 2008, Pattern Recognition 41(4)")]
public sealed record Nmf : Operator
{
    [Arg("How many parts, at most as many as there are columns."), Between(1, 1000)]
    [AlsoCalled("n_components", "k", "n", "rank", "ncomp", "topics", "r")]
    public required int Components { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (before.Current?.Columns?.Count is { } available && Components > available)
            check.Refuse(nameof(Components), $"The points have only {Wording.Plural(available, "column")}.",
                $"Ask for at most {Wording.Plural(available, "component")}.");
        OneScale.Ask(before, check);
        var name = NameIn(before);
        return before.With(new PointsShape(name, Names(Components)) { Source = before.Current?.Source })
            .With(ModelShape.Of<NmfModel>(name));
    }
    protected override Price Cost(Workload load) => new Price
    {
        Shared = 650 * load.Rows * load.Dimensions * Components,
        Memory = 8 * load.Rows * (load.Dimensions + Components),
        Spread = 2,
    } + Price.Showing(tables: 2, charts: 1);

    protected override Study Run(Study study, RunContext run)
    {
        var points = study.Current;
        Demand(points, run);
        var fit = points.Fit(matrix => NonnegativeParts.Fit(matrix, Components, run.Work));
        var model = new NmfModel(NameIn(study.Shape), fit) { Inputs = points.Columns, Outputs = Names(Components), Step = this };
        Show(points, model, run);
        Tell(points, model, run);
        return study.With(points.Through(model, model.Apply(points.Matrix, run.Work))).With(model);
    }

    static ValueList<string> Names(int count) => [.. Enumerable.Range(1, count).Select(c => $"part{c}")];

    void Demand(Points points, RunContext run)
    {
        if (points.Matrix.Rows == 0) throw new Refusal("`nmf` needs rows.", "Check the file or the last `filter`.");
        var least = Enumerable.Range(0, points.Columns.Count)
            .Select(j => (Column: points.Columns[j], Value: points.Matrix.Column(j).Min())).Where(c => c.Value < 0).ToArray();
        var more = least.Length > 5 ? $", and {least.Length - 5} more are below zero" : "";
        if (least.Length > 0)
            throw new Refusal("`nmf` adds parts and takes nothing away, but "
                + $"{Wording.And(least.Take(5).Select(c => $"`{c.Column}` goes down to {Wording.Number(c.Value, "G4")}"))}{more}.",
                "Put `scale minmax` before it, choose columns that are never below zero, or use `pca` or `ica`.");
        var directions = points.Fit(matrix => NonnegativeParts.Directions(matrix, run.Work));
        if (directions >= Components) return;
        throw new Refusal(directions == 0 ? $"All numbers of `{points.Name}` are zero."
            : $"The rows of `{points.Name}` lie in {Wording.Plural(directions, "direction")} only, and {Components} parts are asked for: "
                + "columns are zero or follow from others.",
            directions == 0 ? "Choose other columns with `features`." : $"Ask for `components={directions}` or fewer.")
        { Argument = nameof(Components) };
    }

    static void Show(Points points, NmfModel model, RunContext run)
    {
        var fit = model.Fit;
        run.Show(new Sheet($"{model.Name}_parts", "What each part consists of, its largest column 1, and how much of all it adds",
        [
            new("part", CellFormat.Text, [.. model.Outputs]),
            new("share", CellFormat.Share, [.. fit.Shares.Select(s => (object)s)]),
            .. points.Columns.Select((name, j) => new SheetColumn(name, CellFormat.Number, [.. fit.Parts.Select(p => (object)p[j])])),
        ]));
        run.Show(new Heatmap($"{model.Name}_loadings", $"What the parts of `{model.Name}` consist of", [.. model.Outputs], points.Columns,
            fit.Parts)
        {
            Reach = 1,
            ColourAxis = "of the largest column",
            Note = $"`{model.Outputs[0]}`, which adds most, is {Most(points, fit.Parts[0])}.",
        });
        foreach (var metric in model.Metrics) run.Show(metric);
    }

    static void Tell(Points points, NmfModel model, RunContext run)
    {
        run.Say($"{Wording.Capital(Wording.InWords(model.Components, "part"))} make{(model.Components == 1 ? "s" : "")} all but "
            + $"{Wording.Share(model.RelativeError)} of the length of the rows. "
            + string.Join("; ", model.Outputs.Take(8).Select((name, c) =>
                $"`{name}` ({Wording.Share(model.Fit.Shares[c])} of the sum) is {Most(points, model.Fit.Parts[c])}")) + ".");
        if (!model.Converged)
            run.Warn($"The parts still change after {Wording.Plural(model.Iterations, "round")}: their last digits are not settled.",
                "Ask for fewer `components`, or leave it at that where a few digits are enough.");
    }

    /// <summary>The columns that a part mostly consists of.</summary>
    static string Most(Points points, double[] part)
    {
        int[] strong = [.. Enumerable.Range(0, part.Length).Where(j => part[j] >= 0.5).OrderByDescending(j => part[j]).Take(3)];
        return $"mostly {Wording.And(strong.Select(j => $"`{points.Columns[j]}`"))}";
    }
}
