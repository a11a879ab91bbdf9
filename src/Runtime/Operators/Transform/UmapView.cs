using Runtime.Charts;
using Runtime.Operators.Draw;

namespace Runtime.Operators.Transform;

/// <summary>A layout as a picture and in words: what may be read from it, and what may not.</summary>
sealed class UmapView(UmapModel model, Matrix places, RunContext run)
{
    const string RowsABin = "rows a bin";

    /// <summary>Of a trustworthiness below this many neighbours that are seen are none.</summary>
    const double LeastTrust = 0.9;

    public void Show()
    {
        if (places.Columns > 1) run.Show(Picture());
        foreach (var metric in model.Metrics) run.Show(metric);
        run.Say(Judgement());
        run.Say($"Read from `{model.Name}` who is near whom. How far apart groups are, how large and how dense says nothing "
            + "about the rows.");
        var equal = places.Rows - model.Fit.Points.Rows;
        if (equal > 0)
            run.Say($"{Wording.Plural(equal, "row")} {(equal == 1 ? "equals another and has its place"
                : "equal others and have their places")}: {Wording.Count(model.Fit.Points.Rows)} differ and were laid out.");
        if (model.Trustworthiness < LeastTrust)
            run.Warn($"Trustworthiness is {Wording.Number(model.Trustworthiness)}: many rows that are neighbours in "
                + $"`{model.Name}` are none.",
                "Ask for more `dims` or `neighbors`, and do not read neighbours from the picture.");
    }

    string Judgement()
    {
        var judged = model.Preserved;
        if (judged.Neighbours == 0) return "There are too few rows that differ to judge whether neighbours were kept.";
        var few = judged.Sample < model.Fit.Points.Rows;
        var (plus, more) = !few ? ("", "")
            : ($" ± {Wording.Share(judged.KeptError)}", $" ± {Wording.Number(judged.TrustworthinessError, "0.000")}");
        return $"Of a row's {Wording.Plural(judged.Neighbours, "nearest neighbour")} {Wording.Share(judged.Kept)}{plus} "
            + $"{(judged.Neighbours == 1 ? "is nearest" : "are among the nearest")} in `{model.Name}`; trustworthiness "
            + $"{Wording.Number(judged.Trustworthiness, "0.000")}{more}"
            + $"{(few ? $", by a sample of {Wording.Plural(judged.Sample, "row")}" : "")}.";
    }

    Figure Picture() => new(
        $"{model.Name}_map",
        $"Who is near whom in `{model.Name}`",
        [
            new ValueScale("x") { Title = model.AxisTitles[0], Tight = true },
            new ValueScale("y") { Title = model.AxisTitles[1], Tight = true },
            new ColourScale(RowsABin) { Format = CellFormat.Count },
        ],
        [new("x", "y", [Rows()])])
    {
        Note = $"{Wording.Plural(places.Rows, "row")}{(places.Columns > 2 ? $", two of {places.Columns} dimensions" : "")}. Only nearness "
            + "means something: distances, gaps, sizes and densities do not.",
    };

    Mark Rows() => PlaneRows.Of(places[0], places[1], PlaneRows.Whole(places[0]), PlaneRows.Whole(places[1]), RowsABin).Mark;
}
