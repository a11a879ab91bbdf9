using Runtime.Charts;
using Runtime.Charts.Painting;
using SkiaSharp;

namespace Tests.Runtime.Charts;

public sealed class PaletteTests
{
    // Machado, Oliveira & Fernandes 2009, severity 1, on linear RGB.
    static readonly double[][] Deuteranope = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
    static readonly double[][] Protanope = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
    static readonly double[][] Normal = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

    static readonly double[][] Tritanope = [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];

    public static TheoryData<string, double, double> Eyes =>
        new() { { nameof(Normal), 25, 19 }, { nameof(Deuteranope), 17, 17 }, { nameof(Protanope), 17, 17 }, { nameof(Tritanope), 17, 17 } };

    [Theory]
    [MemberData(nameof(Eyes))]
    public void The_first_twelve_clusters_noise_and_others_differ(string eye, double clusters, double all)
    {
        var colours = Enumerable.Range(0, 12).Select(i => Lab(Palette.Cluster(i), Eye(eye))).ToArray();
        double[][] greys = [Lab(Palette.Noise, Eye(eye)), Lab(Palette.Others, Eye(eye))];
        Assert.All(Pairs(colours), pair => Assert.InRange(Distance(pair.A, pair.B), clusters, 500));
        Assert.All(Pairs([.. colours, .. greys]), pair => Assert.InRange(Distance(pair.A, pair.B), all, 500));
    }

    [Fact]
    public void Whatever_stands_for_data_is_seen_on_both_grounds()
    {
        SKColor[] data = [.. Enumerable.Range(-1, 51).Select(Palette.Cluster), Palette.Others];
        Assert.All(data, colour => Assert.True(Contrast(colour, Palette.Paper) >= 3, $"{colour} on paper"));
        Assert.All(data, colour => Assert.True(Contrast(Darkness.Of(colour), Palette.DarkPaper) >= 3, $"{colour} in the dark"));
        SKColor[] alone = [Palette.Accent, .. Enumerable.Range(0, 6).Select(i => Palette.Of(new(HueRole.Series, i)))];
        Assert.All(alone, colour => Assert.True(Contrast(colour, Palette.Paper) >= 3, $"{colour} on paper"));
        Assert.All(alone, colour => Assert.True(Contrast(Darkness.Of(colour), Palette.DarkPaper) >= 3, $"{colour} in the dark"));
    }

    [Fact]
    public void Series_have_no_colour_of_a_cluster() =>
        Assert.All(Enumerable.Range(0, 6), series => Assert.All(Enumerable.Range(0, 12), cluster => Assert.InRange(
            Distance(Lab(Palette.Of(new(HueRole.Series, series)), Normal), Lab(Palette.Cluster(cluster), Normal)), 15, 500)));

    [Fact]
    public void What_is_no_cluster_is_told_by_more_than_its_grey()
    {
        Assert.True(Palette.IsHatched(Hue.Cluster(-1)));
        Assert.True(Palette.IsHatched(Hue.Others));
        Assert.False(Palette.IsHatched(Hue.Cluster(0)));
        var entries = new[] { Hue.Cluster(0), Hue.Cluster(-1), Hue.Others }.Select(Drawn).ToArray();
        Assert.Equal(3, entries.Distinct().Count());
        Assert.DoesNotContain("<path", entries[0]);
        Assert.All(entries[1..], entry => Assert.Contains("<path", entry));
    }

    [Fact]
    public void Fifty_clusters_have_fifty_colours() => Assert.Equal(50, Enumerable.Range(0, 50).Select(Palette.Cluster).Distinct().Count());

