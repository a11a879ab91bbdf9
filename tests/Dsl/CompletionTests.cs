using Dsl.Diagnostics;
using Dsl.Editing;
using Runtime;

namespace Tests.Dsl;

/// <summary>What may stand at the caret (written ‸) and how a text is coloured.</summary>
public class CompletionTests
{
    static readonly Shape Made = new()
    {
        Rows = 100,
        Columns = new(new ColumnShape("genre", ColumnType.Text), new ColumnShape("energy", ColumnType.Number), new ColumnShape("tempo", ColumnType.Integer), new ColumnShape("Unnamed: 0", ColumnType.Integer),
            ColumnShape.Labeling("moods", 4), ColumnShape.Labeling("dense", mayHaveNoise: true)),
        Points = new(new PointsShape("features", ["energy", "tempo"]), new PointsShape("scaled", ["energy", "tempo"])),
        CurrentPoints = "scaled",
        Models = new(new ModelShape("moods", ["inertia"])),
    };

    /// <summary>The text, then those offered in order; <c>…</c> at the end: and more.</summary>
    const string Offers = """
        ‸                              ⇶ agglomerate append …
        pc‸                            ⇶ pca
        PC‸                            ⇶ pca
        gm‸                            ⇶ gmm,gmm search
        gmm se‸                        ⇶ search seed=
        gmm search cov‸                ⇶ covariance=
        describe | kme‸                ⇶ kmeans kmeans search
        describe\nkme‸                 ⇶ kmeans kmeans search
        describe\n  gen‸               ⇶ genre
        features ‸                     ⇶ energy tempo `Unnamed:_0` numbers * except=
        features energy te‸            ⇶ tempo
        features energy ‸              ⇶ tempo `Unnamed:_0` numbers * except=
        features `Un‸                  ⇶ `Unnamed:_0`
        top ge‸                        ⇶ genre
        top genre 5 by=‸               ⇶ moods dense genre tempo `Unnamed:_0`
        means of=sc‸                   ⇶ scaled
        means of=scaled b‸             ⇶ by=
        means of=scaled ‸              ⇶ columns= by=
        scale ‸                        ⇶ minmax standard robust
        scale st‸                      ⇶ standard
        gmm k=3 covariance=t‸          ⇶ tied
        gmm search covariance=full,d‸  ⇶ diag
        gmm search covariance=full,‸   ⇶ tied diag spherical
        pca whiten=‸                   ⇶ true false
        pca variance=‸                 ⇶
        compare ‸                      ⇶ ami ari nmi v homogeneity completeness fowlkes_mallows moods dense …
        filter dense is ‸              ⇶ missing noise
        filter dense is not no‸        ⇶ noise
        compare ami ‸                  ⇶ moods dense genre tempo `Unnamed:_0` noise=
        filter en‸                     ⇶ energy ends_with(
        filter lo‸                     ⇶ log( log10( lower(
        filter energy > te‸            ⇶ tempo text(
        filter if en‸                  ⇶ energy ends_with(
        filter energy ‸                ⇶ is in between and or
        filter energy b‸               ⇶ between
        filter energy > 1 a‸           ⇶ and
        filter genre == ‸              ⇶ "rock" "jazz_funk" genre energy tempo …
        filter genre == r‸             ⇶ "rock" round( rank( row( …
        filter genre == "j‸            ⇶ "jazz_funk"
        encode ordinal genre order=‸   ⇶ rock "jazz_funk"
        encode ordinal genre order=j‸  ⇶ "jazz_funk"
        encode ordinal genre order="j‸ ⇶ "jazz_funk"
        encode ordinal genre order=rock,‸ ⇶ "jazz_funk"
        filter genre != "‸             ⇶ "rock" "jazz_funk"
        filter genre in ("rock", "‸    ⇶ "rock" "jazz_funk"
        filter genre not in ("j‸       ⇶ "jazz_funk"
        filter energy == "j‸           ⇶
        derive x = ‸                   ⇶ genre energy tempo `Unnamed:_0` moods dense abs( …
        derive x = if ‸                ⇶ genre energy tempo `Unnamed:_0` moods dense abs( …
        derive x = energy + te‸        ⇶ tempo text(
        derive x = energy y = te‸      ⇶ tempo text(
        derive x = round(te‸           ⇶ tempo text(
        derive x = energy te‸          ⇶
        rename a = te‸                 ⇶ tempo
        rename a=tempo b=ge‸           ⇶ genre
        filter energy > 1 and te‸      ⇶ tempo text(
        expect no‸                     ⇶ noise( noise=
        expect inertia(m‸              ⇶ moods
        expect abs(ine‸                ⇶ inertia(
        expect rou‸                    ⇶ round(
        expect noise(‸                 ⇶ moods dense genre tempo `Unnamed:_0`
        load sam‸                      ⇶ sample:blobs …
        load tr‸                       ⇶ tracks.csv trim=
        load "tr‸                      ⇶ "tracks.csv"
        load ../‸                      ⇶ ../up.csv "../my_own/
        load /‸                        ⇶ /root/
        load ~/‸                       ⇶ ~/home.csv
        load "../m‸                    ⇶ "../my_own/
        append ../‸                    ⇶ ../up.csv "../my_own/
        load tracks.csv ../‸           ⇶ ../up.csv "../my_own/
        pca as ‸                       ⇶
        param k = 5\nkmeans k=$‸       ⇶ $k
        describe # pc‸                 ⇶
        ## pc‸                         ⇶
        frobnicate en‸                 ⇶
        """;

    public static TheoryData<string, string> OfferCases => Table(Offers);

