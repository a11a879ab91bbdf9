using Runtime.Charts;
using Runtime.Charts.Painting;
using SkiaSharp;

namespace Tests.Runtime.Charts;

/// <summary>What the colours of coloured densities say of the rows in a bin.</summary>
public sealed class DensityColourLaws
{
    /// <summary>Clusters in all pairs and triples of proportions: the hue of a bin is that of its largest group, whatever lies there too.</summary>
    [Fact]
    public void The_hue_of_a_bin_is_that_of_its_largest_group()
    {
        for (var first = 0; first < 10; first++)
            for (var second = 0; second < 10; second++)
                if (first != second) Holds(first, second, (first + second + 1) % 10);
    }

    [Fact]
    public void Only_noise_is_grey()
    {
        var even = Picture([(0, 10), (1, 10), (2, 9)]);
        Assert.All(even.Pixels.Where(p => p != Palette.Paper), pixel => Assert.True(Chroma(pixel) > 0.02, $"{pixel} is grey"));
        Assert.All(Picture([(-1, 10), (1, 9)]).Pixels.Where(p => p != Palette.Paper), pixel => Assert.InRange(Chroma(pixel), 0, 0.015));
    }

    static void Holds(int first, int second, int third)
    {
        foreach (var (a, b, c) in ((int, int, int)[])[(10, 9, 0), (10, 9, 9), (1_000, 10, 1), (34, 33, 33)])
        {
            using var picture = Picture([(first, a), (second, b), (third, c)]);
            var drawn = picture.Pixels.First(pixel => pixel != Palette.Paper);
            var nearest = new[] { first, second, third }.Distinct().MinBy(cluster => Turn(drawn, Palette.Cluster(cluster)));
            Assert.True(nearest == first || Turn(Palette.Cluster(nearest), Palette.Cluster(first)) < 4, $"{first} with {second} and {third} looks like {nearest}");
        }
    }

    static SKBitmap Picture((int Cluster, int Rows)[] groups)
    {
        DensityMark[] marks = [.. groups.Select(g => new DensityMark(new(0, 1), new(0, 1), 2, new([g.Rows, 0, 0, 0]), null) { Hue = Hue.Cluster(g.Cluster) })];
        var figure = new Figure("f", "f", [new ValueScale("x"), new ValueScale("y")], [new("x", "y", [.. marks])]);
        return new DensityColours(figure).Picture(marks);
    }

    static double Chroma(SKColor colour) => Oklab.Of(colour) is var (_, a, b) ? Math.Sqrt(a * a + b * b) : 0;

    /// <summary>Degrees between two hues.</summary>
    static double Turn(SKColor one, SKColor other)
    {
        var (a, b) = (Angle(one), Angle(other));
        return Math.Abs((a - b + 540) % 360 - 180);
    }

    static double Angle(SKColor colour) => Oklab.Of(colour) is var (_, a, b) ? Math.Atan2(b, a) * 180 / Math.PI : 0;
}