    [Fact]
    public void Texts_and_lines_can_be_read_in_the_dark()
    {
        Assert.Equal(Palette.DarkPaper, Darkness.Of(Palette.Paper));
        Assert.All((SKColor[])[Palette.Ink, Palette.Text, Palette.Faint], ink => Assert.True(Contrast(Darkness.Of(ink), Palette.DarkPaper) >= 4.5));
        Assert.All(Enumerable.Range(0, 201), i => Assert.True(Contrast(Dark(Palette.Sequential(i / 200.0)), Dark(Palette.On(Palette.Sequential(i / 200.0)))) >= 3));
        Assert.All(Enumerable.Range(-100, 201), i => Assert.True(Contrast(Dark(Palette.Diverging(i / 100.0)), Dark(Palette.On(Palette.Diverging(i / 100.0)))) >= 3));

        static SKColor Dark(SKColor colour) => Darkness.Of(colour);
    }

    [Fact]
    public void The_sequential_map_darkens_in_even_steps()
    {
        var lightness = Enumerable.Range(0, 101).Select(i => Lab(Palette.Sequential(i / 100.0), Normal)[0]).ToArray();
        Assert.All(lightness.Zip(lightness.Skip(1)), pair => Assert.InRange(pair.First - pair.Second, 0.05, 1.8));
    }

    [Fact]
    public void Maps_have_no_jumps()
    {
        for (var i = 0; i < 200; i++)
        {
            Assert.InRange(Distance(Lab(Palette.Sequential(i / 200.0), Normal), Lab(Palette.Sequential((i + 1) / 200.0), Normal)), 0, 3);
            Assert.InRange(Distance(Lab(Palette.Diverging(i / 100.0 - 1), Normal), Lab(Palette.Diverging((i + 1) / 100.0 - 1), Normal)), 0, 4);
        }
    }

    [Fact]
    public void The_diverging_map_is_as_dark_on_both_sides() =>
        Assert.All(Enumerable.Range(0, 101), i => Assert.InRange(Lab(Palette.Diverging(i / 100.0), Normal)[0] - Lab(Palette.Diverging(-i / 100.0), Normal)[0], -6, 6));

    [Fact]
    public void Numbers_on_cells_can_be_read()
    {
        Assert.All(Enumerable.Range(0, 201), i => Assert.True(Contrast(Palette.Sequential(i / 200.0)) >= 4, $"sequential {i / 200.0}"));
        Assert.All(Enumerable.Range(0, 201), i => Assert.True(Contrast(Palette.Diverging(i / 100.0 - 1)) >= 4, $"diverging {i / 100.0 - 1}"));
    }

    static double Contrast(SKColor ground) => Contrast(ground, Palette.On(ground));

    static double Contrast(SKColor one, SKColor other)
    {
        double a = Luminance(one) + 0.05, b = Luminance(other) + 0.05;
        return Math.Max(a, b) / Math.Min(a, b);
    }

    static string Drawn(Hue hue)
    {
        var surface = new SvgSurface(new(20, 20));
        surface.Swatch(new(0, 0, 20, 20), hue);
        return surface.Document("", "");
    }

    static double Luminance(SKColor colour) => 0.2126 * Linear(colour.Red) + 0.7152 * Linear(colour.Green) + 0.0722 * Linear(colour.Blue);

    static double[][] Eye(string name) => name switch { nameof(Deuteranope) => Deuteranope, nameof(Protanope) => Protanope, nameof(Tritanope) => Tritanope, _ => Normal };

    static IEnumerable<(double[] A, double[] B)> Pairs(double[][] colours) =>
        from i in Enumerable.Range(0, colours.Length) from j in Enumerable.Range(0, i) select (colours[i], colours[j]);

    static double Distance(double[] a, double[] b) =>
        Math.Sqrt(a.Zip(b).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)));

    /// <summary>CIE 1976 L*a*b*, D65.</summary>
    static double[] Lab(SKColor colour, double[][] eye)
    {
        double[] linear = [Linear(colour.Red), Linear(colour.Green), Linear(colour.Blue)];
        var seen = eye.Select(row => Math.Clamp(row.Zip(linear).Sum(pair => pair.First * pair.Second), 0, 1)).ToArray();
        var x = F((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
        var y = F(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
        var z = F((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    }

    static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16 / 116.0;

    static double Linear(byte channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