    [Theory, MemberData(nameof(OfferCases))]
    public void At_the_caret_are_offered(string written, string offered)
    {
        var found = At(written);
        string[] names = [.. found.Candidates.Select(c => c.Text.Replace("Unnamed: 0", "Unnamed:_0").Replace("jazz funk", "jazz_funk").Replace("my own", "my_own"))];
        if (offered.EndsWith('…')) Assert.Equal(offered.TrimEnd('…').Trim().Split(' '), names.Take(offered.Split(' ').Length - 1));
        else Assert.Equal(offered.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries), names.SelectMany(n => n.Split(' ')));
    }

    [Fact]
    public void Columns_come_with_their_types_and_arguments_with_docs_and_defaults()
    {
        Assert.Equal("integer", At("features te‸").Candidates[0].Kind);
        var k = At("gmm k=3 n_i‸").Candidates[0];
        Assert.Equal(("n_init=", "N"), (k.Text, k.Kind));
        Assert.Contains("when not given", k.Doc);
        Assert.StartsWith("variance: ", At("pca variance=‸").Note);
    }

    [Fact]
    public void A_choice_replaces_what_is_written_of_it() => Assert.Equal(new Span(9, 2), At("features en‸").Replaced);

    [Fact]
    public void What_steps_of_the_text_itself_make_is_offered() =>
        Assert.Equal(["fresh"], At("kmeans k=2 as fresh\nmeans by=fr‸").Candidates.Select(c => c.Text));

    [Fact]
    public void Every_beginning_of_every_example_can_be_completed()
    {
        foreach (var example in Catalog.Operators.SelectMany(o => o.Examples).Select(e => e.Script))
            for (var i = 0; i <= example.Length; i++)
            {
                var found = At(example[..i] + "‸");
                Assert.InRange(found.Replaced.End, 0, i);
            }
    }

    [Fact]
    public void Every_operator_and_argument_is_offered()
    {
        foreach (var op in Catalog.Operators)
        {
            Assert.Contains(At("‸").Candidates, c => c.Text == op.Name && c.Doc == op.Doc);
            foreach (var parameter in op.Parameters.Where(p => !p.Positional))
            {
                // Columns are left out of those that a step takes.
                var columns = parameter.Name != "except" ? "" : op.Narrowed!.Positional ? "energy " : $"{op.Narrowed.Name}=energy ";
                Assert.Contains(At($"{op.Name} {columns}{parameter.Name[..1]}‸").Candidates, c => c.Text == parameter.Name + "=");
            }
        }
    }

    const string Colours = """
        load x.csv                       ⇶ load:Operator
        gmm search k=1..5                ⇶ gmm:Operator search:Operator k:Argument 1:Number 5:Number
        features energy nothing          ⇶ features:Operator energy:Column
        means of=scaled by=moods         ⇶ means:Operator of:Argument scaled:Name by:Argument moods:Name
        scale standard as z              ⇶ scale:Operator standard:Choice as:Keyword z:Name
        filter genre == "rock" and $k    ⇶ filter:Operator genre:Column "rock":Text and:Keyword $k:Parameter
        filter if energy in (1) then     ⇶ filter:Operator if:Keyword energy:Column in:Keyword 1:Number then:Keyword
        filter energy is not between     ⇶ filter:Operator energy:Column is:Keyword not:Keyword between:Keyword
        describe # all of it             ⇶ describe:Operator # all of it:Comment
        ## prose                         ⇶ ## prose:Prose
        param k = 5                      ⇶ param:Keyword k:Parameter 5:Number
        expect noise(dense) < 60%        ⇶ expect:Operator noise:Function dense:Name 60%:Number
        pca 'x'                          ⇶ pca:Operator ':Mistake ':Mistake
        frobnicate                       ⇶
        filter genre == "ro              ⇶ filter:Operator genre:Column "ro:Text
        """;

    public static TheoryData<string, string> ColourCases => Table(Colours);

    [Theory, MemberData(nameof(ColourCases))]
    public void A_text_is_coloured(string text, string coloured) =>
        Assert.Equal(coloured, string.Join(' ', Highlight.Of(text, Made, Catalog.Operators).Select(c => $"{text.Substring(c.Span.Start, c.Span.Length)}:{c.Class}")));

    [Theory]
    [InlineData("load x", false)]
    [InlineData("filter (a", true)]
    [InlineData("filter (a\n  )", false)]
    [InlineData("filter a >", true)]
    [InlineData("features a,", true)]
    [InlineData("pca variance=", true)]
    [InlineData("pca ```\nx", true)]
    [InlineData("pca ```\nx\n```", false)]
    [InlineData("load x |", true)]
    [InlineData("filter if a", false)]
    [InlineData("filter if a > 1 then", true)]
    [InlineData("filter a between", true)]
    [InlineData("filter a is not", true)]
    [InlineData("filter a +", true)]
    [InlineData("load \"x", false)]
    [InlineData("", false)]
    public void A_text_goes_on_when_something_is_open(string text, bool goesOn) => Assert.Equal(goesOn, Continuation.IsExpected(text));

    static Completions At(string written)
    {
        var text = written.Replace("\\n", "\n");
        var caret = text.IndexOf('‸');
        string[] files = ["tracks.csv", "other.csv", "../up.csv", "../my own/", "/root/", "~/home.csv"];
        return Completion.At(text.Remove(caret, 1), caret, new LanguageOptions { Start = Made },
            b => files.Where(f => f.StartsWith(b, StringComparison.Ordinal)), c => c == "genre" ? ["rock", "jazz funk"] : []);
    }

    static TheoryData<string, string> Table(string table)
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in table.ReplaceLineEndings("\n").Split('\n'))
            cases.Add(line.Split(" ⇶")[0].TrimEnd(), line.Split(" ⇶")[1].Trim());
        return cases;
    }
}
