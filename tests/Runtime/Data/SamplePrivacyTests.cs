using System.Text;
using System.Text.Json;
using Runtime.Data.Samples;
using Runtime.Numerics;

namespace Tests.Runtime.Data;

/// <summary>What a fitted description tells of single rows: nothing.</summary>
public sealed class SamplePrivacyTests
{
    const int Rows = 2000;

    [Fact]
    public void No_number_of_a_single_row_is_told()
    {
        var random = new RandomStream(4);
        double[] values = [.. Enumerable.Range(0, Rows).Select(i => i % 4 == 0 ? 3.25 : 100 * random.NextNormal())];
        var told = Fit(new SampleOptions("Made up."), Numbers("x", values)).GetProperty("groups")[0].GetProperty("numbers")[0]
            .GetProperty("values").EnumerateArray().Select(v => v.GetDouble()).ToArray();
        Assert.Contains(3.25, told);
        Assert.DoesNotContain(told, v => v != 3.25 && values.Contains(v));
        Assert.True(told[0] > values.Min() && told[^1] < values.Max());
    }

    [Theory]
    [InlineData(19, 30, "a,other")]
    [InlineData(20, 30, "a,b,c")]
    [InlineData(5, 6, "other")]
    [InlineData(5, 20, "a,other")]
    public void Small_groups_are_pooled(int rowsOfB, int rowsOfC, string expected)
    {
        string[] names = ["a", "b", "c"];
        if (rowsOfC < 20) names = ["a", "b", "b"];
        var codes = Enumerable.Range(0, Rows).Select(i => i < rowsOfB ? 1 : i < rowsOfB + rowsOfC ? 2 : 0).ToArray();
        var table = new TextColumn("kind", [.. codes.Select(c => Array.IndexOf(names, names[c]))], TextPool.Of(names));
        var groups = Fit(new SampleOptions("Made up.") { By = "kind" }, table).GetProperty("groups").EnumerateArray().ToArray();
        Assert.Equal(expected, string.Join(",", groups.Select(g => g.GetProperty("value").GetString())));
        Assert.Equal(Rows, groups.Sum(g => g.GetProperty("rows").GetInt32()));
    }

    [Fact]
    public void Small_groups_of_a_number_column_become_missing()
    {
        var groups = Fit(new SampleOptions("Made up.") { By = "x" }, Numbers("x", [.. Enumerable.Range(0, Rows).Select(i => i < 30 ? i : 99.0)])).GetProperty("groups");
        Assert.Equal(2, groups.GetArrayLength());
        Assert.False(groups[0].TryGetProperty("value", out _));
        Assert.Equal(30, groups[0].GetProperty("rows").GetInt32());
    }

    [Theory]
    [InlineData(1000, false, true)]
    [InlineData(1001, false, false)]
    [InlineData(1001, true, true)]
    public void Texts_of_columns_with_many_are_told_only_when_asked(int distinct, bool keep, bool told)
    {
        var names = new TextColumn("name", [.. Enumerable.Range(0, Rows).Select(i => Math.Max(0, i - Rows + distinct))], TextPool.Of(Enumerable.Range(0, distinct).Select(i => $"n{i}")));
        var json = Fit(new SampleOptions("Made up.") { Keep = keep ? ["name"] : [] }, names);
        Assert.Equal(told ? ["n0"] : [], json.GetProperty("columns")[0].GetProperty("kept").EnumerateArray().Select(k => k.GetString()!));
    }

    [Fact]
    public void A_text_is_not_told_of_a_group_where_it_is_rare()
    {
        var kind = new TextColumn("kind", [.. Enumerable.Range(0, Rows).Select(i => i % 2)], TextPool.Of(["a", "b"]));
        var word = new TextColumn("word", [.. Enumerable.Range(0, Rows).Select(i => i % 2 == 0 || i < 8 ? 0 : 1)], TextPool.Of(["x", "y"]));
        var groups = Fit(new SampleOptions("Made up.") { By = "kind" }, kind, word).GetProperty("groups");
        var b = groups[1].GetProperty("words")[0];
        Assert.Equal([1, Rows / 2 - 4], b.GetProperty("kept").EnumerateArray().Select(k => k.GetInt32()));
        Assert.Equal(4, b.GetProperty("rest").GetInt32());
    }

    [Fact]
    public void Tables_of_few_rows_and_unknown_columns_are_refused()
    {
        var refusal = Assert.Throws<Refusal>(() => Samples.Fit(Table(19, Numbers("x", new double[19])), new SampleOptions("Made up."), Stream.Null, Work.Alone));
        Assert.Equal("The table has 19 rows: so few cannot be described without showing them.", refusal.Text);
        refusal = Assert.Throws<Refusal>(() => Fit(new SampleOptions("Made up.") { Keep = ["y"] }, Numbers("x", new double[Rows])));
        Assert.Equal("There is no column `y`.", refusal.Text);
    }

    [Theory]
    [InlineData("penguins")]
    [InlineData("spotify")]
    public void The_built_in_descriptions_tell_no_titles_and_no_small_groups(string name)
    {
        using var stream = typeof(Samples).Assembly.GetManifestResourceStream(name + ".sample.json.gz")!;
        using var unpacked = new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress);
        var description = JsonDocument.Parse(unpacked).RootElement;
        Assert.All(description.GetProperty("groups").EnumerateArray(), g => Assert.True(g.GetProperty("rows").GetInt32() >= 20));
        var titles = description.GetProperty("columns").EnumerateArray().Where(c => c.GetProperty("titles").GetBoolean()).ToArray();
        Assert.Equal(name == "spotify" ? ["track_name"] : [], titles.Select(c => c.GetProperty("name").GetString()!));
        Assert.All(titles, c => Assert.Equal(0, c.GetProperty("kept").GetArrayLength()));
        Assert.True(stream.Length < 300_000);
    }

    static NumberColumn Numbers(string name, double[] values) => new(name, values, whole: false);

    static Table Table(int rows, params Column[] columns) => new(new NamedList<Column>(columns), rows);

    static JsonElement Fit(SampleOptions options, params Column[] columns)
    {
        using var json = new MemoryStream();
        Samples.Fit(Table(Rows, columns), options, json, Work.Alone);
        return JsonDocument.Parse(Encoding.UTF8.GetString(json.ToArray())).RootElement;
    }
}
