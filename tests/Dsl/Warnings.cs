using Dsl;
using Dsl.Diagnostics;

namespace Tests.Dsl;

/// <summary>What is legal but most likely wrong, and what is fine though it looks like it.</summary>
public class Warnings
{
    const string Cases = """
        features danceability tempo | kmeans k=3                                                  ⇶ unscaled
        features danceability tempo | gmm k=3                                                     ⇶ unscaled
        features danceability tempo | gmm search k=1..2                                           ⇶ unscaled
        features danceability tempo | hdbscan                                                     ⇶ unscaled
        features danceability tempo | pca components=2 | kmeans k=3                               ⇶ unscaled
        features danceability tempo | pca components=2 whiten=true | kmeans k=3                   ⇶
        features danceability tempo | scale standard | pca components=2 | kmeans k=3              ⇶
        features danceability tempo | scale standard | use features | kmeans k=3                  ⇶ unscaled
        features tempo | kmeans k=3                                                               ⇶
        features danceability tempo | kmeans k=3 # ok: unscaled                                   ⇶
        features danceability tempo | kmeans k=3 # ok: unused, unscaled                           ⇶
        features danceability tempo | kmeans k=3 # ok: unused                                     ⇶ unscaled
        features danceability tempo¶# ok: unscaled¶kmeans k=3                                     ⇶ unscaled
        features danceability tempo¶kmeans k=3¶    tol=0.1 # ok: unscaled                         ⇶
        features danceability tempo¶kmeans k=3 # ok: unscaled¶    tol=0.1                         ⇶
        features danceability tempo | kmeans k=many # ok: wrong-type                              ⇶ wrong-type
        features danceability tempo | scale minmax | scale standard                               ⇶ scaled-twice
        features danceability tempo | scale minmax as a | pairplot | scale standard | pairplot of=a ⇶
        features key tempo | scale standard                                                       ⇶ code-as-number
        features key mode | scale standard                                                        ⇶ code-as-number
        encode ordinal genre | features genre_code energy | scale standard                        ⇶ code-as-number
        encode ordinal genre order=folk,rock | features genre_code energy | scale standard        ⇶
        features energy valence | scale standard | kmeans k=3 as a                                ⇶ unused
        features energy valence | scale standard | kmeans k=3 as a | save x.csv                   ⇶
        features energy valence | scale standard | kmeans k=3 as a | expect clusters(a) == 3      ⇶
        features energy valence | scale standard as a | kmeans k=3                                ⇶
        features energy valence | scale standard as a | use features | pairplot                   ⇶ unused
        features energy valence as a | correlate                                                  ⇶
        features energy valence | scale standard | kmeans k=3 as a | filter a == 1                ⇶
        features energy valence | scale standard | kmeans k=3 as a | group by=a agg=count         ⇶
        group by=genre agg=count as a                                                             ⇶ unused
        group by=genre agg=count as a | join a on=genre                                           ⇶
        group by=genre agg=count as a | use a | show                                              ⇶
        param by = a¶features energy valence | scale standard | kmeans k=3 as a | means by=$by    ⇶
        features energy valence | scale standard | hdbscan min_cluster=501                        ⇶ large-min-cluster
        features energy valence | scale standard | hdbscan min_cluster=500                        ⇶
        features energy valence | scale standard | hdbscan min_cluster=501 single_cluster=true    ⇶
        filter energy > 0 | features energy valence | scale standard | hdbscan min_cluster=501    ⇶
        features energy valence | scale standard | kmeans k=3 | hdbscan | compare ami             ⇶ noise-counted
        features energy valence | scale standard | kmeans k=3 | hdbscan | compare ami noise=label ⇶
        features energy valence | scale standard | kmeans k=3 | hdbscan | compare ami noise=drop  ⇶
        features energy valence | scale standard | kmeans k=3 | kmeans k=4 | compare              ⇶
        features energy valence | scale standard | kmeans k=3 | kmeans k=4 | hdbscan | compare ami kmeans kmeans_2 ⇶
        features energy valence | scale standard | kmeans k=3 as a | kmeans k=4 as b | compare a b ⇶
        features energy valence | scale standard | kmeans k=3 as a | compare a genre              ⇶
        features energy valence | scale standard | kmeans k=3 as a | compare nim a                ⇶ unknown-choice
        features energy valence | scale standard | hdbscan as a | filter a is not noise           ⇶
        describe as a                                                                             ⇶ nothing-to-name
        """;

    public static TheoryData<string, string> Scripts
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in Cases.ReplaceLineEndings("\n").Split('\n'))
            {
                var parts = line.Split('⇶');
                cases.Add(parts[0].TrimEnd().Replace('¶', '\n'), parts[1].Trim());
            }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Scripts))]
    public void Scripts_are_warned_of(string script, string codes)
    {
        var plan = Language.Check(new SourceText("a.pipe", "load sample:spotify rows=1000\n" + script), new LanguageOptions());
        Assert.Equal(codes, string.Join(' ', plan.Diagnostics.Select(d => d.Code.Name)));
    }

    [Fact]
    public void A_share_above_one_is_answered_by_its_percentage()
    {
        var plan = Language.Check(new SourceText("a.pipe", "load sample:spotify rows=1000\nfeatures energy valence\npca variance=93"), new LanguageOptions());
        Assert.Equal("Write `93%` for a share of 93 in a hundred.", Assert.Single(plan.Diagnostics).Hint);
    }

    [Fact]
    public void Examples_are_checked_without_a_word()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "examples"), "*.pipe"))
            Assert.Empty(Language.Check(new SourceText(file, File.ReadAllText(file)), new LanguageOptions { ScriptFolder = Path.GetDirectoryName(file)! }).Diagnostics.Select(d => $"{file}: {d.Text}"));
    }
}
