using System.Text;
using Host.Display;
using Runtime.Charts;
using Runtime.Charts.Painting;
using Spectre.Console;

namespace Tests.Runtime.Charts;

/// <summary>What holds for every kind of chart, every mark and every painter, whichever there are.</summary>
public sealed class MarkLaws
{
    static readonly Type[] AllMarks =
        [.. typeof(Mark).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Mark)) && !type.IsAbstract)];

    public static TheoryData<string> Names => [.. Gallery.All.Select(figure => figure.Name)];

    public static TheoryData<string> Marks => [.. AllMarks.Select(type => type.Name)];

    public static TheoryData<string, Func<Figure, string>> Painters => new()
    {
        { "picture", Painter.Svg },
        { "pixels", figure => Convert.ToHexString(Painter.Png(figure, 1)) },
        { "page", figure => Convert.ToHexString(Painter.Pdf(figure)) },
        { "text", figure => string.Join('\n', FigureText.Of(figure, 100)) },
    };

    [Fact]
    public void Every_kind_of_chart_has_an_example() =>
        Assert.All(Gallery.Kinds, kind => Assert.Contains(typeof(IExample<>).MakeGenericType(kind), kind.GetInterfaces()));

    [Theory]
    [MemberData(nameof(Marks))]
    public void Every_mark_is_in_the_gallery(string mark) => Assert.Contains(Gallery.All, figure => Has(figure, mark));

    /// <summary>A figure is drawn otherwise when marks of one kind are there but cannot be seen.</summary>
    [Theory]
    [MemberData(nameof(Painters))]
    public void Every_painter_draws_every_mark(string painter, Func<Figure, string> draw)
    {
        foreach (var mark in AllMarks)
        {
            var shows = Gallery.Examples().Append(Gallery.Scatter()).Where(figure => Has(figure, mark.Name)).ToArray();
            Assert.NotEmpty(shows);
            foreach (var figure in shows)
                Assert.True(draw(figure) != draw(Without(figure, mark.Name)), $"The painter of {painter} draws no {mark.Name} of {figure.Name}.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_read_again_is_the_same_and_is_drawn_alike(string name)
    {
        var figure = Gallery.Find(name);
        using var file = new MemoryStream();
        FigureJson.Write(file, figure);
        file.Position = 0;
        var read = FigureJson.Read(file);
        Assert.Equal(figure, read);
        Assert.Equal(figure.GetHashCode(), read.GetHashCode());
        Assert.True(Painter.Svg(figure) == Painter.Svg(read));
        Assert.InRange(file.Length, 50, name == "pairplot_7_96_26" ? 2_000_000 : 1_000_000);
    }

    [Theory]
    [InlineData("""{"version":3,"figure":{}}""", "The figure is of version 3.")]
    [InlineData("""{"version":2,"figure":7}""", "The file is no figure.")]
    [InlineData("""{"figure":{}}""", "The file is no figure.")]
    [InlineData("<svg/>", "The file is no figure.")]
    public void What_is_no_figure_is_refused(string text, string why)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal(why, Assert.Throws<Refusal>(() => FigureJson.Read(file)).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_keeps_to_its_width_and_shows_what_there_is(string name)
    {
        foreach (var width in (int[])[30, 75, 140])
        {
            var rows = FigureText.Of(Gallery.Find(name), width);
            Assert.Equal(Gallery.Find(name).IsEmpty(), rows.Count == 0);
            Assert.All(rows, row => Assert.InRange(row.GetCellWidth(), 0, width));
        }
    }

    static bool Has(Figure figure, string mark) => figure.Marks<Mark>().Any(m => m.GetType().Name == mark);

    static Figure Without(Figure figure, string mark) => figure with
    {
        Panels = [.. figure.Panels.Select(panel => panel with { Marks = [.. panel.Marks.Select(m => Hidden(m, mark))] })],
    };

    static Mark Hidden(Mark mark, string kind) => mark.GetType().Name == kind ? new Unseen(mark) : mark;

    /// <summary>Takes its place on the scales and is drawn by nobody.</summary>
    sealed record Unseen(Mark Mark) : Mark
    {
        public override IEnumerable<double> Xs() => Mark.Xs();

        public override IEnumerable<double> Ys() => Mark.Ys();

        public override bool IsEmpty() => Mark.IsEmpty();

        public override void Draw(IMarkPainter painter)
        {
        }
    }
}
