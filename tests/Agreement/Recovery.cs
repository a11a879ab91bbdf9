using System.Text.Json;
using Runtime.Numerics.Agreement;
using Runtime.Numerics.Mixtures;

namespace Agreement;

/// <summary>How well `gmm k=3` and `gmm search` find groups that are known, cell by cell of columns × rows a group.</summary>
static class Recovery
{
    const int Draws = 8;

    static readonly int[] Columns = [2, 4, 6, 8, 10, 13], RowsPerGroup = [20, 30, 50, 100, 200];

    /// <param name="drawFolder">Files rD_dD_mM_sS.csv of tools/make_recovery.py; null for draws made here.</param>
    /// <param name="shared">Where reference/recovery.json is, if it is anywhere.</param>
    /// <param name="search">Whether the number of components is searched for, too.</param>
    public static void Run(string? drawFolder, string shared, bool search)
    {
        var reference = Path.Combine(shared, "reference", "recovery.json");
        using var theirs = File.Exists(reference) ? JsonDocument.Parse(File.ReadAllBytes(reference)) : null;
        Console.WriteLine(theirs is null ? $"{reference} is not there: nothing to compare with." : drawFolder is null
            ? "Draws made here; scikit-learn and mclust on other draws of the same kind." : $"Draws of {drawFolder}.");
        Console.WriteLine($"{"columns",8}{"rows",6}{"ari",8}{"sklearn",9}{"mclust",8}{"margin",8}{(search ? "  k found" : "")}");
        var all = new List<(double Ours, double Sklearn, double Mclust)>();
        foreach (var d in Columns)
        {
            foreach (var m in RowsPerGroup)
            {
                RecoveryDraw[] draws = drawFolder is null
                    ? [.. Enumerable.Range(0, Draws).Select(s => RecoveryDraw.Make(d, m, s))]
                    : [.. Directory.GetFiles(drawFolder, $"r_d{d}_m{m}_s*.csv").Order().Select(RecoveryDraw.Read)];
                var ours = draws.Average(Found);
                var (sklearn, mclust) = Theirs(theirs, $"{d},{m}");
                all.Add((ours, sklearn, mclust));
                var sizes = search ? string.Join(' ', draws.Select(Size)) : "";
                Line($"{d,8}{m,6}", all[^1], sizes);
            }
        }
        Line($"{"mean",14}", (all.Average(c => c.Ours), all.Average(c => c.Sklearn), all.Average(c => c.Mclust)), "");
    }

    /// <summary>One file with known groups, scaled to unit variances: `gmm` with as many components as it has.</summary>
    public static void File1(string file)
    {
        var draw = RecoveryDraw.Read(file);
        var scaled = new RecoveryDraw(Runtime.Numerics.Transforms.Scaling.Fit(draw.Points, Runtime.Numerics.Transforms.ScalingMethod.Standard,
            ReferenceSet.Context.Work).Apply(draw.Points, ReferenceSet.Context.Work), draw.Groups);
        Console.WriteLine($"{file}: ARI {Found(scaled):F3}, k found {Size(scaled)}");
    }

    static double Found(RecoveryDraw draw)
    {
        var work = ReferenceSet.Context.Work;
        var fit = MixtureFit.Of(draw.Points, new MixtureOptions { Components = draw.Groups.Max() + 1 }, work);
        return RandIndex.Adjusted(Contingency.Of(draw.Groups, fit.Mixture.Assign(draw.Points, work).Labels));
    }

    static int Size(RecoveryDraw draw)
    {
        var fits = new MixtureSearch(draw.Points, new MixtureOptions(), ReferenceSet.Context.Work).Run(1, 8, Enum.GetValues<CovarianceKind>());
        return 1 + MixtureSelection.By(MixtureCriterion.Evidence, fits, draw.Points.Rows).Kept.K;
    }

    static (double Sklearn, double Mclust) Theirs(JsonDocument? table, string cell)
    {
        if (table is null) return (double.NaN, double.NaN);
        var entry = table.RootElement.GetProperty("cells").GetProperty(cell);
        var mclust = entry.GetProperty("mclust");
        var best = ((string[])["VVV", "VVV_prior", "best_bic"]).Max(name => mclust.GetProperty(name).GetDouble());
        return (entry.GetProperty("scikit_learn").GetDouble(), best);
    }

    static void Line(string cell, (double Ours, double Sklearn, double Mclust) row, string rest) => Console.WriteLine(
        FormattableString.Invariant($"{cell}{row.Ours,8:F3}{row.Sklearn,9:F3}{row.Mclust,8:F3}{row.Ours - Math.Max(row.Sklearn, row.Mclust),8:F3}  {rest}"));
}
