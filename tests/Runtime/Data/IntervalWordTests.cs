using CsCheck;
using Runtime;
using Runtime.Data;
using Runtime.Numerics.Rows;
using Runtime.Operators.Data;
using Tests.Look;

namespace Tests.Runtime.Data;

/// <summary>Texts that are intervals keep their order through files; other texts are ordered by their letters.</summary>
public sealed class IntervalWordTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("[100, 200]|[0, 10)|[50, 100)|[10, 50)", "[0, 10)|[10, 50)|[50, 100)|[100, 200]")]
    [InlineData("(15,20]|(5,10]|(10,15]", "(5,10]|(10,15]|(15,20]")]
    [InlineData("(1.0, inf]|(-inf, 0.0]|(0.0, 1.0]", "(-inf, 0.0]|(0.0, 1.0]|(1.0, inf]")]
    [InlineData("[-1, 0)|[-10, -1)|[0, 5]", "[-10, -1)|[-1, 0)|[0, 5]")]
    [InlineData("[1; 20]|[1; 3)|(1; 2]", "[1; 3)|[1; 20]|(1; 2]")]
    [InlineData("65+|10-14|5-9|15-64|<5", "<5|5-9|10-14|15-64|65+")]
    [InlineData(">= 200|100–200|20–100", "20–100|100–200|>= 200")]
    [InlineData("0 - 9.5|10.5 - 20|9.5 - 10.5", "0 - 9.5|9.5 - 10.5|10.5 - 20")]
    [InlineData("2-10|10-11|1-9", "1-9|10-11|2-10")]
    [InlineData("2019-20|2018-19|2009-10", "2009-10|2018-19|2019-20")]
    [InlineData("9+|A+|10+", "10+|9+|A+")]
    [InlineData("(10, 1)|(2, 1)", "(10, 1)|(2, 1)")]
    [InlineData("[10, 20)|[2, 10)|other", "[10, 20)|[2, 10)|other")]
    [InlineData("[10, 1)|[2, 1)", "[10, 1)|[2, 1)")]
    [InlineData("[b, c)|[a, b)", "[a, b)|[b, c)")]
    public void Intervals_are_ordered_by_their_edges(string words, string ordered)
    {
        var table = folder.Read($"i|n\n{string.Concat(words.Split('|').Select((w, i) => $"\"{w}\"|{i}\n"))}", new() { Delimiter = "|" });
        var sorted = Ran.Of(new Sort { Columns = [new("i")] }, Study.Empty with { Table = table }).Study;
        Assert.Equal(ordered.Split('|'), Enumerable.Range(0, sorted.Rows).Select(sorted.Loaded["i"].Show));
    }

    /// <summary>What `bin` has made, saved and loaded, is in the order that it was in.</summary>
    [Fact]
    public void Bins_keep_their_order_in_a_file() => Gen.Double[-1e4, 1e4].Array[3, 12].Select(e => e.Distinct().Order().ToArray()).Where(e => e.Length > 2)
        .Sample(edges =>
        {
            using var place = new TempFolder();
            var column = new NumberColumn("x", [.. edges.Reverse()], whole: false);
            var study = Ran.Table(column, new Bins(edges).Named("b", column, Work.Alone));
            new Save { File = new OutputFile("o.csv") }.Apply(study, new RunContext { OutputFolder = place.Root });
            var back = Formats.Read(place.File("o.csv"), new(), Work.Alone).Table;
            Assert.Equal(Ranks.Of(study.Loaded["b"], Work.Alone).OfRow, Ranks.Of(back["b"], Work.Alone).OfRow);
        }, iter: 300);
}
