using Dsl;
using Dsl.Diagnostics;

namespace Tests.Dsl;

/// <summary>
/// What people type who come from pandas, scikit-learn, R and SQL, and what the first message makes of it, which must run: followed to
/// the letter no hint leads to another mistake.
/// </summary>
public class ForeignWords
{
    const string Before = "load sample:penguins\nderive d=date(\"2024-01-15\") + row() `Unit Price`=body_mass_g / 100\n"
        + "features body_mass_g bill_length_mm\nscale standard\nkmeans k=3 as km\n";

    public static TheoryData<string, string> Lines => new()
    {
        // Arguments that there are not.
        { "bars species body_mass_g by=sex", "group body_mass_g by=species,sex agg=mean" },
        { "bars species hue=sex", "top species by=sex" },
        { "describe body_mass_g by=species", "group body_mass_g by=species agg=count,mean,sd,min,q25,median,q75,max" },
        { "describe body_mass_g bill_length_mm groupby=species", "group body_mass_g bill_length_mm by=species agg=count,mean,sd,min,q25,median,q75,max" },
        { "group body_mass_g by=species agg=q50", "group body_mass_g by=species agg=median" },
        { "group body_mass_g by=species agg=iqr", "group body_mass_g by=species agg=q25,q75" },
        { "group body_mass_g by=species agg=mean,var", "group body_mass_g by=species agg=mean,sd" },
        { "top species island", "top species by=island" },
        { "show 5", "show rows=5" },
        { "bars species 5", "bars species n=5" },

        // Back-ticks, quotation marks, patterns.
        { "filter \"Unit Price\" > 5", "filter `Unit Price` > 5" },
        { "filter \"species\" in (\"Adelie\", \"Gentoo\")", "filter species in (\"Adelie\", \"Gentoo\")" },
        { "filter contains(\"species\", \"A\")", "filter contains(species, \"A\")" },
        { "filter species like \"A%\"", "filter starts_with(species, \"A\")" },
        { "filter species like \"%o\"", "filter ends_with(species, \"o\")" },
        { "filter species like \"%el%\"", "filter contains(species, \"el\")" },
        { "filter species like \"Adelie\"", "filter species == \"Adelie\"" },
        { "filter species like \"A_e%\"", "filter matches(species, \"^A.e.*$\")" },
        { "filter species ilike \"a%\"", "filter starts_with(lower(species), \"a\")" },
        { "filter species not like \"A%\"", "filter not starts_with(species, \"A\")" },
        { "filter like(species, \"A%\")", "filter starts_with(species, \"A\")" },
        { "filter body_mass_g > 4000 and species like \"G%\" and year > 2007", "filter body_mass_g > 4000 and starts_with(species, \"G\") and year > 2007" },
        { "filter body_mass_g > 4000 and species contains \"G\" or year > 2007", "filter body_mass_g > 4000 and contains(species, \"G\") or year > 2007" },
        { "replace sex male M", "derive sex_replace=replace(sex, \"male\", \"M\")" },
        { "split species e 1", "derive species_split=split(species, \"e\", 1)" },
        { "contains species el", "filter contains(species, \"el\")" },
        { "quantile body_mass_g 0.9", "derive body_mass_g_quantile=quantile(body_mass_g, 0.9)" },

        // Signs and words between values.
        { "derive x=year mod 2", "derive x=(year % 2)" },
        { "derive x=body_mass_g + year mod 2 > 1", "derive x=body_mass_g + (year % 2) > 1" },
        { "derive x=year div 2", "derive x=(year / 2)" },
        { "derive x=year %% 2", "derive x=year % 2" },
        { "derive x=year %/% 2", "derive x=floor(year / 2)" },
        { "filter ~(year == 2007)", "filter not (year == 2007)" },
        { "filter sex != missing", "filter sex is not missing" },
        { "filter sex == Missing", "filter sex is missing" },
        { "filter year > 2007 AND sex IN (\"male\")", "filter year > 2007 and sex in (\"male\")" },
        { "filter NOT sex is missing OR year > 2007", "filter not sex is missing or year > 2007" },
        { "filter year between(2007, 2008)", "filter year between 2007 and 2008" },
        { "filter year between 2007, 2008", "filter year between 2007 and 2008" },
        { "filter year between 2007..2008", "filter year between 2007 and 2008" },

        // Dates.
        { "filter d > 2024-01-18", "filter d > \"2024-01-18\"" },
        { "filter d > 2024/01/18", "filter d > \"2024-01-18\"" },
        { "filter d > 20240118", "filter d > \"2024-01-18\"" },
        { "filter d > \"18/01/2024\"", "filter d > \"2024-01-18\"" },
        { "filter d > 18.01.2024", "filter d > \"2024-01-18\"" },
        { "filter d >= 2024", "filter year(d) >= 2024" },
        { "derive x=date(2024-01-15)", "derive x=date(\"2024-01-15\")" },
        { "derive x=year(\"15.01.2024\")", "derive x=year(date(\"2024-01-15\"))" },

        // Functions.
        { "derive x=weekday(d, \"name\")", "derive x=weekday(d)" },
        { "derive x=species + year", "derive x=species + text(year)" },
        { "derive x=species + 1", "derive x=species + \"1\"" },
        { "derive x=\"on \" + d", "derive x=\"on \" + text(d)" },
        { "derive x=species + (year > 2007)", "derive x=species + ((if year > 2007 then \"yes\" else \"no\"))" },
        { "derive x=number(year > 2007)", "derive x=(if year > 2007 then 1 else 0)" },
        { "derive x=number(year)", "derive x=year" },
        { "derive x=text(species)", "derive x=species" },
        { "derive x=date(d)", "derive x=d" },
        { "derive x=year + \"1\"", "derive x=year + 1" },
        { "derive x=diff(year)", "derive x=(year - lag(year))" },
        { "derive x=pct_change(year)", "derive x=(year / lag(year) - 1)" },
        { "derive x=quarter(d)", "derive x=floor((month(d) + 2) / 3)" },
        { "derive x=week(d)", "derive x=(1 + floor((d - date(text(d, \"yyyy\") + \"-01-01\")) / 7))" },
        { "derive x=concat(species, sex, island)", "derive x=(species + sex + island)" },
        { "derive x=gsub(\"e\", \"a\", species)", "derive x=replace(species, \"e\", \"a\")" },
        { "derive x=float(species)", "derive x=number(species)" },
        { "derive x=as.numeric(species)", "derive x=number(species)" },
        { "filter is.na(sex)", "filter sex is missing" },
        { "derive x=pct_rank(year)", "derive x=((rank(year) - 1) / (count(year) - 1))" },
        { "derive x=rolling_mean(year, 7)", "derive x=((cumsum(year) - lag(cumsum(year), 7)) / 7)" },
        { "derive x=mean(year, body_mass_g)", "derive x=((year + body_mass_g) / 2)" },
        { "derive x=log(year, 2)", "derive x=(log(year) / log(2))" },
        { "derive x=mean(body_mass_g, na.rm=TRUE)", "derive x=mean(body_mass_g)" },
        { "derive x=round(body_mass_g, digits=1)", "derive x=round(body_mass_g, 1)" },

        // Steps.
        { "crosstab species island", "top species by=island" },
        { "table species island", "top species by=island" },
        { "fillna 0", "impute constant value=0" },
        { "fillna body_mass_g 0", "impute constant body_mass_g value=0" },
        { "nlargest 3 body_mass_g", "sort body_mass_g descending=true | take 3" },
        { "columns", "describe" },
        { "diff body_mass_g", "derive body_mass_g_diff=body_mass_g - lag(body_mass_g)" },
        { "log_transform body_mass_g", "derive body_mass_g_log=log(body_mass_g)" },
        { "clusters(km)", "expect clusters(km) > 0" },
    };

