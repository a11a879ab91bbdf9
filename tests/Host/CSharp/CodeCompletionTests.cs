using System.ComponentModel;
using System.Reflection;
using Dsl.Editing;
using Host.CSharp;
using Host.CSharp.Editing;
using Host.Editor;
using Runtime;

namespace Tests.Host.CSharp;

/// <summary>What may stand at the caret (written ‸) in a block, and what is said of it.</summary>
public sealed class CodeCompletionTests
{
    static readonly CodeAssistant Assistant = new();

    static readonly Shape Made = new()
    {
        Columns = new(new ColumnShape("genre", ColumnType.Text), new ColumnShape("energy", ColumnType.Number), new ColumnShape("tempo", ColumnType.Integer),
            ColumnShape.Labeling("moods", 4), ColumnShape.Labeling("dense", mayHaveNoise: true)),
    };

    /// <summary>The code, then what is offered first; all of it where no <c>…</c> follows.</summary>
    const string Offers = """
        Numb‸                                  ⇶ Numbers …
        numb‸                                  ⇶ Numbers …
        Numbers("‸                             ⇶ energy tempo
        Numbers("en‸                           ⇶ energy
        Texts("‸")                             ⇶ genre energy tempo moods dense
        Labels( "‸                             ⇶ moods dense
        Labels("ens‸                           ⇶ dense
        Param("‸                               ⇶ k share
        Param<double>("sh‸                     ⇶ share
        other.Numbers("‸                       ⇶
        Show("‸                                ⇶
        var k = 1; // ‸                        ⇶
        Numbers("energy").Avera‸               ⇶ Average
        var big = Numbers("energy"); bi‸       ⇶ big …
        Add("x", row => Math.Sqr‸              ⇶ Sqrt
        Do(new Pca { ‸                         ⇶ As Components Except Variance Whiten
        Do(new Scale { Method = ScalingMethod.‸ ⇶ Minmax Robust Standard …
        Study.Cur‸                             ⇶ Current CurrentPoints
        foreach (var x in Labels("moods")) { if (x < 0) conti‸ ⇶ continue …
        Matrix<double>.Build.Den‸              ⇶ Dense DenseDiagonal …
        int Twice(int n) => 2 * n;\nTwi‸       ⇶ Twice
        """;

    public static TheoryData<string, string> OfferCases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in Offers.ReplaceLineEndings("\n").Split('\n')) cases.Add(line.Split(" ⇶")[0].Trim().Replace("\\n", "\n"), line.Split(" ⇶")[1].Trim());
            return cases;
        }
    }

    [Theory, MemberData(nameof(OfferCases))]
    public void What_is_offered_is(string code, string offered)
    {
        var choices = At(code).Choices.Select(c => c.Text).ToArray();
        var expected = offered.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (expected is [.. var first, "…"]) Assert.Equal(first, choices.Take(first.Length));
        else Assert.Equal(expected, choices);
    }

    [Theory]
    [InlineData("Numbers(‸", "Values<double> Numbers(string column)  A column of numbers; NaN where missing.")]
    [InlineData("AddLabels(\"a\", ‸", "void AddLabels(string name, ReadOnlySpan<int> labels, ReadOnlySpan<double> strength = default(ReadOnlySpan<double>))  A labeling")]
    [InlineData("Param(\"k\") + Warn(‸)", "void Warn(string text, string? hint = null)")]
    [InlineData("Add(\"x\", ‸", "void Add(string column, ReadOnlySpan<double> values) (+ 7 other forms)")]
    [InlineData("new BarChart(‸", "BarChart(")]
    public void The_call_around_the_caret_says_what_it_takes(string code, string note) => Assert.StartsWith(note, At(code).Note);

    [Theory]
    [InlineData("Numb‸", "Numbers", "Values<double> Numbers(string column)  A column of numbers; NaN where missing.")]
    [InlineData("Do(new Pc‸", "Pca", "Pca  Rotate the points onto their directions of largest variance.")]
    [InlineData("Do(new Hdbscan { MinC‸", "MinCluster", "int Hdbscan.MinCluster { get; init; }  Smallest group that counts as a cluster.")]
    [InlineData("whil‸", "while", "")]
    public void Choices_are_explained(string code, string choice, string says) => Assert.Equal(says, At(code).Choices.First(c => c.Text == choice).Says);

    [Fact]
    public void Everything_that_a_block_sees_is_offered_and_explained()
    {
        var choices = At("‸").Choices;
        foreach (var member in typeof(Block).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (member is MethodInfo { IsSpecialName: true } or ConstructorInfo || member.GetCustomAttribute<EditorBrowsableAttribute>() is { State: EditorBrowsableState.Never }) continue;
            Assert.Contains("  ", Assert.Single(choices, c => c.Text == member.Name).Says);
        }
        Assert.DoesNotContain(choices, c => c.Text is nameof(Block.Main) or nameof(Block.FailsAt));
    }

    [Fact]
    public async Task Nobody_waits_for_the_first_answer()
    {
        var menu = new CodeAssistant().Complete(new Fence(0, "Numb", Made, []), 4, ".");
        Assert.Equal(("C# completion is being loaded …", 0), (menu.Note, menu.Choices.Count));
        Assert.Equal("Numbers", (await menu.Later!).Choices[0].Text);
    }

    [Fact]
    public void Helpers_and_packages_that_are_named_are_known()
    {
        using var sandbox = new Sandbox().With("helpers.csx", "using System.Text;\nint Answer() => 42;\n");
        Assert.Equal("Answer", At("#load \"helpers.csx\"\nAnsw‸", sandbox.Folder).Choices[0].Text);
        Assert.Equal("Numbers", At("#load \"missing.csx\"\nNumb‸", sandbox.Folder).Choices[0].Text);
    }

    [Fact]
    public void A_block_in_a_script_knows_the_study_before_it()
    {
        const string Script = "param k = 3\nload sample:moons rows=20\ncsharp ```Numbers(\"\");```\n";
        var found = Completion.At(Script, Script.IndexOf("\"\"", StringComparison.Ordinal) + 1, new LanguageOptions(), _ => []);
        Assert.Equal("Numbers(\"\");", found.Fence!.Text);
        Assert.Equal(["x", "y", "group"], found.Fence.Before.Columns!.Names);
        Assert.Equal([("k", "3")], found.Fence.Parameters);
    }

    static Menu At(string code, string folder = ".")
    {
        var caret = code.IndexOf('‸');
        var menu = Assistant.Complete(new Fence(0, code.Remove(caret, 1), Made, [("k", "3"), ("share", "93%")]), caret, folder);
        return menu.Later?.Result ?? menu;
    }
}
