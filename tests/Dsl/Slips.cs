using Dsl;
using Dsl.Diagnostics;
using Runtime;

namespace Tests.Dsl;

/// <summary>What people type who come from elsewhere, and the line that the first message makes of it.</summary>
public class Slips
{
    const string Before = "load sample:penguins\nfeatures body_mass_g bill_length_mm\nscale standard\nkmeans k=3 as km\nhdbscan as dense\n";

    public static TheoryData<string, string> Lines => new()
    {
        { "gmm(k=3)", "gmm k=3" },
        { "features numeric", "features numbers" },
        { "describe everything", "describe *" },
        { "describe flipper", "describe flipper_length_mm" },
        { "describe bodymass", "describe body_mass_g" },
        { "filter species contains \"A\"", "filter contains(species, \"A\")" },
        { "filter species startswith \"A\"", "filter starts_with(species, \"A\")" },
        { "rename body_mass_g to mass", "rename mass=body_mass_g" },
        { "rename body_mass_g mass", "rename mass=body_mass_g" },
        { "derive kg body_mass_g / 1000", "derive kg=body_mass_g / 1000" },
        { "filter(body_mass_g > 5)", "filter body_mass_g > 5" },
        { "df.head(5)", "head 5" },
        { "KMeans(n_clusters=3)", "kmeans k=3" },
        { "kmeans n_clusters=3", "kmeans k=3" },
        { "mutate(kg = body_mass_g / 1000, m = 2)", "derive kg = body_mass_g / 1000 m = 2" },
        { "derive (kg = body_mass_g / 1000)", "derive kg = body_mass_g / 1000" },
        { "df = load sample:penguins", "load sample:penguins" },
        { "kg = body_mass_g / 1000", "derive kg = body_mass_g / 1000" },
        { "kg <- body_mass_g / 1000", "derive kg = body_mass_g / 1000" },
        { "kg := body_mass_g / 1000", "derive kg = body_mass_g / 1000" },
        { "derive a = 1, b = 2", "derive a = 1 b = 2" },
        { "gmm k=3, n_init=2", "gmm k=3 n_init=2" },
        { "// a comment", "# a comment" },
        { "-- a comment", "# a comment" },
        { "describe -- all", "describe # all" },
        { "describe // all of it", "describe # all of it" },
        { "derive h = body_mass_g // 2", "derive h = floor(body_mass_g / 2)" },
        { "filter body_mass_g => 5", "filter body_mass_g >= 5" },
        { "filter sex <> \"male\"", "filter sex != \"male\"" },
        { "filter sex === \"male\"", "filter sex == \"male\"" },
        { "derive s = body_mass_g ** 2", "derive s = body_mass_g ^ 2" },
        { "derive s = pow(body_mass_g, 2)", "derive s = body_mass_g ^ 2" },
        { "filter sex == NA", "filter sex is missing" },
        { "filter sex != null", "filter sex is not missing" },
        { "filter sex is null", "filter sex is missing" },
        { "filter isna(sex)", "filter sex is missing" },
        { "derive c = body_mass_g > 2 ? 1 : 0", "derive c = if body_mass_g > 2 then 1 else 0" },
        { "derive c = ifelse(body_mass_g > 2, 1, 0)", "derive c = (if body_mass_g > 2 then 1 else 0)" },
        { "filter species in [\"Adelie\", \"Gentoo\"]", "filter species in (\"Adelie\", \"Gentoo\")" },
        { "filter species in \"Adelie\", \"Gentoo\"", "filter species in (\"Adelie\", \"Gentoo\")" },
        { "filter species %in% c(\"Adelie\", \"Gentoo\")", "filter species in (\"Adelie\", \"Gentoo\")" },
        { "derive l = np.log(body_mass_g)", "derive l = log(body_mass_g)" },
        { "filter species.str.contains(\"A\")", "filter contains(species, \"A\")" },
        { "filter df[\"sex\"] == \"male\"", "filter sex == \"male\"" },
        { "filter df.sex == \"male\"", "filter sex == \"male\"" },
        { "filter species == “Adelie”", "filter species == \"Adelie\"" },
        { "filter species == alt-rock", "filter species == \"alt-rock\"" },
        { "filter body_mass_g > 4,000", "filter body_mass_g > 4000" },
        { "filter \"species\" == \"Adelie\"", "filter species == \"Adelie\"" },
        { "filter \"body_mass_g\" > 4000", "filter body_mass_g > 4000" },
        { "filter 4000 < \"body_mass_g\"", "filter 4000 < body_mass_g" },
        { "derive kg=\"body_mass_g\" / 1000", "derive kg=body_mass_g / 1000" },
        { "derive m=mean(\"body_mass_g\")", "derive m=mean(body_mass_g)" },
        { "csharp Show(Rows);", "csharp ```Show(Rows);```" },
        { "kmeans 3", "kmeans k=3" },
        { "pca 2", "pca components=2" },
        { "means km", "means by=km" },
        { "bin body_mass_g 5", "bin body_mass_g count=5" },
        { "join sample:penguins left_on=species right_on=island", "join sample:penguins on=species == island" },
        { "sort body_mass_g desc", "sort body_mass_g descending=true" },
        { "sort -body_mass_g", "sort body_mass_g descending=true" },
        { "sort desc(body_mass_g)", "sort body_mass_g descending=true" },
        { "sort body_mass_g asc", "sort body_mass_g" },
        { "sort by body_mass_g", "sort body_mass_g" },
        { "sort body_mass_g ascending=False", "sort body_mass_g descending=true" },
        { "rename body_mass_g=mass", "rename mass=body_mass_g" },
        { "rename body_mass_g as mass", "rename mass = body_mass_g" },
        { "gmm k=3 covariance_type=diagonal", "gmm k=3 covariance=diag" },
        { "scale StandardScaler", "scale standard" },
        { "let x = 5", "param x = 5" },
        { "x = 5", "param x = 5" },
        { "expect noise(dense) < 5", "expect noise(dense) < 5%" },
        { "group body_mass_g by=species agg=mean,std", "group body_mass_g by=species agg=mean,sd" },
        { "count species", "group by=species agg=count" },
        { "load sample:penguins |> head 5", "load sample:penguins | head 5" },
        { "impute mode sex", "impute most_frequent sex" },
        { "impute 0", "impute constant value=0" },
        { "impute \"none\" sex", "impute constant value=\"none\" sex" },
    };

