using Bench;
using Bench.Steps;
using Runtime.Data;
using Runtime.Data.Samples;

namespace Tests.Bench;

public class BenchTests
{
    static readonly Work Work = new(2);

    [Fact]
    public void The_first_rows_of_generated_points_do_not_depend_on_how_many_follow()
    {
        var (few, many) = (Synthetic.Of(5_000, 3, 1, Work), Synthetic.Of(9_000, 3, 1, Work.Alone));
        Assert.Equal(few.Labels, many.Labels[..5_000]);
        for (var j = 0; j < 3; j++) Assert.Equal(few.Points.Column(j), many.Points.Column(j)[..5_000]);
    }

    [Fact]
    public void Generated_points_are_one_fifth_noise_and_eight_groups()
    {
        var labels = Synthetic.Of(50_000, 5, 1, Work).Labels;
        Assert.InRange(labels.Count(l => l < 0), 9_600, 10_400);
        Assert.Equal(Enumerable.Range(-1, 9), labels.Distinct().Order());
    }

    [Fact]
    public void A_power_law_is_found_and_continued()
    {
        double[] sizes = [10, 100, 1000], costs = [.. sizes.Select(n => 3 * Math.Pow(n, 1.25))];
        Assert.Equal(1.25, PowerLaw.Exponent(sizes, costs), 12);
        Assert.Equal(3 * Math.Pow(5000, 1.25), PowerLaw.Predict(sizes, costs, 5000), 6);
        Assert.Equal(4, PowerLaw.Predict([10], [4], 100));
        Assert.Equal(2, PowerLaw.LastExponent([1, 10, 100], [7, 1, 100]), 12);
        Assert.True(double.IsNaN(PowerLaw.Exponent([10], [4])));
    }

    [Fact]
    public void A_table_is_aligned()
    {
        string[][] rows = [["load", "1.2"], ["k-means", "10.5"]];
        Assert.Equal("| step    |    s |\n| ------- | ---: |\n| load    |  1.2 |\n| k-means | 10.5 |\n", MarkdownTable.Of(["step", "s"], rows, 1));
    }

    public static TheoryData<string, int, string> Steps => new()
    {
        { "minmax", 0, "last row 0." }, { "standard", 0, "last row " }, { "pca", 0, "first variance " },
        { "em", 3, "mean log-likelihood before it -" }, { "gmm", 2, "mean log-likelihood -" }, { "grid", 2, "best " }, { "kmeans", 3, "inertia a row " },
        { "hdbscan", 20, "clusters, " }, { "tree", 5, "sum of weights " }, { "min_cluster", 20, "clusters, " }, { "min_samples", 20, "clusters, " },
        { "ward", 0, "sum of heights " }, { "average", 0, "sum of heights " }, { "complete", 0, "sum of heights " }, { "single", 0, "sum of heights " },
        { "dbscan", 3, "core rows" }, { "optics", 5, "an order of 1000 rows" }, { "lof", 5, "mean factor 1" }, { "umap", 5, "1000 places" },
        { "factors", 1, "objective " }, { "silhouette", 0, "mean " },
        { "ami", 0, "0." }, { "pairs", 0, " kB" }, { "pairs_coloured", 0, " kB" },
    };

    [Theory, MemberData(nameof(Steps))]
    public void Every_step_of_points_runs(string step, int argument, string says)
    {
        var path = Path.GetTempFileName();
        try
        {
            var made = Synthetic.Of(1_000, 3, 1, Work);
            var labels = Array.ConvertAll(made.Labels, l => (double)l);
            double[] other = [.. labels.Select((l, i) => i % 3 == 0 ? 0 : l)];
            var columns = step == "ami" ? new[] { labels, other } : [.. Enumerable.Range(0, 3).Select(made.Points.Column), labels];
            PointsFile.Write(path, new Matrix(columns, 1_000));
            Assert.Contains(says, Step.Named(step).Prepare(new StepInput(path, 1_000, columns.Length, [argument, 5]))());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory, InlineData("load", "500 rows, 16 columns of numbers, 4 of text"), InlineData("look", " of 7 operators")]
    public void Every_step_of_a_table_runs(string step, string says)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            var sample = Samples.Open("spotify");
            using (var file = File.Create(path)) CsvText.Write(file, sample.Draw(500, 0, Work), Work, sample.Header);
            Assert.EndsWith(says, Step.Named(step).Prepare(new StepInput(path, 500, 20, []))());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
