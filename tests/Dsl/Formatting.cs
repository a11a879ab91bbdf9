using System.Runtime.CompilerServices;
using CsCheck;
using Dsl.Diagnostics;
using Dsl.Editing;
using Dsl.Syntax;

namespace Tests.Dsl;

/// <summary>The one form of a script: the same script, in one way of writing it.</summary>
public class Formatting
{
    const string Cases = """
        load   x.csv                      ⇶ load x.csv
        top genre 5 by = dense            ⇶ top genre 5 by=dense
        param a=5                         ⇶ param a = 5
        param  list=full , tied           ⇶ param list = full,tied
        pca * ¶# a¶b                      ⇶ pca *¶# a¶b
        features x *k = 3                 ⇶ features x *k=3
        gmm search k=1 .. 10              ⇶ gmm search k=1..10
        gmm search k=1..$most             ⇶ gmm search k=1..$most
        gmm search k = - 5 .. -1          ⇶ gmm search k=-5..-1
        gmm search k=a .. -1              ⇶ gmm search k=a .. -1
        filter year>=2000 and(a)-b<-5     ⇶ filter year >= 2000 and (a) - b < -5
        filter a -b                       ⇶ filter a - b
        derive m=a/60 n=2*b-3             ⇶ derive m=a / 60 n=2 * b - 3
        filter - a                        ⇶ filter -a
        filter - - 5 == 7%2               ⇶ filter - -5 == 7% 2
        load - - - *.csv                  ⇶ load - - - *.csv
        x - ./x                           ⇶ x - ./x
        filter ( (a) )*b                  ⇶ filter ((a)) * b
        filter not(a)                     ⇶ filter not (a)
        expect ami( a ,b )>0              ⇶ expect ami(a, b) > 0
        load x|describe |top genre        ⇶ load x | describe | top genre
        load "a  b"as`c  d`               ⇶ load "a  b" as `c  d`
        load x#why                        ⇶ load x  #why
        load x           # why            ⇶ load x  # why
        load x¶# a¶                       ⇶ load x¶# a
        load x¶¶¶¶describe¶¶              ⇶ load x¶¶describe
        ¶¶load x                          ⇶ load x
        load x¶ rows=5¶	seed=7            ⇶ load x¶    rows=5¶    seed=7
        load x¶ # which?¶ rows=5          ⇶ load x¶    # which?¶    rows=5
        load x¶  # on its own¶describe    ⇶ load x¶# on its own¶describe
        load x     # a¶describe      # b  ⇶ load x  # a¶describe  # b
        a 1   # x¶bb 1  # y               ⇶ a 1   # x¶bb 1  # y
        a   1 # x¶bb  1 # y               ⇶ a 1   # x¶bb 1  # y
        ## prose   kept¶load x            ⇶ ## prose   kept¶load x
          ## no prose¶load x              ⇶     ## no prose¶load x
        load x¶  | describe               ⇶ load x¶    | describe
        load x |¶describe                 ⇶ load x |¶describe
        cs ```¶  as  it is  ¶``` as x # y ⇶ cs ```¶  as  it is  ¶``` as x  # y
        """;