    [Theory, MemberData(nameof(Lines))]
    public void The_first_message_makes_of_it_what_was_meant(string typed, string meant)
    {
        var said = First(typed);
        var mended = said.Fixes[0].In(Before + typed)[Before.Length..];
        Assert.Equal(meant, mended.Trim());
        Assert.DoesNotContain(Check(mended).Diagnostics, d => d.Code == said.Code && d.Text == said.Text);
    }

    [Theory]
    [InlineData("kmeans n_clusters=4"), InlineData("kmeans 3"), InlineData("gmm(k=3)"), InlineData("derive a = 1, b = 2"), InlineData("derive y = mass ? 1")]
    [InlineData("sort body_mass_g desc"), InlineData("df = load sample:penguins"), InlineData("filter species in [\"a\", \"b\"]")]
    public void One_slip_is_one_error(string typed) => Assert.Single(Check(typed).Diagnostics, d => d.IsError);

    [Theory]
    [InlineData("kg = body_mass_g ** 2", "kg"), InlineData("derive kg = body_mass_g ?? 2", "kg"), InlineData("derive a = 1, kg = 2", "kg")]
    [InlineData("group body_mass_g by=species agg=mean,std\nuse group", "body_mass_g_mean"), InlineData("frobnicate species", "anything")]
    [InlineData("melt bill_length_mm name=kind value=v", "v")]
    public void What_a_broken_step_would_have_made_is_not_missed_below(string typed, string made) =>
        Assert.DoesNotContain(Check($"{typed}\ndescribe {made}").Diagnostics, d => d.Text.Contains($"no column `{made}`"));

