using Runtime.Charts;
using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>The fits of a search by [kind][k − first], judged and shown.</summary>
/// <param name="Held">Mean log-likelihoods of held-out rows, when the search was cross-validated.</param>
sealed record MixtureGrid(MixtureFit[][] Fits, Interval K, ValueList<CovarianceKind> Kinds, int Rows, MixtureCriterion Criterion,
    double[][]? Held)
{
    bool HigherIsBetter => Held is not null;

    string CriterionName => Held is not null ? "held_out" : Signature.SnakeCase(Criterion.ToString());

    string CriterionTitle => Held is not null ? "held-out mean log-likelihood" : Criterion.ToString().ToUpperInvariant();

    /// <summary>The best model; equal ones by the order of kinds, then the smaller k.</summary>
    public (int Kind, int K) Best
    {
        get
        {
            var best = (Kind: 0, K: 0);
            for (var kind = 0; kind < Fits.Length; kind++)
            {
                for (var k = 0; k < K.Count; k++) if (Loss(kind, k) < Loss(best.Kind, best.K)) best = (kind, k);
            }
            return best;
        }
    }

    public void Show(string name, RunContext run)
    {
        var best = Best;
        run.Show(Sheet(name));
        run.Show(new Heatmap($"{name}_grid", $"{Capital(CriterionTitle)} by kind and number of components", [.. Kinds.Select(KindName)],
            [.. K.Values.Select(k => $"{k}")], Map(Score))
        {
            Marked = (best.Kind, best.K),
        });
        run.Show(new LineChart($"{name}_curve", $"{Capital(CriterionTitle)} over the number of components",
            [.. K.Values.Select(k => (double)k)], [.. Kinds.Select((kind, i) => new Series(KindName(kind), Map(Score)[i]))])
        {
            XAxis = "components",
            YAxis = CriterionTitle,
            Marked = (best.Kind, best.K),
        });
        run.Say($"Best by {CriterionTitle}: `covariance={KindName(Kinds[best.Kind])}`, `k={K.First + best.K}` "
            + $"({Wording.Number(Score(best.Kind, best.K), "N4")}); it is kept as `{name}`.");
        SaySetAside(run);
        if (best.K == K.Count - 1 && K.Count > 1) SayNoMinimum(name, best.Kind, run);
    }

    void SaySetAside(RunContext run)
    {
        string[] aside = [.. Kinds.SelectMany((kind, i) => Fits[i].Where(f => f.Spurious.Length > 0)
            .Select(f => $"`{KindName(kind)}` k={f.Mixture.Components}"))];
        if (aside.Length == 0) return;
        run.Say($"{Wording.Count(aside.Length)} of {Wording.Count(Fits.Sum(f => f.Length))} mixtures keep a component of few rows that is "
            + $"all but flat ({Some(aside)}): its likelihood has no bound, so the penalised one stands for it in {CriterionTitle}.");
    }

    // At a million rows the penalty is a few nats a parameter, so the criterion may never turn; the gain shows where it stops paying.
    void SayNoMinimum(string name, int kind, RunContext run)
    {
        run.Say($"There is no {(HigherIsBetter ? "maximum" : "minimum")} inside the range: the criterion still "
            + $"{(HigherIsBetter ? "rises" : "falls")} at k = {K.Last}. See the gain of each added component.");
        var gains = K.Values.Select((_, i) => i == 0 ? double.NaN : Loss(kind, i - 1) - Loss(kind, i)).ToArray();
        run.Show(new Sheet($"{name}_gain", $"Gain in {CriterionTitle} of each added component ({KindName(Kinds[kind])})",
        [
            new("k", CellFormat.Count, [.. K.Values.Select(k => (object?)k)]),
            new("gain", CellFormat.Number, [.. gains.Select(g => double.IsNaN(g) ? null : (object?)g)]),
            new("gain_per_row", CellFormat.Number,
                [.. gains.Select(g => double.IsNaN(g) ? null : (object?)(HigherIsBetter ? g : g / (2.0 * Rows)))]),
        ]));
    }

    Sheet Sheet(string name)
    {
        var cells = Enumerable.Range(0, Kinds.Count).SelectMany(kind => Enumerable.Range(0, K.Count).Select(k => (kind, k))).ToArray();
        SheetColumn Column(string title, CellFormat format, Func<int, int, object?> cell) =>
            new(title, format, [.. cells.Select(c => cell(c.kind, c.k))]);
        return new Sheet($"{name}_grid", $"Mixtures tried by `{name}`",
        [
            Column("covariance", CellFormat.Text, (kind, _) => KindName(Kinds[kind])),
            Column("k", CellFormat.Count, (_, k) => K.First + k),
            Column(CriterionName, CellFormat.Number, (kind, k) => Score(kind, k)),
            Column("log_likelihood", CellFormat.Number, (kind, k) => Fits[kind][k].MeanLogLikelihood),
            Column("spurious", CellFormat.Count, (kind, k) => Fits[kind][k].Spurious.Length),
            Column("sample_iterations", CellFormat.Count, (kind, k) => Fits[kind][k].SampleIterations),
            Column("iterations", CellFormat.Count, (kind, k) => Fits[kind][k].Iterations),
            Column("converged", CellFormat.Text, (kind, k) => Fits[kind][k].Converged ? "yes" : "no"),
        ]);
    }

    double Score(int kind, int k)
    {
        if (Held is not null) return Held[kind][k];
        var fit = Fits[kind][k];
        return Criterion == MixtureCriterion.Bic
            ? fit.Mixture.Bic(fit.Judged, Rows)
            : fit.Mixture.Aic(fit.Judged, Rows);
    }

    double Loss(int kind, int k) => HigherIsBetter ? -Score(kind, k) : Score(kind, k);

    double[][] Map(Func<int, int, double> value) =>
        [.. Enumerable.Range(0, Kinds.Count).Select(kind => Enumerable.Range(0, K.Count).Select(k => value(kind, k)).ToArray())];

    static string Some(string[] names) =>
        string.Join(", ", names.Take(5)) + (names.Length > 5 ? $" and {Wording.Count(names.Length - 5)} more" : "");

    static string KindName(CovarianceKind kind) => Signature.SnakeCase(kind.ToString());

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
