using System.Text.RegularExpressions;
using System.Xml.Linq;
using Runtime.Charts;
using Runtime.Charts.Painting;
using SkiaSharp;

namespace Tests.Runtime.Charts;

public sealed class PainterLaws
{
    // Each is drawn once for all laws.
    static readonly Dictionary<string, Lazy<(byte[] Png, string Svg, Surface Surface)>> Drawn = Gallery.All.ToDictionary(
        figure => figure.Name,
        figure => new Lazy<(byte[], string, Surface)>(() => (Painter.Png(figure, 1), Painter.Svg(figure), Painted(figure))));

    public static TheoryData<string> Names => [.. Gallery.All.Select(figure => figure.Name)];

    [Fact]
    public void Names_in_the_gallery_are_unique() =>
        Assert.Equal(Gallery.All.Count, Gallery.All.Select(figure => figure.Name).Distinct().Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_png_decodes_to_the_stated_size(string name)
    {
        using var bitmap = SKBitmap.Decode(Drawn[name].Value.Png);
        Assert.Equal(new PicturePage(Letters.Told(Gallery.Find(name))).Size, bitmap.Info.Size);
        Assert.Contains(bitmap.Pixels, pixel => pixel != SKColors.White);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_svg_is_xml_with_its_texts_and_without_numbers_gone_wrong(string name)
    {
        var svg = Drawn[name].Value.Svg;
        var root = XDocument.Parse(svg).Root!;
        Assert.Equal(new PicturePage(Gallery.Find(name)).Size.Width, (int)root.Attribute("width")!);
        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "font");
        Assert.NotEqual("", root.Elements().Single(element => element.Name.LocalName == "desc").Value);
        var written = root.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToHashSet();
        Assert.All(Texts(name), text => Assert.Contains(Seen(text.Text), written.Select(Seen)));
        string[] wrong = ["NaN", "Inf", "∞", "E+"];
        var attributes = root.Descendants().Attributes().Where(attribute => attribute.Name.LocalName != "href");
        Assert.DoesNotContain(attributes, attribute => wrong.Any(attribute.Value.Contains));
        Assert.InRange(svg.Length, 0, 1_500_000);

        static string Seen(string text) => string.Concat(text.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Drawing_twice_gives_the_same_bytes(string name)
    {
        Assert.True(Drawn[name].Value.Png.AsSpan().SequenceEqual(Painter.Png(Gallery.Find(name), 1)));
        Assert.True(Drawn[name].Value.Svg == Painter.Svg(Gallery.Find(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pdf_is_one_page_with_fonts_within_and_no_date_and_the_same_bytes_twice(string name)
    {
        var pdf = Painter.Pdf(Gallery.Find(name));
        Assert.True(pdf.AsSpan().SequenceEqual(Painter.Pdf(Gallery.Find(name))));
        var text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-1.", text);
        Assert.EndsWith("%%EOF", text.TrimEnd());
        Assert.DoesNotContain("Date (D:", text);
        Assert.Single(Regex.Matches(text, @"/Type /Page\b"));
        Assert.InRange(pdf.Length, 1_000, 1_500_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_is_cut_off(string name)
    {
        var size = new PicturePage(Gallery.Find(name)).Size;
        Assert.DoesNotContain(Texts(name), text => !new SKRect(0, 0, size.Width, size.Height).Contains(text.Bounds));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_overlaps_another(string name)
    {
        var texts = Texts(name);
        var pairs = from i in Enumerable.Range(0, texts.Count)
                    from j in Enumerable.Range(0, i)
                    where SKRect.Inflate(texts[i].Bounds, -0.5f, -1.5f).IntersectsWith(SKRect.Inflate(texts[j].Bounds, -0.5f, -1.5f))
                    select $"{texts[i]} over {texts[j]}";
        Assert.Empty(pairs);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_but_the_number_of_a_cluster_and_the_name_of_an_arrow_lies_on_a_density(string name) =>
        Assert.DoesNotContain(Texts(name).Where(text => !Plates(name).Any(plate => IsOf(text.Text, plate))), text => Drawn[name].Value.Surface.Images.Any(image => image.IntersectsWith(text.Bounds)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_with_values_shows_more_than_its_title(string name)
    {
        var figure = Gallery.Find(name);
        var isEmpty = Texts(name).Any(text => text.Text == "There is nothing to show.");
        Assert.Equal(name is "empty" or "no_panels" or "no_lines" or "no_cells" or "no_groups" or "pairplot_0_8_1", isEmpty);
        Assert.Contains(Texts(name), text => figure.Title.Replace("`", "").StartsWith(text.Text.TrimEnd('…'), StringComparison.Ordinal));
    }

    /// <summary>However many there are and however near they lie.</summary>
    [Theory]
    [InlineData("condensed_twelve", 12)]
    [InlineData("condensed_forty", CondensedTreeChart.MostNumbered)]
    [InlineData("condensed_sixty", CondensedTreeChart.MostNumbered)]
    public void Every_number_of_a_condensed_tree_has_a_place(string name, int numbers) =>
        Assert.Equal(numbers, Texts(name).Count(text => text.Bounds.Height < 9 && Plates(name).Contains(text.Text)));

    [Fact]
    public void Every_bar_and_every_cell_is_named()
    {
        var texts = Texts("top_genre").Select(text => text.Text).ToArray();
        Assert.All(Gallery.TopGenres(82).Categories, category => Assert.Contains(category, texts));
        Assert.Contains("20,120", texts);
        var cells = Texts("correlations").Select(text => text.Text).ToArray();
        Assert.All(Gallery.Features, feature => Assert.Equal(2, cells.Count(text => text == feature)));
        Assert.Equal(7, cells.Count(text => text == "1.00"));
    }

    /// <summary>The words, or what is left of them where they are long.</summary>
    static bool IsOf(string text, string words) =>
        text == words || text.Split('…') is [var start, ..] and [_, _] && words.StartsWith(start, StringComparison.Ordinal);

    /// <summary>What has a ground of its own.</summary>
    static HashSet<string> Plates(string name) =>
        [.. Gallery.Find(name).Marks<TextMark>().Where(mark => mark.IsPlate || mark.IsTip).SelectMany(mark => mark.Words)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_names_of_a_scale_look_alike(string name)
    {
        foreach (var bands in Gallery.Find(name).Scales.OfType<BandScale>())
        {
            foreach (var width in (float[])[60, 130, 230])
            {
                var told = Fitting.Told(bands.Bands, Styles.Name, width);
                Assert.Equal(bands.Bands.Distinct().Count(), told.Zip(bands.Bands).Distinct().Select(pair => pair.First).Distinct().Count());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_in_the_dark_has_a_dark_ground_and_other_pixels(string name)
    {
        using var dark = SKBitmap.Decode(Painter.Png(Gallery.Find(name), 1, dark: true));
        Assert.Equal(Palette.DarkPaper, dark.GetPixel(1, 1));
        Assert.Contains(dark.Pixels, pixel => Oklab.Luminance(pixel) > 0.3);
    }

    static IReadOnlyList<TextBox> Texts(string name) => Drawn[name].Value.Surface.Texts;

    static SvgSurface Painted(Figure figure)
    {
        var page = new PicturePage(figure);
        var surface = new SvgSurface(page.Size);
        page.Paint(surface);
        return surface;
    }
}
