using Runtime.Numerics.Embedding;
using Runtime.Operators.Cluster;

namespace Runtime.Operators.Transform;

/// <summary>A picture of the points in few dimensions that keeps neighbours together.</summary>
[Operator("umap", "Lay the points out in two dimensions so that neighbours stay near; what is far says nothing.", Needs = Needs.Points,
    Costly = true, Keywords = "embedding manifold projection picture map nonlinear reduce dimension neighbours trustworthiness")]
[AlsoCalled("uwot", "umap_learn", "embedding", "manifold", "ParametricUMAP", "densmap")]
[InsteadOf("t-SNE", "tsne", "Rtsne", "opentsne")]
[InsteadOf("other drawings of neighbours", "pacmap", "trimap", "phate", "isomap", "lle", "spectral_embedding")]
[Example("umap", After = "scale standard")]
[Example("umap dims=3 neighbors=10 min_dist=0 epochs=100 as map", After = "scale standard")]
[Cite("McInnes, Healy & Melville 2018, arXiv:1802.03426")]
[Cite("Damrich & Hamprecht 2021, NeurIPS; Venna & Kaski 2001, ICANN (trustworthiness)")]
public sealed record Umap : Operator
{
    /// <summary>So many edges one list holds, each neighbour having two ends.</summary>
    const long MostEdges = 2_147_483_591;

    [Arg("How many dimensions it has."), Between(1, 100)]
    [AlsoCalled("n_components", "components", "ncomp", "k", "d", "dim", "dimensions")]
    public int Dims { get; init; } = 2;

    [Arg("Neighbours that hold a row, itself counted as in umap-learn: few show detail, many the whole."), Between(2, 1000)]
    [AlsoCalled("n_neighbors", "neighbours", "n_neighbours", "nn", "knn")]
    public int Neighbors { get; init; } = 15;

    [Arg("How near rows may come to each other in it, its clumps being about 1 wide."), Between(0, 1)]
    [AlsoCalled("min_distance", "dist")]
    public double MinDist { get; init; } = 0.1;

    [Arg("Times that all rows are moved; without it 500 up to 10,000 rows, 200 beyond."), Between(1, 5_000)]
    [AlsoCalled("n_epochs", "max_iter", "n_iter", "iterations")]
    public int? Epochs { get; init; }

    [Arg("The points to lay out; by default the current ones.")]
    [AlsoCalled("points", "data", "on")]
    public PointsRef? Of { get; init; }

    [Arg("Seed of what is drawn by lot; the script's own when not given.")]
    [AlsoCalled("random_state", "random_seed")]
    public int? Seed { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        OneScale.Ask(before, check);
        var name = NameIn(before);
        return before.With(new PointsShape(name, Names(Dims))).With(ModelShape.Of<UmapModel>(name));
    }
    protected override Price Cost(Workload load) => Price.Near(load.Rows, load.Dimensions, Neighbors) + new Price
    {
        Shared = 47.0 * load.Rows * Neighbors * (Epochs ?? (load.Rows > 10_000 ? 200 : 500)),
        Memory = 80 * load.Rows * Neighbors,
        Spread = 1.6,
    } + Price.Showing(tables: 1, charts: 1);

    protected override Study Run(Study study, RunContext run)
    {
        var points = study.PointsOf(Of?.Name);
        Demand(points);
        var seed = Seed ?? run.Seed;
        var (fit, places) = points.Fit(matrix =>
            NeighbourEmbedding.Fit(matrix, Dims, Neighbors, NearnessCurve.Of(MinDist), Epochs, seed, run.Work));
        var preserved = NeighbourPreservation.Of(fit.Points, fit.Places, UmapModel.Judged, UmapModel.MostJudged, seed, run.Work);
        var model = new UmapModel(NameIn(study.Shape), fit, preserved)
        {
            Inputs = points.Columns,
            Outputs = Names(Dims),
            // Made again it is of the points that it is given.
            Step = this with { Of = null },
        };
        if (fit.Neighbours < Neighbors)
            run.Warn($"Only {Wording.Plural(fit.Points.Rows, "row")} differ, and `neighbors` is {Neighbors}: every row is a neighbour of "
                + "every other.", $"Give `neighbors` a value well below {fit.Points.Rows}.");
        new UmapView(model, places, run).Show();
        return study.With(points.Through(model, places)).With(model);
    }

    static ValueList<string> Names(int count) => [.. Enumerable.Range(1, count).Select(c => $"umap{c}")];

    void Demand(Points points)
    {
        var (matrix, edges) = (points.Matrix, 2L * (Neighbors - 1) * points.Matrix.Rows);
        if (matrix.Rows < 2) throw new Refusal("`umap` needs at least two rows.", "Check the file or the last `filter`.");
        if (Enumerable.Range(0, matrix.Columns).All(j => matrix.Column(j).All(v => v == matrix[0, j])))
            throw new Refusal($"All rows of `{points.Name}` are the same: none is nearer to another.",
                "Choose columns that vary with `features`.");
        if (edges <= MostEdges) return;
        var most = MostEdges / 2 / matrix.Rows + 1;
        throw new Refusal(
            $"{Wording.Count(Neighbors)} neighbours of {Wording.Plural(matrix.Rows, "row")} can be {Wording.Count(edges)} edges, more than "
            + $"one list holds ({Wording.Count(MostEdges)}); they alone would take {Wording.Count(edges * 8 / 1_000_000_000)} GB.",
            most >= 5 ? $"Set `neighbors` to {most} or less, or take a `sample` first." : "Take a `sample` first.")
        { Argument = nameof(Neighbors) };
    }
}
