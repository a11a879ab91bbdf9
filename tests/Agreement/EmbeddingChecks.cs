using Runtime.Numerics;
using Runtime.Numerics.Embedding;

namespace Agreement;

/// <summary>How well neighbours are kept in two dimensions against uwot: of a drawing there is no right one, so better is right.</summary>
static class EmbeddingChecks
{
    const int Neighbours = 15, Sample = 3_000;

    public static void All(BeyondSet set, AgreementTable table)
    {
        if (set.Part("embed") is not { } reference) return;
        var theirs = reference.EnumerateObject().First(p => p.Name.StartsWith("umap", StringComparison.Ordinal)).Value;
        var (kept, trust) = (theirs.GetProperty("knn_recall_15").GetDouble(), theirs.GetProperty("trustworthiness_15").GetDouble());
        var work = ReferenceSet.Context.Work;
        var (fit, _) = NeighbourEmbedding.Fit(set.Points, 2, Neighbours, NearnessCurve.Of(0.1), null, 1, work);
        // As theirs: rows kept against all, trust among those of the sample.
        var ours = NeighbourPreservation.Of(fit.Points, fit.Places, Neighbours, Sample, 1, work);
        var random = new RandomStream(1);
        int[] rows = [.. Enumerable.Range(0, fit.Points.Rows).OrderBy(_ => random.NextBits()).Take(Sample)];
        var among = NeighbourPreservation.Of(fit.Points.Take(rows), fit.Places.Take(rows), Neighbours, Sample, 1, work);
        table.Add(set.Name, $"umap, neighbours kept no fewer than uwot's {kept:F4}", $"{ours.Kept:F4} ± {ours.KeptError:F4}",
            Math.Max(0, kept - ours.Kept), 0);
        table.Add(set.Name, $"umap, trustworthiness no lower than uwot's {trust:F4}", $"{among.Trustworthiness:F4}",
            Math.Max(0, trust - among.Trustworthiness), 0);
    }
}
