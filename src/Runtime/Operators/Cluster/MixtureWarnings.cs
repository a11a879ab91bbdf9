using System.Globalization;
using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>What is wrong with a fitted mixture, in words.</summary>
sealed class MixtureWarnings(MixtureModel model, Points points, IReadOnlyList<int> sizes, double regularisation, RunContext run)
{
    public void Tell()
    {
        if (!model.Converged)
            run.Warn($"`{model.Name}` had not converged after {model.Iterations} iterations.",
                "Raise `max_iter`, or `tol` if the digits do not matter.");
        if (model.Restarts > 0)
            run.Warn($"`{model.Name}` lost all rows of a component {model.Restarts} times and set it up anew.",
                "Lower `k`, or raise `n_init`.");
        SayEmpty();
        SayFewRows();
        int[] constant = [.. Enumerable.Range(0, points.Columns.Count).Where(j => IsConstant(points.Matrix.Column(j)))];
        foreach (var collapse in MixtureCollapse.Describe(model.Mixture, regularisation, constant)) Flat(collapse);
        foreach (var collapse in MixtureCollapse.DescribeOblique(model.Mixture, regularisation, constant))
        {
            if (Rest(collapse) is not { } rest) continue;
            run.Warn($"{Which(rest)} lies in a plane: within it one of {Columns(rest)} follows from the others, up to what `reg` adds.",
                IsAll(rest) ? $"Leave out one of {Columns(rest)}, or use `pca` first."
                : "Lower `k`, raise `reg`, or choose `covariance=tied`.");
        }
    }

    static bool IsConstant(ReadOnlySpan<double> column) => !column.ContainsAnyExcept(column[0]);

    void SayEmpty()
    {
        int[] empty = [.. Enumerable.Range(0, sizes.Count).Where(c => sizes[c] == 0)];
        if (empty.Length > 0)
            run.Warn($"No row is likeliest in {Components(empty)} of `{model.Name}`: {(empty.Length == 1 ? "it is" : "they are")} empty.",
                $"Set `k` to {sizes.Count - empty.Length}.");
    }

    // Its covariance is what `reg` makes of it, so nothing is to be said of its axes.
    void SayFewRows()
    {
        int[] few = [.. model.Spurious.Where(c => sizes[c] > 0)];
        if (few.Length == 0) return;
        var rows = few.Sum(c => (long)sizes[c]);
        run.Warn($"{Capital(Components(few))} of `{model.Name}` {(few.Length == 1 ? "holds" : "hold")} {Wording.Plural(rows, "row")} only: "
            + "too few for a covariance, and the likelihood says little.",
            $"Look at {(rows == 1 ? "that row" : "those rows")} with `filter {model.Name} == {few[0]}`, and leave out what does not "
            + "belong, or lower `k`.");
    }

    // Many rows with one value are a fact about the data, not an accident of the fit.
    void Flat(CollapsedComponents collapse)
    {
        if (Rest(collapse) is not { } rest) return;
        var (column, value) = (points.Columns[rest.Columns[0]], model.Mixture.Means[rest.Components[0]][rest.Columns[0]]);
        run.Warn($"{Which(rest)} has no spread along {Columns(rest)} beyond what `reg` adds.",
            IsAll(rest) ? $"Leave out {Columns(rest)}: nothing varies there, or it follows from the other columns."
            : $"Its rows share one value, `{column}` is {value.ToString("0.####", CultureInfo.InvariantCulture)}: look at them as a group "
            + $"of their own with `filter`, or leave out {Columns(rest)}.");
    }

    /// <summary>What is left to say after few rows and none.</summary>
    CollapsedComponents? Rest(CollapsedComponents collapse)
    {
        int[] rest = [.. collapse.Components.Where(c => sizes[c] > 0 && !model.Spurious.Contains(c))];
        return rest.Length == 0 ? null : collapse with { Components = rest };
    }

    static string Components(int[] components) =>
        components.Length == 1 ? $"component {components[0]}" : $"the components {string.Join(", ", components)}";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    bool IsAll(CollapsedComponents collapse) => collapse.Components.Length == sizes.Count;

    string Columns(CollapsedComponents collapse) => Wording.Names(collapse.Columns.Select(j => points.Columns[j]));

    string Which(CollapsedComponents collapse)
    {
        var which = IsAll(collapse) && sizes.Count > 1 ? "Every component"
            : collapse.Components.Length == 1 ? $"Component {collapse.Components[0]}"
            : $"Each of the components {string.Join(", ", collapse.Components)}";
        return $"{which} of `{model.Name}` ({Wording.Count(collapse.Components.Sum(c => (long)sizes[c]))} rows)";
    }
}
