using Runtime.Charts;
using Runtime.Numerics.Factors;

namespace Runtime.Operators.Transform;

/// <summary>A factor model in sheets, charts and words: whether the columns have factors, which, and what is wrong with them.</summary>
sealed class FactorView(FactorModel model, ValueList<string> columns, ParallelAnalysis parallel, FactorMethod method, RunContext run)
{
    const double LeastAdequacy = 0.5;
    const double MostRmsea = 0.1;
    const double Significant = 0.05;

    /// <summary>Models that are fitted for comparison: in more columns one takes long.</summary>
    const int ManyColumns = 12;

    readonly CorrelationMatrix correlations = model.Correlations;

    public void Show(bool isChosen)
    {
        ShowLoadings();
        ShowColumns();
        ShowEigenvalues(isChosen);
        foreach (var metric in model.Metrics) run.Show(metric);
        var models = Models();
        ShowModels(models);
        SayWhetherThereAreFactors();
        SayFit(models);
        SayHeywood(models);
    }

    void ShowLoadings()
    {
        var (loadings, names) = (model.Rotation.Loadings, model.Outputs);
        double[][] byFactor = [.. names.Select((_, f) => loadings.Select(row => row[f]).ToArray())];
        var strongest = Enumerable.Range(0, columns.Count).MaxBy(j => Math.Abs(byFactor[0][j]));
        run.Show(new Heatmap($"{model.Name}_loadings", $"What each factor of `{model.Name}` stands for", names, columns, byFactor)
        {
            Diverging = true,
            Reach = 1,
            ColourAxis = "loading",
            Note = $"`{names[0]}` is seen most in `{columns[strongest]}` ({Wording.Number(byFactor[0][strongest])}).",
        });
        if (names.Count < 2 || model.Rotation.Correlations.SelectMany((row, i) => row.Where((_, j) => j != i)).All(r => r == 0)) return;
        run.Show(new Sheet($"{model.Name}_correlations", "Correlations of the factors",
        [
            new("factor", CellFormat.Text, [.. names]),
            .. names.Select((name, f) =>
                new SheetColumn(name, CellFormat.Number, [.. model.Rotation.Correlations.Select(r => (object)r[f])])),
        ]));
    }

    void ShowColumns()
    {
        var (loadings, communalities) = (model.Rotation.Loadings, model.Fit.Communalities);
        run.Show(new Sheet($"{model.Name}_columns", "Loadings, and what the factors leave of each column",
        [
            new("column", CellFormat.Text, [.. columns]),
            .. model.Outputs.Select((name, f) => new SheetColumn(name, CellFormat.Number, [.. loadings.Select(row => (object)row[f])])),
            new("communality", CellFormat.Number, [.. communalities.Select(h => (object)h)]),
            new("uniqueness", CellFormat.Number, [.. model.Fit.Uniquenesses.Select(u => (object)u)]),
            new("kmo", CellFormat.Number, [.. columns.Select((_, j) => (object)correlations.SamplingAdequacy(j))]),
        ]));
    }

    void ShowEigenvalues(bool isChosen)
    {
        var said = $"Parallel analysis finds {Wording.Plural(parallel.Factors, "factor")}";
        run.Show(new LineChart($"{model.Name}_scree", "How many factors: eigenvalues beside those of columns that have nothing in common",
            [.. Enumerable.Range(1, columns.Count).Select(i => (double)i)],
            [new("these columns", parallel.Eigenvalues), new("random, 95 %", parallel.Random)])
        {
            XAxis = "factor",
            YAxis = "eigenvalue",
            Note = $"{said}: so many eigenvalues are above those of chance.",
        });
        var most = FactorFit.MostFactors(columns.Count);
        run.Say(!isChosen ? $"{said}; `n` asks for {model.Factors}."
            : parallel.Factors > most ? $"{said}, but {Wording.Plural(columns.Count, "column")} "
                + $"identify {most} at most: {most} {Wording.Are(most)} fitted." : $"{said}.");
    }

    /// <summary>The fits for all numbers of factors that the columns identify; of many columns, this one.</summary>
    FactorFit[] Models() => columns.Count > ManyColumns ? [model.Fit]
        : [.. Enumerable.Range(1, FactorFit.MostFactors(columns.Count))
            .Select(n => n == model.Factors ? model.Fit : FactorFit.Of(correlations, n, method, run.Work))];

    void ShowModels(FactorFit[] models) => run.Show(new Sheet($"{model.Name}_models", "Models with so many factors",
    [
        new("factors", CellFormat.Count, [.. models.Select(m => (object)m.Factors)]),
        new("degrees", CellFormat.Count, [.. models.Select(m => (object)FactorFit.Freedom(columns.Count, m.Factors))]),
        new("chi_square", CellFormat.Number, [.. models.Select(m => (object)m.ChiSquare(correlations.Rows))]),
        new("rmsea", CellFormat.Number, [.. models.Select(m => (object)m.Rmsea(correlations.Rows))]),
        new("tli", CellFormat.Number, [.. models.Select(m => (object)m.TuckerLewis(correlations))]),
        new("at_bound", CellFormat.Text, [.. models.Select(m => string.Join(", ", m.Heywood.Select(j => columns[j])))]),
    ]));

    void SayWhetherThereAreFactors()
    {
        var ((chi, degrees), kmo) = (correlations.Sphericity(), model.Kmo);
        var p = ChiSquareTail.Of(chi, degrees);
        run.Say($"Bartlett's test: χ² = {Wording.Number(chi, "N1")} on {degrees} degrees of freedom, "
            + $"p {(p < 1e-10 ? "< 1e-10" : $"= {Wording.Number(p, "0.####")}")}; KMO {Wording.Number(kmo)}.");
        if (p > Significant)
            run.Warn("The correlations are no larger than chance makes them: there is nothing for a factor to explain.",
                "Choose other columns, or more rows.");
        if (kmo < LeastAdequacy)
            run.Warn($"KMO is {Wording.Number(kmo)}, below 0.5, which is called unacceptable: what two of these columns share, they do not "
                + "share with the others, so no factor is common.",
                "Use `pca` to reduce columns, or leave out those of the lowest `kmo`.");
    }

    void SayFit(FactorFit[] models)
    {
        double[] errors = [.. models.Where(m => FactorFit.Freedom(columns.Count, m.Factors) > 0).Select(m => m.Rmsea(correlations.Rows))];
        if (errors.Length > 1 && errors.All(e => e > MostRmsea))
            run.Warn($"No number of factors fits: RMSEA is {Wording.Number(errors.Min())} to {Wording.Number(errors.Max())} for 1 to "
                + $"{models.Length} of them, above 0.1 each.", "Use `pca`, which assumes no factors.");
        else if (model.Rmsea > MostRmsea)
            run.Warn($"RMSEA is {Wording.Number(model.Rmsea)}, above 0.1: {Wording.Plural(model.Factors, "factor")} "
                + $"{(model.Factors == 1 ? "does" : "do")} not reproduce the correlations.",
                "Try another `n`, or use `pca`, which assumes no factors.");
    }

    void SayHeywood(FactorFit[] models)
    {
        if (model.Fit.Heywood is not { Count: > 0 } heywood) return;
        var names = Wording.Names(heywood.Select(j => columns[j]));
        var always = models.Length > 1 && models.All(m => m.Heywood.Count > 0) ? ", as one is with any number of factors" : "";
        run.Warn($"The uniqueness of {names} is at its bound, 0.005{always}: a Heywood case. A factor has become that column, or there are "
            + "more factors than the columns carry.", $"Lower `n`, or leave out {names}.");
    }
}