    [Theory, InlineData("sort body_mass_g_mean"), InlineData("derive y = body_mass_g_mean * 2")]
    public void A_column_of_a_table_that_stands_aside_is_said_to_be(string step)
    {
        var said = First($"group body_mass_g by=species agg=mean\n{step}");
        Assert.Equal("Put `use group` before this step.", said.Hint);
        Assert.Contains("it is one of `group`, which stands aside", said.Text);
    }

    public static TheoryData<string, string> Meant => new()
    {
        { "dropna", "drop missing" }, { "value_counts", "top" }, { "group_by", "group" }, { "summarize", "group" }, { "order_by", "sort" }, { "orderby", "sort" },
        { "dedup", "drop duplicates" }, { "read_csv", "load" }, { "to_csv", "save" }, { "write_csv", "save" }, { "corr", "correlate" }, { "qcut", "bin" },
        { "get_dummies", "encode" }, { "LabelEncoder", "encode" }, { "StandardScaler", "scale" }, { "MinMaxScaler", "scale" }, { "GaussianMixture", "gmm" },
        { "adjusted_rand_score", "compare" }, { "info", "describe" }, { "shape", "describe" }, { "with_column", "derive" }, { "print", "show" }, { "view", "show" },
        { "export", "save" }, { "read", "load" }, { "compute", "derive" }, { "rows", "head" }, { "count", "group" },
        { "K-Means", "kmeans" }, { "drop_missing", "drop missing" }, { "DropDuplicates", "drop duplicates" }, { "laod", "load" }, { "tsne", "umap" }, { "uwot", "umap" },
        { "hclust", "agglomerate" }, { "silhouette", "judge" }, { "hist", "histogram" }, { "concat", "append" },
        { "isin", "filter" }, { "explode", "melt" }, { "set_index", "select" }, { "reset_index", "select" }, { "xlsx", "load" }, { "offset", "take" }, { "intersect", "join" },
    };

    [Theory, MemberData(nameof(Meant))]
    public void A_verb_from_elsewhere_leads_to_the_one_that_is_meant(string written, string meant) =>
        Assert.Equal(meant, OtherNames.Operator(written, Catalog.Operators)?.Signature.Name);

    [Fact]
    public void What_there_is_not_is_said_not_to_be()
    {
        var said = First("tsne");
        Assert.Equal("There is no operator `tsne`: `pipe` has no t-SNE yet.", said.Text);
        Assert.StartsWith("`umap` comes nearest: ", said.Hint);
        Assert.Empty(said.Fixes);
    }

    [Theory]
    [InlineData("cumsum body_mass_g", "derive body_mass_g_cumsum=cumsum(body_mass_g)"), InlineData("shift body_mass_g 2", "derive body_mass_g_lag=lag(body_mass_g, 2)")]
    [InlineData("rank", "derive NAME=rank(…)"), InlineData("row_number", "derive NAME=row()")]
    public void A_function_as_a_step_is_told_where_it_stands(string typed, string meant) => Assert.Contains($"`{meant}`", First(typed).Hint);

    static Diagnostic First(string typed) => Check(typed).Diagnostics.First(d => d.Span?.Start >= Before.Length);

    static Plan Check(string typed) => Language.Check(new SourceText("law.pipe", Before + typed), new LanguageOptions { GoesOn = true });

    /// <summary>
    /// A letter that is left out leads back to the operator, or to another that is as near, unless what is left is a name that somebody uses.
    /// </summary>
    [Fact]
    public void A_name_without_one_of_its_letters_is_an_operator_all_the_same()
    {
        foreach (var op in Catalog.Operators.Where(o => o.Name.Length > 4))
        {
            for (var at = 1; at < op.Name.Length; at++)
            {
                var slip = op.Name.Remove(at, 1);
                if (OtherNames.Called(slip, Catalog.Operators) is not null) continue;
                Assert.Equal((slip, Spelling.Nearest(slip, Catalog.Operators.Select(o => o.Name))),
                    (slip, OtherNames.Operator(slip, Catalog.Operators)?.Signature.Name));
            }
        }
    }
}