    [Theory, MemberData(nameof(Lines))]
    public void The_first_message_makes_of_it_what_was_meant_and_that_is_right(string typed, string meant)
    {
        var said = Check(Before + typed).First(d => d.Span?.Start >= Before.Length);
        var mended = said.Fixes[0].In(Before + typed);
        Assert.Equal(meant, mended[Before.Length..].Trim());
        Assert.Equal([], Check(mended).Where(d => d.IsError).Select(d => d.Text));
    }

    public static TheoryData<string, string> Hints => new()
    {
        { "rolling body_mass_g", "`derive body_mass_g_mean=(body_mass_g + lag(body_mass_g, 1) + lag(body_mass_g, 2)) / 3` comes nearest" },
        { "resample d", "`derive period=text(d, \"yyyy-MM\") | group by=period agg=mean` comes nearest" },
        { "derive x=cut(body_mass_g, 3)", "`bin`" },
        { "derive x=floor(d)", "`year(d)`" },
        { "derive x=year(year)", "`date(text(year), \"yyyyMMdd\")`" },
        { "derive x=today()", "`date(\"2026-12-31\")`" },
        { "group body_mass_g by=species agg=mode", "`top COLUMN 1 by=GROUP`" },
        { "group body_mass_g by=species agg=kurtosis", "`q99`" },
        { "join customers on=species", "`load FILE as customers`" },
        { "append penguins", "`sample:penguins`" },
        { "round(body_mass_g)", "`derive NAME=round(body_mass_g)`" },
        { "expect mean(species) > 1", "`count(species)`" },
    };

    [Theory, MemberData(nameof(Hints))]
    public void Where_only_the_writer_knows_the_rest_the_hint_has_the_form(string typed, string hint) =>
        Assert.Contains(hint, Check(Before + typed).First(d => d.Span?.Start >= Before.Length).Hint);

    [Theory]
    [InlineData("filter row() > 1"), InlineData("filter cumsum(year) > 1"), InlineData("expect count(sex) == 333"), InlineData("derive n=count(sex)")]
    [InlineData("filter `Unit Price` > 5"), InlineData("derive n=count(d) m=count(year > 2007)"), InlineData("derive IN=1 AND=2 | filter IN > 0 and AND > 0")]
    public void What_is_right_is_left_alone(string typed) => Assert.DoesNotContain(Check(Before + typed), d => d.Span?.Start >= Before.Length);

    [Fact]
    public void No_name_stands_between_doubled_back_ticks() =>
        Assert.DoesNotContain("``", string.Concat(Check(Before + "derive x=year(`Unit Price`) y=`Unit Price` + species\nsort `Unit Pric`").Select(d => d.Text + d.Hint)));

    static IReadOnlyList<Diagnostic> Check(string text) =>
        Language.Check(new SourceText("law.pipe", text), new LanguageOptions { GoesOn = true }).Diagnostics;
}
