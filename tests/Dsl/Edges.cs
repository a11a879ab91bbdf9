using Dsl;
using Dsl.Diagnostics;

namespace Tests.Dsl;

/// <summary>The last that is allowed and the first that is not, where the docs promise an edge.</summary>
public class Edges
{
    const string Points = "load sample:spotify rows=1000\nfeatures danceability energy valence\nscale standard\n";

    [Theory]
    [InlineData(400, "unknown-column")]
    [InlineData(401, "too-complex")]
    public void A_step_holds_400_operators(int operators, string code) =>
        Assert.Equal(code, Codes("load sample:spotify rows=1000\nfilter " + string.Concat(Enumerable.Repeat("1 + ", operators - 1)) + "1 > nothing").Replace("refused", "unknown-column"));

    [Theory]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public void Powers_nest_forty_deep(int powers, bool tooMuch) =>
        Assert.Equal(tooMuch, Codes("load sample:spotify rows=1000\nderive x = 1" + string.Concat(Enumerable.Repeat(" ^ 1", powers))) == "too-complex");

    [Theory]
    [InlineData("7", "", 7)]
    [InlineData("-7", "", -7)]
    [InlineData("1.5", "wrong-type", 0)]
    [InlineData("9007199254740992", "wrong-type", 0)]
    [InlineData("9007199254740991", "", 9007199254740991)]
    public void A_seed_is_a_whole_number(string seed, string code, long value)
    {
        var plan = Check($"param seed = {seed}");
        Assert.Equal(code, string.Join(' ', plan.Diagnostics.Select(d => d.Code.Name)));
        Assert.Equal(value, plan.Seed);
    }

    [Theory]
    [InlineData("kmeans k=many as groups\nexpect inertia(groups) < 5 and noise(groups) < 1", "wrong-type")]
    [InlineData("kmaens k=3 as groups\nmeans by=groups\nexpect inertia(groups) < 5", "unknown-operator")]
    [InlineData("kmeans k=3 as groups\nexpect inertai(groups) < 5", "unknown-figure")]
    public void What_follows_from_a_mistake_stays_quiet(string steps, string code)
    {
        var found = Check(Points + steps).Diagnostics;
        Assert.Equal(code, Assert.Single(found).Code.Name.Replace("wrong-expression", "refused"));
    }

    [Theory]
    [InlineData("# ok: unscaled", "")]
    [InlineData("# ok:unscaled,unused", "")]
    [InlineData("# ok: unscale", "unscaled")]
    [InlineData("# ok: unscaled2", "unscaled")]
    [InlineData("# not ok: unscaled", "unscaled")]
    [InlineData("# ok unscaled", "unscaled")]
    public void A_warning_is_silenced_by_its_whole_code(string comment, string codes) =>
        Assert.Equal(codes, Codes($"load sample:spotify rows=1000\nfeatures danceability tempo\nkmeans k=3 {comment}"));

    [Fact]
    public void A_comment_silences_the_steps_of_its_own_line_alone()
    {
        Assert.Equal("", Codes("load sample:spotify rows=1000\nfeatures danceability tempo|kmeans k=3|kmeans k=4 # ok: unscaled"));
        Assert.Equal("unscaled", Codes("load sample:spotify rows=1000\nfeatures danceability tempo\nkmeans k=3 # ok: unscaled\nkmeans k=4"));
    }

    [Theory]
    [InlineData("gmm serch k=1..2", "gmm search")]
    [InlineData("drop duplicate", "drop duplicates")]
    [InlineData("drop colums energy", "drop columns")]
    [InlineData("drop", "drop columns")]
    [InlineData("drob columns energy", "drop columns")]
    public void Two_words_are_guessed_together(string step, string guess)
    {
        var said = Assert.Single(Check(Points + step).Diagnostics);
        Assert.Equal(("unknown-operator", $"Did you mean `{guess}`?"), (said.Code.Name, said.Hint));
    }

    [Theory]
    [InlineData("gmm search", null)]
    [InlineData("sort columns", "unknown-column")]
    [InlineData("gmm `search` k=2", "unexpected-value")]
    public void A_second_word_belongs_to_the_name_only_where_such_an_operator_is(string step, string? code) =>
        Assert.Equal(code, Check(Points + step).Diagnostics is [var first, ..] ? first.Code.Name : null);

    [Fact]
    public void What_a_parameter_holds_is_said_where_its_name_stands()
    {
        const string Script = "param least = \"a\"\nload sample:spotify rows=1000\nfilter energy in (1, $least) and tempo > 1";
        var said = Assert.Single(Check(Script).Diagnostics);
        Assert.Equal("$least", Script.Substring(said.Span!.Start, said.Span!.Length));
    }

    [Fact]
    public void What_a_setting_holds_is_said_where_its_name_stands()
    {
        const string Script = "param most = 1\nload sample:spotify rows=1000\nfilter tempo in (2, nothing, $most) and energy > 1";
        var plan = Language.Check(new SourceText("a.pipe", Script), new LanguageOptions { Settings = new Dictionary<string, string> { ["most"] = "tempo2 + 1" } });
        Assert.Equal(["nothing", "$most"], plan.Diagnostics.Select(d => Script.Substring(d.Span!.Start, d.Span!.Length)));
    }

    static string Codes(string script) => string.Join(' ', Check(script).Diagnostics.Select(d => d.Code.Name));

    static Plan Check(string script) => Language.Check(new SourceText("a.pipe", script), new LanguageOptions());
}