    public static TheoryData<string, string> Lines
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in Cases.ReplaceLineEndings("\n").Split('\n').Distinct())
            {
                var parts = line.Split(" ⇶ ");
                cases.Add(parts[0].TrimEnd(' ').Replace('¶', '\n'), parts[1].Replace('¶', '\n') + "\n");
            }
            return cases;
        }
    }

    static readonly string[] Pieces =
    [
        "load", "x.csv", "./y.csv", "*.csv", "features", "a", "`b c`", "pca", " variance=", " k = ", "=", "0.9", "93%", "1..10", "..", " .. ", ",", "(", ")", " as ", "|", "\n", "\n", "\n  ", "\r\n", "\n\n\n",
        "# note", " ## two\n", "## prose\n", "\"t # |\"", "```\n b  l\n```", "$k", "param k=5\n", "\nparam a = b", "-", " - ", " -", "*", " * ", " / ", "%", " not ", " and ", " or ", "f(", "\t", "  ", " ", " ", " ", " ", "\uFEFF", " > ", "==",
    ];

    /// <summary>Steps that mostly can be read, one a line.</summary>
    static readonly Gen<string> Steps = Words(
        "load x.csv", "load  x.csv  rows = 5", "filter a>5 and( b )-c < - 7", "gmm search k=1 ..10 covariance=full , tied as  g", "expect f( a,b ) > 93%", "param a=- 5", "x k=(a)..-5", "x $a ..-1", "x y\n ..-5", "x 1\n .. -5",
        "  indented k=1", "a\n  b\n\n\n  c", "a # one\n  # two\n  b", "a |b|  c", "| d", "e |", "cs ```\n x \n``` as y", "x - ./y", "## prose ", "## more\r", "# comment", "  ## comment", "", "", "\t").SelectMany(step =>
        Words("\n", "\n", "  # after\n", "    # after\n", " \t\n", "\r\n", "\n\n").Select(end => step + end));

    static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    static readonly Gen<string> Scripts = Gen.OneOf(Words(Pieces).Array[0, 14].Select(string.Concat), Steps.Array[0, 8].Select(string.Concat), Steps.Array[0, 8].Select(string.Concat));

    public static TheoryData<string> Files => [.. Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, f), "*.pipe")).Select(f => Path.GetRelativePath(AppContext.BaseDirectory, f))];

    static readonly string[] Folders = ["examples", Path.Combine("Golden", "errors")];

    [Theory, MemberData(nameof(Lines))]
    public void Scripts_are_written(string script, string form)
    {
        Assert.Equal(form, Form(script));
        Assert.Equal(form, Form(form));
    }

    [Fact]
    public void Any_script_keeps_its_meaning_and_its_comments_and_has_one_form() => Scripts.Sample(Holds, iter: 5000);

    [Theory, MemberData(nameof(Files))]
    public void The_laws_hold_for_every_script_there_is(string file) => Holds(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));

    [Fact]
    public void Examples_are_in_their_form()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "examples"), "*.pipe"))
            Assert.Equal(File.ReadAllText(file), Form(File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("load   x.csv\nfilter   (a\n", "unfinished-line")]
    [InlineData("pca * \n# the step goes on\n  0.9\n", "unexpected-token")]
    [InlineData("pca *   # the step goes on\n  0.9\n", "unexpected-token")]
    public void What_cannot_be_read_is_left_alone(string script, string code)
    {
        Assert.Equal(script, Formatter.Format(new SourceText("a.pipe", script), out var mistakes));
        Assert.Equal(code, Assert.Single(mistakes).Code.Name);
    }

    [Fact]
    public void Line_ends_stay_those_of_the_file() => Assert.Equal("load x\r\n\r\ndescribe\r\n", Form("load  x\r\n\r\n\r\ndescribe"));

    static void Holds(string script)
    {
        var form = Formatter.Format(new SourceText("a.pipe", script), out var mistakes);
        if (mistakes.Count > 0) Assert.Equal(script, form);
        if (mistakes.Count > 0) return;
        Assert.Equal(form, Form(form));
        var (before, after) = (Read(script), Read(form));
        Assert.Equal(before.Items.Select(Show), after.Items.Select(Show));
        Assert.Equal(before.Comments.Select(c => c.Text), after.Comments.Select(c => c.Text));
    }

    static string Form(string script)
    {
        var form = Formatter.Format(new SourceText("a.pipe", script), out var mistakes);
        Assert.Empty(mistakes);
        return form;
    }

    static Script Read(string script) => new Reader(new SourceText("a.pipe", script), []).Read();

    /// <summary>An item without its places.</summary>
    static string Show(Item item) => item switch
    {
        Prose prose => $"prose {prose.Text}",
        Declaration declaration => $"param {declaration.Name.Text} = {declaration.Value}",
        Step step => $"{step.Name.Text} {string.Join(" ; ", step.Arguments.Select(a => $"{a.Name?.Text}={a.Value}"))} as {step.As?.Text} {step.Broken}",
        _ => throw new SwitchExpressionException(item),
    };
}
