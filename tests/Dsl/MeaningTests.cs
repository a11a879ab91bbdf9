using Dsl;
using Dsl.Diagnostics;

namespace Tests.Dsl;

/// <summary>What the names of a script mean, where each is given and where it is used.</summary>
public class MeaningTests
{
    const string Script = """
        param many = 3
        load sample:spotify rows=1000
        derive loud = loudness > -5
        features energy valence
        scale standard as scaled
        kmeans k=$many as groups
        hdbscan min_cluster=20
        filter groups == 1 and hdbscan is not noise
        means of=scaled by=groups
        top genre by=hdbscan
        expect clusters(groups) == $many
        """;

    static readonly string Text = Script.ReplaceLineEndings("\n");

    /// <summary>Name, kind, lines that use it; the line that gives it the name is in brackets.</summary>
    const string Meanings = """
        many Parameter [1] 6 11
        loud Column [3]
        loudness Column [2] 3
        energy Column [2] 4
        genre Column [2] 10
        scaled Points [5] 9
        groups Labeling [6] 8 9 11
        hdbscan Labeling [7] 8 10
        """;

    public static TheoryData<string> Lines => [.. Meanings.ReplaceLineEndings("\n").Split('\n')];

    [Theory, MemberData(nameof(Lines))]
    public void Names_are_given_once_and_used_where_they_stand(string line)
    {
        var plan = Check(Text);
        Assert.Empty(plan.Diagnostics.Select(d => d.Text));
        var symbol = plan.Meaning.Symbols.Single(s => s.Name == line.Split(' ')[0]);
        var uses = symbol.Uses.Select(u => $" {plan.Source.Place(u.Start).Line}").Order(StringComparer.Ordinal).OrderBy(u => u.Length);
        Assert.Equal(line, $"{symbol.Name} {symbol.Kind} [{plan.Source.Place(symbol.Definition!.Start).Line}]{string.Concat(uses)}");
        Assert.All(symbol.Uses, u => Assert.Equal(symbol.Name, plan.Source.Slice(u).TrimStart('$')));
        Assert.All(symbol.Uses, u => Assert.Same(symbol, plan.Meaning.SymbolAt(u.Start)));
    }

    [Fact]
    public void Between_names_nothing_stands() => Assert.Null(Check(Text).Meaning.SymbolAt(Text.IndexOf("> -5", StringComparison.Ordinal)));

    /// <summary>What an editor does to rename: the definition and every use get another name, and the script means the same.</summary>
    [Theory]
    [InlineData("groups")]
    [InlineData("scaled")]
    [InlineData("loud")]
    public void A_name_can_be_given_another(string name)
    {
        var symbol = Check(Text).Meaning.Symbols.Single(s => s.Name == name);
        var renamed = new Fix("Rename.", [.. symbol.Uses.Append(symbol.Definition!).Select(s => new Edit(s, "other"))]).In(Text);
        Assert.DoesNotContain($" {name}", renamed.Replace("loudness", ""));
        Assert.Empty(Check(renamed).Diagnostics.Select(d => d.Text));
    }

    [Fact]
    public void Names_of_two_tables_are_two()
    {
        var plan = Check("load sample:spotify rows=500 as one\ntop genre\nload sample:spotify rows=600 as two\ntop genre\nuse one\ntop genre\nuse two");
        var genres = plan.Meaning.Symbols.Where(s => s.Name == "genre").ToArray();
        Assert.Equal([2, 1], genres.Select(s => s.Uses.Count));
        Assert.Equal(SymbolKind.Table, plan.Meaning.Symbols.Single(s => s.Name == "one").Kind);
    }

    static Plan Check(string text) => Language.Check(new SourceText("a.pipe", text), new LanguageOptions());
}
