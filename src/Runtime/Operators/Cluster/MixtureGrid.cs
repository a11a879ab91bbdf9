using Runtime.Charts;
using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>The fits of a search by [kind][k − first], judged and shown.</summary>
/// <param name="Criterion">What they were judged by; null for the mean log-likelihood of held-out rows.</param>
sealed record MixtureGrid(MixtureFit[][] Fits, Interval K, ValueList<CovarianceKind> Kinds, int Rows, MixtureCriterion? Criterion,
    MixtureSelection Selection)
{
    bool HigherIsBetter => Criterion is null;

    string CriterionName => Criterion is { } criterion ? Signature.SnakeCase(criterion.ToString()) : "held_out";

    string CriterionTitle => Criterion switch
    {
        null => "held-out mean log-likelihood",
        MixtureCriterion.Evidence => "−2 ln evidence",
        { } criterion => criterion.ToString().ToUpperInvariant(),
    };

    public void Show(string name, RunContext run)
    {
        run.Show(ByK(name));
        run.Show(Sheet(name));
        run.Show(Curve(name));
        SayKept(name, run);
        SaySetAside(run);
        if (Selection.Kept.K == K.Count - 1 && K.Count > 1) SayNoMinimum(name, Selection.Kept.Kind, run);
    }

    /// <summary>How far each is from the best: values of millions that differ in their last digits cannot be told apart.</summary>
    LineChart Curve(string name)
    {
        var kept = Selection.Kept;
        var best = Enumerable.Range(0, Kinds.Count).SelectMany(kind => K.Values.Select((_, k) => Loss(kind, k)))
            .Where(double.IsFinite).DefaultIfEmpty().Min();
        var ends = kept.K == K.Count - 1 && K.Count > 1 ? HigherIsBetter ? ": still rising" : ": still falling" : "";
        return new($"{name}_curve", $"How many components `{name}` needs, by {CriterionTitle}",
            [.. K.Values.Select(k => (double)k)],
            [.. Kinds.Select((kind, i) => new Series(KindName(kind), [.. K.Values.Select((_, k) => Loss(i, k) - best)]))])
        {
            XAxis = "components",
            YAxis = $"{CriterionTitle} {(HigherIsBetter ? "below" : "above")} the best; 0 is the best",
            Knee = HigherIsBetter ? null : MixtureSelection.Strong,
            Marked = kept,
            MarkedText = $"{KindName(Kinds[kept.Kind])}, k = {K.First + kept.K}{ends}",
            Note = SayingBest(name) + (HigherIsBetter ? "" : $" Differences below {MixtureSelection.Strong} are no strong evidence."),
        };
    }

    string SayingBest(string name) =>
        $"Best by {CriterionTitle}: {Model(Selection.Best)}{(Selection.Kept == Selection.Best ? $"; it is kept as `{name}`" : "")}.";

    void SayKept(string name, RunContext run)
    {
        var (best, kept) = (Selection.Best, Selection.Kept);
        run.Say(SayingBest(name));
        if (kept != best)
            run.Say($"{Model(kept)} comes within {(HigherIsBetter ? "one standard error" : $"{MixtureSelection.Strong}")} of it, so "
                + $"nothing strong speaks for more components; it is kept as `{name}`.");
    }

    string Model((int Kind, int K) cell) =>
        $"`covariance={KindName(Kinds[cell.Kind])}`, `k={K.First + cell.K}` ({Score(Selection.Score(cell))})";

    /// <summary>Criteria of many rows are large, held-out likelihoods of one row small.</summary>
    static string Score(double value) => Wording.Number(value, Math.Abs(value) >= 1_000 ? "N1" : "N4");

    void SaySetAside(RunContext run)
    {
        string[] aside = [.. Kinds.SelectMany((kind, i) => Fits[i].Where(f => f.Spurious.Length > 0)
            .Select(f => $"`{KindName(kind)}` k={f.Mixture.Components}"))];
        if (aside.Length == 0) return;
        run.Say($"{Wording.Count(aside.Length)} of {Wording.Count(Fits.Sum(f => f.Length))} mixtures keep a component of few rows that is "
            + $"all but flat ({Some(aside)}): its likelihood has no bound, so an ordinary one is preferred unless it is worse by more than "
            + "such components cost.");
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

    /// <summary>What they were judged by, at a glance.</summary>
    Sheet ByK(string name) => new($"{name}_by_k", $"{Capital(CriterionTitle)} by number of components and kind",
    [
        new("k", CellFormat.Count, [.. K.Values.Select(k => (object?)k)]),
        .. Kinds.Select((kind, i) => new SheetColumn(KindName(kind), CellFormat.Number, [.. Selection.Scores[i].Select(s => (object?)s)])),
    ]);

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
            .. Criterion == MixtureCriterion.Bic ? (SheetColumn[])[]
                : [Column("bic", CellFormat.Number, (kind, k) => Fits[kind][k].Mixture.Bic(Fits[kind][k].MeanLogLikelihood, Rows))],
            Column("log_likelihood", CellFormat.Number, (kind, k) => Fits[kind][k].MeanLogLikelihood),
            .. Array.Exists(cells, c => Fits[c.kind][c.k].Spurious.Length > 0) ? (SheetColumn[])
                [Column("spurious", CellFormat.Count, (kind, k) => Fits[kind][k].Spurious.Length)] : [],
            Column("sample_iterations", CellFormat.Count, (kind, k) => Fits[kind][k].SampleIterations),
            Column("iterations", CellFormat.Count, (kind, k) => Fits[kind][k].Iterations),
            Column("converged", CellFormat.Text, (kind, k) => Fits[kind][k].Converged ? "yes" : "no"),
        ]);
    }

    double Score(int kind, int k) => Selection.Scores[kind][k];

    double Loss(int kind, int k) => HigherIsBetter ? -Score(kind, k) : Score(kind, k);

    static string Some(string[] names) =>
        string.Join(", ", names.Take(5)) + (names.Length > 5 ? $" and {Wording.Count(names.Length - 5)} more" : "");

    static string KindName(CovarianceKind kind) => Signature.SnakeCase(kind.ToString());

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
