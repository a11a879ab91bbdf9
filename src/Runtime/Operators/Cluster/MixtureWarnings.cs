using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>What is wrong with a fitted mixture, in words.</summary>
sealed class MixtureWarnings(MixtureModel model, Points points, int[] sizes, double regularisation, RunContext run)
{
    public void Tell()
    {
        if (!model.Converged)
            run.Warn($"`{model.Name}` had not converged after {model.Iterations} iterations.",
                "Raise `max_iter`, or `tol` if the digits do not matter.");
        if (model.Restarts > 0)
            run.Warn($"`{model.Name}` lost all rows of a component {model.Restarts} times and set it up anew.",
                "Lower `k`, or raise `n_init`.");
        foreach (var collapse in MixtureCollapse.Describe(model.Mixture, regularisation))
            Warn(collapse, $"has no spread along {Columns(collapse)} beyond what `reg` adds",
                $"Leave out {Columns(collapse)}: nothing varies there, or it follows from the other columns.");
        foreach (var collapse in MixtureCollapse.DescribeOblique(model.Mixture, regularisation))
            Warn(collapse, $"lies in a plane: within it one of {Columns(collapse)} follows from the others, up to what `reg` adds",
                $"Leave out one of {Columns(collapse)}, or use `pca` first.");
    }

    void Warn(CollapsedComponents collapse, string what, string adviceForAll) =>
        run.Warn($"{Which(collapse)} {what}.", IsAll(collapse) ? adviceForAll : "Lower `k`, raise `reg`, or choose `covariance=tied`.");

    bool IsAll(CollapsedComponents collapse) => collapse.Components.Length == sizes.Length;

    string Columns(CollapsedComponents collapse) => Wording.Names(collapse.Columns.Select(j => points.Columns[j]));

    string Which(CollapsedComponents collapse)
    {
        var which = IsAll(collapse) && sizes.Length > 1 ? "Every component"
            : collapse.Components.Length == 1 ? $"Component {collapse.Components[0]}"
            : $"Each of the components {string.Join(", ", collapse.Components)}";
        return $"{which} of `{model.Name}` ({Wording.Count(collapse.Components.Sum(c => (long)sizes[c]))} rows)";
    }
}
