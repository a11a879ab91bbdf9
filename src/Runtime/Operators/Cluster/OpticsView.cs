using Runtime.Charts;

namespace Runtime.Operators.Cluster;

/// <summary>The reachability plot, and what to think of what was taken out of it.</summary>
sealed class OpticsView(OpticsModel model, LabelColumn labels, RunContext run)
{
    /// <summary>More steps to the right are not told apart.</summary>
    const int MostSteps = 1_000;

    public void Show()
    {
        if (labels.Rows > 1) Draw();
        var noise = (double)labels.Labels.Count(LabelColumn.Noise) / labels.Rows;
        var (eps, all) = (model.Wanted.Eps, labels.Labels.Count(0) == labels.Rows);
        if (model.Clusters == 0)
            run.Warn("No cluster was found: every point is noise.", eps is null
                ? "Try a smaller `xi` or `min_cluster`, or cut by a radius with `eps`: the order is kept."
                : "Try a larger `eps`, or `xi`, which takes clusters of any density: the order is kept.");
        else if (all)
            run.Say("All rows are one cluster. " + (eps is null
                ? "Nothing within is steep on both sides: look at the plot, and try a smaller `xi`, or cut by a radius with `eps`."
                : "A smaller `eps` divides it, at no cost: the order is kept."));
        else
            run.Say($"`{model.Name}`: {Wording.Plural(model.Clusters, "cluster")} {How()}; {Wording.Share(noise)} of the points are noise. "
                + "Another `eps` or `xi` costs nothing: the order is kept.");
        if (model.Restarts > 0)
            run.Say($"Within `max_eps` the rows fall into {Wording.Count(model.Restarts + 1)} parts that do not reach each other.");
    }

    string How() => model.Wanted.Eps is { } eps ? $"at the radius {Wording.Number(eps, "G4")}"
        : $"whose sides are steep (xi {Wording.Number(model.Wanted.Xi, "G4")})";

    void Draw()
    {
        var (reach, rows) = (model.Found.Order.Plot().Reach.ToArray(), model.Found.Order.RowOrder());
        var steps = Math.Min(MostSteps, reach.Length);
        var (ends, heights, clusters) = (new double[steps], new double[steps], new int[steps]);
        for (var step = 0; step < steps; step++)
        {
            var (start, end) = ((int)((long)step * reach.Length / steps), (int)((step + 1L) * reach.Length / steps));
            ends[step] = end;
            heights[step] = reach[start..end].Max();
            clusters[step] = rows[start..end].CountBy(r => labels.Labels[r]).MaxBy(c => (c.Value, c.Key)).Key;
        }
        var (highest, cap) = (heights.Where(double.IsFinite).DefaultIfEmpty(0).Max(), Cap(heights));
        for (var step = 0; step < steps; step++) heights[step] = Math.Min(double.IsFinite(heights[step]) ? heights[step] : highest, cap);
        run.Show(new ReachabilityChart($"{model.Name}_plot", $"How far each row is to reach, in the order of `{model.Name}`",
            ends, heights, clusters)
        {
            Cut = model.Wanted.Eps,
            Note = "Valleys are dense groups, the deeper the denser; what stands high is apart. "
                + $"{Wording.Capital(Wording.InWords(model.Clusters, "cluster"))} {How()}."
                + (cap < highest ? $" Heights above {Wording.Number(cap, "G3")}, up to {Wording.Number(highest, "G3")}, are cut." : ""),
        });
    }

    /// <summary>A few rows far from all would press the valleys down.</summary>
    double Cap(double[] heights)
    {
        double[] finite = [.. heights.Where(double.IsFinite).Order()];
        return finite.Length == 0 ? 0 : Math.Max(2 * finite[(int)(0.95 * (finite.Length - 1))], 1.1 * (model.Wanted.Eps ?? 0));
    }
}
