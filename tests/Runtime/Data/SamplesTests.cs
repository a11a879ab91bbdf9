using System.Text;
using Runtime;
using Runtime.Data;
using Runtime.Data.Samples;
using Runtime.Numerics;
using Runtime.Operators.Data;

namespace Tests.Runtime.Data;

public sealed class SamplesTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Names => [.. Samples.Names];

    [Fact]
    public void These_are_built_in() => Assert.Equal(["blobs", "moons", "penguins", "spotify"], Samples.Names);

    [Theory]
    [InlineData("penguins")]
    [InlineData("spotify")]
    public void The_outline_of_a_built_in_one_is_that_of_its_description(string name)
    {
        var (sample, whole) = (Samples.Open(name), SampleOutline.Of(Samples.Described(name)));
        Assert.Equal(whole.Doc, sample.Doc);
        Assert.Equal(whole.Rows, sample.Rows);
        Assert.Equal(whole.Columns, sample.Columns);
        Assert.Equal(whole.Header, sample.Header);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_table_on_any_number_of_threads(string name)
    {
        var sample = Samples.Open(name);
        var table = sample.Draw(9000, 7, new Work(1));
        Assert.Equal(table.Dump(), sample.Draw(9000, 7, new Work(2)).Dump());
        Assert.NotEqual(table.Dump(), sample.Draw(9000, 8, new Work(2)).Dump());
        Assert.Equal(sample.Columns, table.Columns.Map(c => new ColumnShape(c.Name, c.Type)));
        Assert.EndsWith(".", sample.Doc, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_written_and_read_is_the_same_table(string name)
    {
        var sample = Samples.Open(name);
        var table = sample.Draw(3000, 1, new Work(2));
        using var stream = new MemoryStream();
        CsvText.Write(stream, table, new Work(2), sample.Header);
        Assert.Equal(table.Dump(codes: false), folder.Read(Encoding.UTF8.GetString(stream.ToArray())).Dump(codes: false));
    }

    /// <summary>Known figures of the table that the description was fitted to.</summary>
    [Fact]
    public void The_spotify_sample_is_like_the_real_one()
    {
        var sample = Samples.Open("spotify");
        Assert.Equal(1_159_764, sample.Rows);
        Assert.Equal(",artist_name,track_name,track_id,popularity,year,genre,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms,time_signature", string.Join(",", sample.Header));
        var table = sample.Draw(60_000, 0, new Work(2));
        double[] Of(string name) => ((NumberColumn)table[name]).Storage;
        Assert.Equal(0.53, Correlation(Of("valence"), Of("danceability")), 0.03);
        Assert.Equal(-0.78, Correlation(Of("acousticness"), Of("energy")), 0.06);
        Assert.Equal(0.278, Of("instrumentalness").Count(v => v == 0) / 60_000.0, 0.01);
        Assert.Equal(0.6429, Of("mode").Average(), 0.01);
        Assert.Equal(121.54, Of("tempo").Average(), 0.5);
        Assert.Equal(82, ((TextColumn)table["genre"]).Words.Count);
        Assert.Equal(60_000, ((TextColumn)table["track_id"]).Words.Count);
        var artists = (TextColumn)table["artist_name"];
        Assert.Equal("Traditional", artists.Words[artists.Codes.ToArray().CountBy(c => c).MaxBy(c => c.Value).Key]);
        Assert.All(table.Columns, c => Assert.Equal(0, c.Missing));
    }

    [Fact]
    public void What_is_fitted_to_a_drawn_table_draws_a_table_like_it()
    {
        var first = Made(20_000);
        var second = Refit(first, "kind").Draw(20_000, 11, new Work(2));
        Assert.Equal(first.Columns.Map(c => new ColumnShape(c.Name, c.Type)), second.Columns.Map(c => new ColumnShape(c.Name, c.Type)));
        foreach (var kind in new[] { "a", "b" })
        {
            var (x, y) = (Part(first, kind), Part(second, kind));
            Assert.Equal((double)x.Rows / first.Rows, (double)y.Rows / second.Rows, 0.015);
            foreach (var name in new[] { "skewed", "normal", "zeros", "flag" })
            {
                Assert.Equal((double)x[name].Missing / x.Rows, (double)y[name].Missing / y.Rows, 0.015);
                var (u, v) = (Values(x, name), Values(y, name));
                foreach (var share in new[] { 0.05, 0.25, 0.5, 0.75, 0.9 })
                    Assert.Equal(Quantile(u, share), Quantile(v, share), 0.08 * Deviation(u) + 1e-9);
            }
            Assert.Equal(Correlation(Column(x, "normal"), Column(x, "zeros")), Correlation(Column(y, "normal"), Column(y, "zeros")), 0.03);
        }
        Assert.Equal(Share(first, "word", "often"), Share(second, "word", "often"), 0.015);
        Assert.All(Values(second, "normal"), v => Assert.Equal(Math.Round(v, 2), v));
        Assert.Equal(20_000, ((TextColumn)second["id"]).Words.Count);
    }

    [Fact]
    public void Rare_texts_are_not_told()
    {
        using var json = new MemoryStream();
        Samples.Fit(Made(3000), new SampleOptions("Made up.") { By = "kind" }, json, Work.Alone);
        var text = Encoding.UTF8.GetString(json.ToArray());
        Assert.Contains("often", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rare", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_may_be_numbers_or_none()
    {
        var table = new Table(new NamedList<Column>(
            new NumberColumn("class", [.. Enumerable.Range(0, 300).Select(i => (double)(i % 3))], whole: true),
            new NumberColumn("x", [.. Enumerable.Range(0, 300).Select(i => i % 3 * 10.5)], whole: false)), 300);
        var drawn = Refit(table, "class").Draw(100, 1, Work.Alone);
        for (var row = 0; row < 100; row++) Assert.Equal(Column(drawn, "class")[row] * 10.5, Column(drawn, "x")[row]);
        Assert.Equal(ColumnType.Integer, Refit(table, null).Draw(10, 1, Work.Alone)["class"].Type);
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("[]", "line 1")]
    [InlineData("null", "it holds `null`")]
    [InlineData("""{"format":"x","doc":"","rows":1,"columns":[],"groups":[]}""", "its format is `x`")]
    [InlineData("""{"format":"pipe sample 1","doc":"","rows":1,"columns":[],"groups":[]}""", "it has no columns")]
    [InlineData("""{"format":"pipe sample 1","doc":"","rows":1,"columns":[{"name":"x","kind":"Numbers","type":"Number"}],"groups":[]}""", "its groups have no rows")]
    [InlineData("""{"format":"pipe sample 1","doc":"","rows":1,"columns":[{"name":"x","kind":"Numbers","type":"Number"}],"groups":[{"rows":1,"numbers":[],"correlations":[],"words":[]}]}""", "in group 1 (``) `numbers` has 0 entries for 1 columns")]
    [InlineData("""{"format":"pipe sample 1","doc":"","rows":1,"columns":[{"name":"x","kind":"Numbers","type":"Number"}],"groups":[{"rows":1,"numbers":[{"missing":0,"at":[0,5,3,10000],"values":[1,2,3,4]}],"correlations":[],"words":[]}]}""", "is not a quantile function")]
    [InlineData("""{"format":"pipe sample 1","doc":"","rows":1,"columns":[{"name":"x","kind":"Numbers","type":"Number"}],"groups":[{"rows":1,"numbers":[{"missing":0,"at":null,"values":null}],"correlations":[],"words":[]}]}""", "line 1")]
    public void Malformed_descriptions_are_refused(string json, string part)
    {
        folder.Write("s.json", json);
        var refusal = Assert.Throws<Refusal>(() => Samples.Open(folder.At("s.json"), "sample:s.json"));
        Assert.StartsWith("`sample:s.json` is not the description of a sample: ", refusal.Text, StringComparison.Ordinal);
        Assert.Contains(part, refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_samples_list_the_known_ones()
    {
        var refusal = Assert.Throws<Refusal>(() => Samples.Open("spotfy"));
        Assert.Equal("There is no sample `spotfy`.", refusal.Text);
        Assert.Contains("`spotify`", refusal.Hint, StringComparison.Ordinal);
        Assert.StartsWith("There is no file", Assert.Throws<Refusal>(() => Samples.Open("nowhere.json")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_draws_with_the_runs_seed_unless_it_has_its_own()
    {
        var file = new InputFile("sample:penguins", "sample:penguins");
        var results = new List<Result>();
        var run = new RunContext { Seed = 5, Sink = results.Add };
        var study = new Load { File = file, Rows = 50 }.Apply(Study.Empty, run);
        Assert.Equal(Samples.Open("penguins").Draw(50, 5, Work.Alone).Dump(), study.Table!.Dump());
        Assert.NotEqual(study.Table!.Dump(), new Load { File = file, Rows = 50, Seed = 6 }.Apply(Study.Empty, run).Table!.Dump());
        Assert.Contains(results, r => r is Sheet { Name: "columns", Rows: 8 });
        var shape = new Load { File = file, Rows = 50 }.Apply(Shape.Empty, new CheckContext());
        Assert.Equal(50, shape.Rows);
        Assert.Equal(study.Shape.Columns!, shape.Columns!);
        Assert.Equal(344, new Load { File = file }.Apply(Shape.Empty, new CheckContext()).Rows);
    }

    static Table Made(int rows)
    {
        var random = new RandomStream(2);
        var normal = Enumerable.Range(0, rows).Select(_ => random.NextNormal()).ToArray();
        double[] Make(Func<int, double> value) => [.. Enumerable.Range(0, rows).Select(value)];
        var words = TextPool.Of(["often", .. Enumerable.Range(0, 900).Select(i => $"rare {i}")]);
        return new Table(new NamedList<Column>(
            new TextColumn("kind", [.. Enumerable.Range(0, rows).Select(i => i % 3 == 0 ? 0 : 1)], TextPool.Of(["a", "b"])),
            new NumberColumn("normal", Make(i => Math.Round(normal[i], 2)), whole: false),
            new NumberColumn("skewed", Make(i => i % 10 == 0 ? double.NaN : Math.Exp(random.NextNormal())), whole: false),
            new NumberColumn("zeros", Make(i => Math.Max(0, Math.Round(0.8 * normal[i] + 0.6 * random.NextNormal() + i % 3, 3))), whole: false),
            new NumberColumn("flag", Make(i => random.Next(5) == 0 ? 1 : 0), whole: true),
            new TextColumn("word", [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) == 0 ? 0 : 1 + random.Next(900))], words),
            new TextColumn("id", [.. Enumerable.Range(0, rows)], TextPool.Of(Enumerable.Range(0, rows).Select(i => $"id{i:D8}")))), rows);
    }

    SampleTable Refit(Table table, string? by)
    {
        using (var json = File.Create(folder.At("fit.sample.json"))) Samples.Fit(table, new SampleOptions("Made up.") { By = by }, json, new Work(2));
        return Samples.Open(folder.At("fit.sample.json"));
    }

    static Table Part(Table table, string kind) =>
        table.Take([.. Enumerable.Range(0, table.Rows).Where(r => table["kind"].Show(r) == kind)]);

    static double[] Column(Table table, string name) => ((NumberColumn)table[name]).Storage;

    static double[] Values(Table table, string name) => [.. Column(table, name).Where(v => !double.IsNaN(v)).Order()];

    static double Quantile(double[] sorted, double share) => sorted[(int)(share * sorted.Length)];

    static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }

    static double Share(Table table, string column, string word) =>
        Enumerable.Range(0, table.Rows).Count(r => table[column].Show(r) == word) / (double)table.Rows;

    static double Correlation(double[] a, double[] b)
    {
        var (ma, mb) = (a.Average(), b.Average());
        var covariance = a.Zip(b, (x, y) => (x - ma) * (y - mb)).Sum();
        return covariance / Math.Sqrt(a.Sum(x => (x - ma) * (x - ma)) * b.Sum(y => (y - mb) * (y - mb)));
    }
}
