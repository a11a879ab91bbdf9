using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;
using Tests.Look;

namespace Tests.Dsl;

/// <summary>What an expression is for a row where <c>x</c> is 4, <c>half</c> 0.5, <c>gap</c> and <c>none</c> are missing, <c>genre</c> is <c>rock</c>.</summary>
public sealed class ExpressionCases
{
    const string Cases = """
        1 + 2 * 3                                    ⇶ 7
        (1 + 2) * 3                                  ⇶ 9
        7 % 3                                        ⇶ 1
        -x                                           ⇶ -4
        - x + 5                                      ⇶ 1
        2 ^ 3 ^ 2                                    ⇶ 512
        -2 ^ 2                                       ⇶ -4
        (-2) ^ 2                                     ⇶ 4
        2^-x                                         ⇶ 0.0625
        2 * x ^ half                                 ⇶ 4
        (-8) ^ half                                  ⇶ missing
        gap ^ 0                                      ⇶ missing
        1 ^ gap                                      ⇶ missing
        0 ^ -1                                       ⇶ missing
        x / 0                                        ⇶ missing
        0 / 0                                        ⇶ missing
        gap + 1                                      ⇶ missing
        x > 3                                        ⇶ true
        x > 3 and half > 1                           ⇶ false
        gap > 3                                      ⇶ missing
        gap > 3 and half > 1                         ⇶ false
        gap > 3 or half < 1                          ⇶ true
        not gap > 3                                  ⇶ missing
        x in (1, 4)                                  ⇶ true
        x in (1, 2)                                  ⇶ false
        x in (1, gap)                                ⇶ missing
        x in (4, gap)                                ⇶ true
        x not in (1, 2)                              ⇶ true
        gap in (1, 2)                                ⇶ missing
        genre in ("rock", "pop")                     ⇶ true
        genre not in ("rock", "pop")                 ⇶ false
        genre in (lower("ROCK"), "pop")              ⇶ true
        none in ("rock", "pop")                      ⇶ missing
        x between 4 and 5                            ⇶ true
        x between 1 and 3.9                          ⇶ false
        x not between 1 and 3 and half == 50%        ⇶ true
        x between gap and 3                          ⇶ false
        genre between "a" and "z"                    ⇶ true
        gap is missing                               ⇶ true
        gap is not missing                           ⇶ false
        none is missing and genre is not missing     ⇶ true
        x / 0 is missing                             ⇶ true
        gap > 1 is missing                           ⇶ true
        not x is missing                             ⇶ true
        dense is noise                               ⇶ true
        dense is not noise                           ⇶ false
        dense is noise and x > 3                     ⇶ true
        lone is noise                                ⇶ missing
        lone is not noise                            ⇶ missing
        lone is missing                              ⇶ true
        not dense is noise                           ⇶ false
        if x > 3 then "big" else "small"             ⇶ big
        if gap > 3 then "big" else "small"           ⇶ missing
        if x > 9 then 1 else if x > 3 then 2 else 3  ⇶ 2
        1 + (if x > 3 then 1 else 0)                 ⇶ 2
        if genre == "rock" then gap else x           ⇶ missing
        lower("AC/DC")                               ⇶ ac/dc
        upper(genre)                                 ⇶ ROCK
        upper(none)                                  ⇶ missing
        length(genre) + length("größe")              ⇶ 9
        length("😀")                                 ⇶ 1
        contains(genre, "oc")                        ⇶ true
        contains(genre, "OC")                        ⇶ false
        starts_with(genre, "ro") and ends_with(genre, "ck") ⇶ true
        contains(none, "a")                          ⇶ missing
        contains(genre, none)                        ⇶ missing
        matches(genre, "^r.c")                       ⇶ true
        matches(genre, "^o")                         ⇶ false
        genre < "s"                                  ⇶ true
        "s" > genre                                  ⇶ true
        genre == none                                ⇶ missing
        min(x, half, 3)                              ⇶ 0.5
        max(x, gap)                                  ⇶ missing
        clip(x, 0, 1)                                ⇶ 1
        round(2.5)                                   ⇶ 2
        round(3.14159, 2)                            ⇶ 3.14
        round(3.14159, 15)                           ⇶ 3.14159
        sqrt(x)                                      ⇶ 2
        sqrt(-1)                                     ⇶ missing
        log(0)                                       ⇶ missing
        exp(1000)                                    ⇶ missing
        log10(1_000)                                 ⇶ 3
        mean(x)                                      ⇶ 5
        mean(gap)                                    ⇶ missing
        quantile(x, 1)                               ⇶ 6
        zscore(x)                                    ⇶ -0.7071067811865475
        x - mean(x)                                  ⇶ -1
        `a b` == 1                                   ⇶ true
        """;

    static readonly Table Table = new(new NamedList<Column>(
        Ran.Numbers("x", 4, 6), Ran.Numbers("half", 0.5, 0.5), Ran.Numbers("gap", double.NaN, double.NaN), Ran.Numbers("a b", 1, 1),
        Ran.Text("genre", "rock", "pop"), Ran.Text("none", null, null),
        new LabelColumn("dense", [LabelColumn.Noise, 0], 1), new LabelColumn("lone", [LabelColumn.Absent, 0], 1)), 2);

    public static TheoryData<string, string> All
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in Cases.ReplaceLineEndings("\n").Split('\n')) cases.Add(line.Split(" ⇶ ")[0].TrimEnd(), line.Split(" ⇶ ")[1]);
            return cases;
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Expressions_are(string text, string value)
    {
        var expression = Reader.ReadValue(text)!;
        var check = new CheckContext();
        ColumnScope.TypeOf(expression, (Study.Empty with { Table = Table }).Shape, check, "it");
        Assert.All(check.Complaints, c => Assert.Fail(c.Text));
        var shown = new RowProgram(Table, Work.Alone).Column("it", expression).Show(0);
        Assert.Equal(value, shown.Length == 0 ? "missing" : shown);
    }

    [Theory]
    [InlineData("x is noise", "`x` is a number, and only a labeling has noise.")]
    [InlineData("genre is not noise", "`genre` is text, and only a labeling has noise.")]
    [InlineData("x + 1 is noise", "`x + 1` is no labeling, and only a labeling has noise.")]
    public void Only_a_labeling_has_noise(string text, string said)
    {
        var check = new CheckContext();
        ColumnScope.TypeOf(Reader.ReadValue(text)!, (Study.Empty with { Table = Table }).Shape, check, "it");
        Assert.Equal(said, Assert.Single(check.Complaints).Text);
    }

    [Fact]
    public void More_digits_than_a_number_has_are_told()
    {
        var check = new CheckContext();
        ColumnScope.TypeOf(Reader.ReadValue("round(x, 16)")!, (Study.Empty with { Table = Table }).Shape, check, "it");
        Assert.Equal("`16` is not a number of digits from 0 to 15.", Assert.Single(check.Complaints).Text);
    }

    [Theory]
    [InlineData("4 * 25", "100")]
    [InlineData("$n + 1", "6")]
    [InlineData("floor($n / 2)", "2")]
    [InlineData("1..$n * 2", "1..10")]
    [InlineData("1 + 1, 2 * 3", "2,6")]
    [InlineData("if $n > 3 then 1 else 0", "1")]
    [InlineData("1 / 0", "1 / 0")]
    [InlineData("k + 1", "k + 1")]
    public void Sums_in_arguments_are_numbers(string written, string folded) =>
        Assert.Equal(folded, $"{Folding.Of(Reader.ReadValue(written.Replace("$n", "5"))!)}");
}
