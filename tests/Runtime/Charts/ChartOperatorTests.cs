using System.Globalization;
using Runtime;
using Runtime.Charts;
using Runtime.Charts.Painting;
using Runtime.Numerics.Rows;
using Runtime.Operators.Draw;
using Tests.Laws;
using Tests.Look;

namespace Tests.Runtime.Charts;

/// <summary>Charts as steps of a script.</summary>
public sealed class ChartOperatorTests
{
    static readonly Study Rows = Study.Of(new([[1, 2, 3, 4, 5, 6], [10, 20, 30, 10, 20, 30]], 6), "x", "y") with
    {
        Table = new(new((Column[])
        [
            new NumberColumn("x", [1, 2, 3, 4, 5, 6], true), new NumberColumn("y", [10, 20, 30, 10, 20, 30], true),
            new LabelColumn("g", [0, 0, 0, 1, 1, -1], 2),
        ]), 6),
    };

    /// <summary>Every example of every operator: what it draws says what is seen and what was found, and is drawn.</summary>
    [Theory]
    [MemberData(nameof(OperatorExamples.All), MemberType = typeof(OperatorExamples))]
    public void Every_figure_says_what_is_seen_and_what_was_found(string name, string after, string script)
    {
        var (op, before) = OperatorExamples.Of(after, script);
        var shown = new List<Result>();
        op.Apply(before, new() { Sink = shown.Add, Seed = 1, OutputFolder = OperatorExamples.Quiet.OutputFolder });
        foreach (var figure in shown.OfType<Figure>())
        {
            Assert.False(string.IsNullOrWhiteSpace(figure.Note), $"`{name}` draws `{figure.Name}` without a note.");
            Assert.True(figure.Title.Split(' ').Length >= 3, $"`{name}` calls a picture `{figure.Title}`.");
            Assert.False(figure.IsEmpty());
            Assert.NotEmpty(Painter.Svg(figure));
        }
    }

    [Fact]
    public void A_histogram_counts_every_value_once()
    {
        var figure = Ran.Of(new Histogram { Column = "y" }, Rows).Figure("histogram_y");
        Assert.Equal(6, Assert.Single(figure.Marks<AreaMark>()).Heights.Sum());
        var grouped = Ran.Of(new Histogram { Column = "y", By = new("g") }, Rows).Figure("histogram_y_by_g");
        Assert.Equal(["g 0 · 50 %", "g 1 · 33 %", "noise · 17 %"], grouped.Panels.Select(p => p.Title));
        Assert.All(grouped.Marks<AreaMark>(), area => Assert.Equal(1, area.Heights.Sum(), 1e-12));
    }

    /// <summary>The sign in the picture is the one in the key, and of numbered groups the number.</summary>
    [Theory]
    [InlineData("3|1|2|2|3|1", "1 2 3")]
    [InlineData("2007|2009|2007|2009|2007|2009", "2007 2009")]
    [InlineData("b|a|c|a|b|c", "1 2 3")]
    public void Groups_have_their_own_signs(string values, string signs)
    {
        var words = values.Split('|');
        Column groups = char.IsAsciiDigit(words[0][0]) ? Ran.Numbers("k", [.. words.Select(w => double.Parse(w, CultureInfo.InvariantCulture))])
            : Ran.Text("k", words);
        var study = Rows with { Table = new(Rows.Loaded.Columns.With(groups), 6) };
        foreach (Operator op in (Operator[])[new Scatter { X = "x", Y = "y", Color = new("k") }, new PairPlot { Columns = [new("x"), new("y")], Color = new("k") }])
        {
            var figure = Assert.Single(Ran.Of(op, study).Results.OfType<Figure>());
            Assert.Equal(signs.Split(' '), figure.Legend.Select(l => l.Short));
            Assert.Equal(signs.Split(' '), figure.Marks<TextMark>().Where(t => t.IsPlate).SelectMany(t => t.Words).Distinct().Order());
        }
    }

    /// <summary>A degree of longitude is half a degree of latitude long at 60° north.</summary>
    [Theory]
    [InlineData("lon", "lat", 2.0)]
    [InlineData("Longitude", "latitude", 2.0)]
    [InlineData("lat", "lon", 0.5)]
    [InlineData("easting", "northing", 1.0)]
    [InlineData("lon", "speed", null)]
    public void Places_are_drawn_to_scale(string x, string y, double? aspect)
    {
        var (wide, high) = (new[] { 59.0, 60, 61 }, new[] { 59.0, 60, 61 });
        var figure = Assert.Single(Ran.Of(new Scatter { X = x, Y = y }, Ran.Table(Ran.Numbers(x, wide), Ran.Numbers(y, high))).Results.OfType<Figure>());
        Assert.Equal(aspect is not null, figure.Aspect is not null);
        if (aspect is { } wanted) Assert.Equal(wanted, figure.Aspect!.Value, 1e-12);
        Assert.NotEmpty(Painter.Svg(figure));
    }

    /// <summary>Months as `text(date, "yyyy-MM")` writes them are where their first days are.</summary>
    [Fact]
    public void Lines_go_along_months()
    {
        var months = Ran.Table(Ran.Text("m", "2023-12", "2024-01", null, "2023-11"), Ran.Numbers("v", 2, 3, 9, 1));
        var line = Assert.Single(Ran.Of(new Lines { X = "m", Columns = [new("v")] }, months).Figure("lines_m_v").Marks<LineMark>());
        Assert.Equal(new[] { "2023-11-01", "2023-12-01", "2024-01-01" }.Select(d => TimeForm.ReadIso(d)!.Value), line.X);
        Assert.Equal([1, 2, 3], line.Y);
        var words = Ran.Table(Ran.Text("m", "2023-12", "soon"), Ran.Numbers("v", 2, 3));
        Assert.Equal("A bar for each: `bars m v`.", Assert.Throws<Refusal>(() => Ran.Of(new Lines { X = "m", Columns = [new("v")] }, words)).Hint);
    }

