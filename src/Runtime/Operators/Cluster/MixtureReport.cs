using Runtime.Charts;
using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>Shows a fitted mixture and adds it to the study.</summary>
static class MixtureReport
{
    public static Study Keep(Study study, MixtureModel model, Points points, MixtureOptions options, RunContext run)
    {
        var (labels, strength) = model.Mixture.Assign(points.Matrix, run.Work);
        var labeling = new Labeling(model.Name, labels, model.Mixture.Components) { Strength = strength };
        var sizes = labeling.Sizes();
        run.Show(Components(model, points, sizes));
        run.Show(SizeChart(model.Name, $"Sizes of the {sizes.Length} components of {model.Name}", sizes));
        foreach (var metric in model.Metrics) run.Show(metric);
        Warn(model, points, options, sizes, run);
        return study.With(labeling).With(model);
    }

    public static BarChart SizeChart(string name, string title, int[] sizes) =>
        new($"{name}_sizes", title, [.. sizes.Select((_, c) => $"{c}")], [new Series("rows", [.. sizes.Select(s => (double)s)])])
        {
            CategoryAxis = "cluster",
            ValueAxis = "rows",
            Format = CellFormat.Count,
        };

    static Sheet Components(MixtureModel model, Points points, int[] sizes) => new($"{model.Name}_components", $"Components of `{model.Name}`",
    [
        new("component", CellFormat.Count, [.. sizes.Select((_, c) => (object?)c)]),
        new("weight", CellFormat.Share, [.. model.Mixture.Weights.Select(w => (object?)w)]),
        new("size", CellFormat.Count, [.. sizes.Select(s => (object?)s)]),
        .. points.Columns.Select((column, j) => new SheetColumn(column, CellFormat.Number, [.. model.Mixture.Means.Select(m => (object?)m[j])])),
    ]);

    static void Warn(MixtureModel model, Points points, MixtureOptions options, int[] sizes, RunContext run)
    {
        if (!model.Fit.Converged)
        {
            run.Warn($"`{model.Name}` had not converged after {model.Fit.Iterations} iterations.", "Raise `max_iter`, or `tol` if the digits do not matter.");
        }
        if (model.Fit.Restarts > 0)
        {
            run.Warn($"`{model.Name}` lost all rows of a component {model.Fit.Restarts} times and set it up anew.", "Lower `k`, or raise `n_init`.");
        }
        foreach (var collapse in MixtureCollapse.Describe(model.Mixture, options.Regularisation)) WarnCollapse(model, points, collapse, sizes, run);
        foreach (var collapse in MixtureCollapse.DescribeOblique(model.Mixture, options.Regularisation)) WarnOblique(model, points, collapse, sizes, run);
    }

    static void WarnOblique(MixtureModel model, Points points, CollapsedComponents collapse, int[] sizes, RunContext run)
    {
        var columns = string.Join(", ", collapse.Columns.Select(j => $"`{points.Columns[j]}`"));
        var all = collapse.Components.Length == sizes.Length;
        run.Warn(
            $"{Which(model, collapse, sizes)} lies in a plane: within it one of {columns} follows from the others, up to what `reg` adds.",
            all ? $"Leave out one of {columns}, or use `pca` first." : "Lower `k`, raise `reg`, or choose `covariance=tied`.");
    }

    static string Which(MixtureModel model, CollapsedComponents collapse, int[] sizes)
    {
        var which = collapse.Components.Length == 1 ? $"Component {collapse.Components[0]}" : $"Each of the components {string.Join(", ", collapse.Components)}";
        if (collapse.Components.Length == sizes.Length && sizes.Length > 1) which = "Every component";
        return $"{which} of `{model.Name}` ({collapse.Components.Sum(c => (long)sizes[c]):N0} rows)";
    }

    static void WarnCollapse(MixtureModel model, Points points, CollapsedComponents collapse, int[] sizes, RunContext run)
    {
        var columns = string.Join(", ", collapse.Columns.Select(j => $"`{points.Columns[j]}`"));
        var all = collapse.Components.Length == sizes.Length;
        run.Warn(
            $"{Which(model, collapse, sizes)} has no spread along {columns} beyond what `reg` adds.",
            all ? $"Leave out {columns}: nothing varies there, or it follows from the other columns." : "Lower `k`, raise `reg`, or choose `covariance=tied`.");
    }
}
