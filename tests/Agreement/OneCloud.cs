using Runtime.Numerics.Mixtures;

namespace Agreement;

/// <summary>How often `gmm search k=1..5` finds one component in rows of one Gaussian, cell by cell of columns × rows.</summary>
static class OneCloud
{
    static readonly int[] Columns = [2, 5, 10, 20], Rows = [50, 200, 1000, 5000];

    /// <param name="draws">How many a cell.</param>
    public static void Run(int draws)
    {
        Console.WriteLine($"{"columns",8}{"rows",6}  k found");
        var (ones, all) = (0, 0);
        foreach (var d in Columns)
        {
            foreach (var n in Rows)
            {
                int[] found = [.. Enumerable.Range(0, draws).Select(seed => Size(RecoveryDraw.OneCloud(d, n, seed)))];
                (ones, all) = (ones + found.Count(k => k == 1), all + draws);
                Console.WriteLine($"{d,8}{n,6}  {string.Join(' ', found)}");
            }
        }
        Console.WriteLine(FormattableString.Invariant($"One component in {ones} of {all} draws: {100.0 * ones / all:F1} %."));
    }

    static int Size(Matrix points)
    {
        var fits = new MixtureSearch(points, new MixtureOptions(), ReferenceSet.Context.Work).Run(1, 5, Enum.GetValues<CovarianceKind>());
        return 1 + MixtureSelection.By(MixtureCriterion.Evidence, fits, points.Rows).Kept.K;
    }
}