    [Fact]
    public void Bars_are_counts_or_what_a_column_comes_to()
    {
        var means = Ran.Of(new Bars { Column = "g", Value = "y", Agg = GroupFigure.Max }, Rows).Figure("bars_g_y");
        Assert.Equal([30, 20], Assert.Single(means.Marks<BarMark>()).Lengths);
        var counts = Ran.Of(new Bars { Column = "y" }, Rows).Figure("bars_y");
        Assert.Equal([2, 2, 2], Assert.Single(counts.Marks<BarMark>()).Lengths);
    }

    [Fact]
    public void Lines_have_the_mean_at_each_place()
    {
        var figure = Ran.Of(new Lines { X = "y", Columns = ["x"] }, Rows).Figure("lines_y_x");
        var line = Assert.Single(figure.Marks<LineMark>());
        Assert.Equal([10, 20, 30], line.X!);
        Assert.Equal([2.5, 3.5, 4.5], line.Y!);
    }

    [Fact]
    public void A_scatter_has_every_row_and_names_its_groups()
    {
        var figure = Ran.Of(new Scatter { X = "x", Y = "y", Color = new("g") }, Rows).Figure("scatter_x_y_by_g");
        Assert.Equal(6, figure.Marks<PointMark>().Sum(m => m.Count));
        Assert.Equal(["0", "1"], figure.Marks<TextMark>().SelectMany(m => m.Words));
        Assert.Equal(ScaleSpacing.Log, Ran.Of(new Scatter { X = "x", Y = "y", Log = LogAxes.Y }, Rows).Figure("scatter_x_y").Scale<ValueScale>("y").Spacing);
    }

    [Fact]
    public void Plot_draws_the_points_by_the_last_clustering() =>
        Assert.Equal([Hue.Cluster(0), Hue.Cluster(1), Hue.Cluster(-1)], Ran.Of(new Plot(), Rows).Figure("pairplot_points_by_g").Legend.Select(l => l.Hue));

    /// <summary>Whatever step shows a picture: `plot` behind it draws the same one, and takes nothing else of the study for it.</summary>
    [Theory]
    [MemberData(nameof(OperatorExamples.All), MemberType = typeof(OperatorExamples))]
    public void Plot_draws_again_what_the_step_before_showed(string name, string after, string script)
    {
        var (op, before) = OperatorExamples.Of(after, script);
        var shown = new List<Result>();
        var made = op.Apply(before, new() { Sink = shown.Add, Seed = 1, OutputFolder = OperatorExamples.Quiet.OutputFolder });
        if (shown.OfType<Figure>().LastOrDefault(f => !f.IsAside) is { } last)
            Assert.Equal(last, Assert.Single(Ran.Of(new Plot(), new Reads { Drawn = true, Points = [made.CurrentPoints ?? ""] }.Of(made)).Results));
        else Assert.True(made.Drawn is null || ReferenceEquals(made.Drawn, before.Drawn), $"`{name}` shows nothing, and yet there is a picture.");
    }

    [Theory]
    [InlineData("hdbscan min_cluster=20 min_samples=5", "hdbscan_tree")]
    [InlineData("dbscan eps=0.2", "dbscan_neighbours")]
    [InlineData("optics min_cluster=20", "optics_plot")]
    [InlineData("agglomerate k=3", "agglomerate_tree")]
    [InlineData("gmm k=2", "gmm_ellipses")]
    [InlineData("gmm search k=1..2", "gmm_search_ellipses")]
    [InlineData("pca", "pca_biplot")]
    [InlineData("umap", "umap_map")]
    [InlineData("kmeans k=3", "pairplot_features_by_kmeans")]
    [InlineData("pca | describe", "pca_biplot")]
    [InlineData("pca | scale standard", "pairplot_scale")]
    [InlineData("top genre | plot", "top_genre")]
    public void Plot_alone_draws_what_fits_the_last_step_that_made_something(string steps, string figure)
    {
        var (plot, study) = OperatorExamples.Of(steps.Replace(" | ", "\n"), "plot");
        Assert.Equal(figure, Assert.Single(Ran.Of(plot, study).Results.OfType<Figure>()).Name);
    }

    [Fact]
    public void A_chart_takes_a_title_a_size_and_a_file_in_the_output_folder()
    {
        var folder = Directory.CreateTempSubdirectory("pipe-charts-").FullName;
        var shown = new List<Result>();
        var step = new Scatter { X = "x", Y = "y", Title = "Mine", Size = [500, 240], To = "sub/mine.svg" };
        step.Apply(Rows, new() { Sink = shown.Add, OutputFolder = folder });
        var figure = Assert.Single(shown.OfType<Figure>());
        Assert.Equal("Mine", figure.Title);
        Assert.Equal(Painter.Svg(figure), File.ReadAllText(Path.Combine(folder, "sub/mine.svg")));
        Directory.Delete(folder, recursive: true);
        foreach (var wrong in (Scatter[])[step with { To = "../mine.svg" }, step with { To = "mine.eps" }, step with { Size = [5, 5] }, step with { Size = [500] }])
        {
            var check = new CheckContext();
            wrong.Apply(Rows.Shape, check);
            Assert.True(check.Failed, wrong.Text);
        }
    }
}
