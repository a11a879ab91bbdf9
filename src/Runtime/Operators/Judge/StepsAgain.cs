using Runtime.Operators.Cluster;

namespace Runtime.Operators.Judge;

/// <summary>
/// The steps that made a labeling of columns, to be done again with other rows or other columns. Of what they show nothing is shown.
/// </summary>
sealed record StepsAgain(Clusterer Model, Clustering Step)
{
    /// <exception cref="Refusal">No clustering of the script made the labeling.</exception>
    public static StepsAgain Of(Study study, string labeling) =>
        study.Models.Find(labeling) is Clusterer { Step: Clustering step } model ? new(model, step with { As = null })
            : throw new Refusal($"`{labeling}` was not made by a clustering of this script, and how to do it again is not known.",
                "Name what `kmeans`, `gmm`, `hdbscan`, `dbscan`, `optics` or `agglomerate` made.")
            { Argument = "Of" };

    /// <summary>The clusters of points that are made like those that were clustered.</summary>
    /// <exception cref="Refusal">It cannot be done with them: with what it says after "cannot be done with".</exception>
    public Clusters Clusters(Points points, long seed, RunContext run, string with, string hint) =>
        Tried(Step, with, hint, () => Step.Again(points, Quiet(run, seed)));

    /// <summary>The points that the steps before the clustering make of columns, each fitted anew.</summary>
    /// <exception cref="Refusal">One of the steps cannot be done with them, or how to do it again is not known.</exception>
    public Points Points(Points raw, RunContext run, string with, string hint)
    {
        var study = Study.Empty.With(raw);
        foreach (var made in Model.Chain)
        {
            if (made.Step is not { } step)
                throw new Refusal($"`{made.Name}`, which the points come from, was read from a file, and how to fit it again is not known.",
                    "Make the points by steps of this script: `scale`, `pca` and so on.")
                { Argument = "Of" };
            var plain = step with { As = null };
            study = Tried(plain, with, hint, () => plain.Apply(study, Quiet(run, run.Seed)));
        }
        return study.Current;
    }

    static T Tried<T>(Operator step, string with, string hint, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Refusal refusal)
        {
            throw new Refusal($"`{step.Text}` cannot be done with {with}. {refusal.Text}", hint);
        }
    }

    static RunContext Quiet(RunContext run, long seed) =>
        new() { Threads = run.Threads, Cancel = run.Cancel, Seed = seed, Progress = run.Progress };
}
