using Dsl;
using Dsl.Diagnostics;
using Dsl.Editing;
using Runtime;

namespace Tests.Laws;

/// <summary>No argument can cost without bound: every count has a largest value by rule, and what is asked for at most is cheap to say no to.</summary>
public sealed class BoundLaws
{
    /// <summary>What a step on a few hundred rows may allocate.</summary>
    const long Most = 500_000_000;

    /// <summary>Arguments that hold whole numbers; a seed is no count.</summary>
    static IEnumerable<(Signature Op, ParameterSignature Parameter)> Counts => Catalog.Operators
        .SelectMany(op => op.Parameters.Select(p => (op, p)))
        .Where(c => c.p.ValueType == typeof(int) || c.p.ValueType == typeof(Interval) || c.p.ValueType == typeof(CountOrShare))
        .Where(c => c.p.Name != "seed");

    public static TheoryData<string, string, string> Asked
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var (op, parameter) in Counts)
                foreach (var much in (string[])["2147483647", "1000000000", "99999", "9999", "1..2147483647"])
                    if (!much.Contains('.') || parameter.ValueType == typeof(Interval)) all.Add(op.Name, parameter.Name, much);
            return all;
        }
    }

    [Fact]
    public void Every_count_has_a_largest_value() => Assert.Empty(Counts
        .Where(c => c.Parameter.ValueType != typeof(CountOrShare))
        .Where(c => c.Parameter.Rules.All(r => r.Holds(int.MaxValue))).Select(c => $"{c.Op.Name} {c.Parameter.Name}"));

    [Theory, MemberData(nameof(Asked))]
    public void Whatever_is_asked_for_is_done_or_refused_cheaply(string name, string argument, string value)
    {
        var signature = Catalog.Find(name)!;
        var parameter = signature.Find(argument)!;
        var example = signature.Examples.First();
        var step = parameter is { Positional: true, Required: true } ? $"{name} {value}"
            : System.Text.RegularExpressions.Regex.Replace(example.Script, $@" {argument}=\S+", "") + $" {argument}={value}";
        var script = $"load sample:spotify rows=300 seed=5\nfeatures danceability energy valence\n{example.After}\n{step}\n";
        var before = GC.GetAllocatedBytesForCurrentThread();
        var plan = Language.Check(new SourceText("s", script), new LanguageOptions());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < Most, script);
        if (plan.HasErrors) return;
        before = GC.GetAllocatedBytesForCurrentThread();
        var ending = new Runner(plan, new RunSettings { OutputFolder = OperatorExamples.Quiet.OutputFolder, Threads = 1 }).Run();
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < Most, script);
        Assert.False(ending is Ending.Broken or Ending.Failed { Diagnostic.Code.Name: "bug" }, script);
    }

    /// <summary>What is said grows with what is wrong, and stops.</summary>
    [Theory]
    [InlineData("describe ", "nope")]
    [InlineData("features ", "nope")]
    [InlineData("bin energy edges=", "nope,")]
    [InlineData("load ", "nope.csv")]
    public void Of_many_mistakes_fifty_are_said(string step, string mistake)
    {
        var many = string.Concat(Enumerable.Range(0, 5000).Select(i => mistake.EndsWith(',') ? $"{mistake[..^1]}{i}," : $" {mistake}{i}")).TrimEnd(',');
        var plan = Language.Check(new SourceText("s", $"load sample:moons rows=9\n{step}{many}\n"), new LanguageOptions());
        Assert.InRange(plan.Diagnostics.Count, 1, 51);
    }

    /// <summary>A text of any kind is read and checked, or said to be too long.</summary>
    [Theory]
    [InlineData("(")]
    [InlineData("|")]
    [InlineData("a")]
    [InlineData("\n")]
    [InlineData("\"")]
    [InlineData("`")]
    [InlineData(",")]
    [InlineData("#")]
    [InlineData("-")]
    [InlineData("##\n")]
    [InlineData("## > > >\n")]
    [InlineData("a\n")]
    [InlineData("a |")]
    [InlineData(")\n")]
    [InlineData("load\n")]
    [InlineData("describe\n")]
    [InlineData("a=1 ")]
    [InlineData("a,")]
    [InlineData("1 ")]
    [InlineData("(1")]
    [InlineData("param a = 1\n")]
    [InlineData("# ok: a\n")]
    [InlineData("\"a\" ")]
    [InlineData("as ")]
    [InlineData("$a ")]
    [InlineData("x ", "describe ")]
    [InlineData("x ", "load sample:moons rows=9 | describe ")]
    [InlineData("x > 1 and ", "load sample:moons rows=9 | filter ")]
    [InlineData("if a then ", "expect ")]
    [InlineData("1,", "kmeans k=")]
    [InlineData("k=1 ", "pca ")]
    [InlineData("derive a=1\n", "load sample:moons rows=9\n")]
    [InlineData("features x y\n", "load sample:moons rows=9\n")]
    public void A_long_script_is_checked(string part, string start = "")
    {
        var script = start + string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
        var plan = Language.Check(new SourceText("s", script), new LanguageOptions());
        Assert.InRange(plan.Diagnostics.Count, 0, 3 * 5_000);
        Formatter.Format(plan.Source, out _);
    }

    [Fact]
    public void A_script_that_is_too_long_is_not_read()
    {
        var plan = Language.Check(new SourceText("s", new string('a', 500_001)), new LanguageOptions());
        Assert.Equal("The script has 500,001 characters, more than 500,000.", Assert.Single(plan.Diagnostics).Text);
    }
}
