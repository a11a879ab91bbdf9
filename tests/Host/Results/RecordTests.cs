using Host;
using Host.CommandLine;
using Host.Results;

namespace Tests.Host.Results;

/// <summary>What <c>--record</c> keeps: the same text for the same findings, and nothing of the machine.</summary>
public sealed class RecordTests
{
    public const string Study = """
        param k = 3
        load sample:penguins
        drop missing bill_length_mm bill_depth_mm flipper_length_mm body_mass_g
        features bill_length_mm bill_depth_mm flipper_length_mm body_mass_g
        scale standard
        kmeans k=$k as groups
        pca components=2
        hdbscan min_cluster=20 as dense
        compare ami groups dense
        means of=features by=groups
        top species 3 by=groups
        expect clusters(groups) > 1
        """;

    internal static RecordedFindings Recorded(Sandbox sandbox, string script = "study.pipe", params string[] words)
    {
        var said = sandbox.Run(["run", script, "--record", "--quiet", .. words]);
        Assert.True(said.Exit == ExitCode.Fine, said.Error);
        return FindingsReader.Of(sandbox.Read(RecordedFindings.FileOf(script)), script);
    }

    [Fact]
    public void A_record_reads_as_golden()
    {
        using var sandbox = new Sandbox().With("study.pipe", Study);
        Recorded(sandbox, "study.pipe", "--witnesses", "40");
        Golden.Matches("host/record", sandbox.Read("study.results"));
    }

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        using var sandbox = new Sandbox().With("study.pipe", Study);
        var found = Recorded(sandbox);
        Assert.Equal(sandbox.Read("study.results"), FindingsText.Of(found));
        Assert.Equal(336, found.Witnesses[0].Labels[0].Codes.Count(c => c != WitnessRows.Absent));
    }

    [Fact]
    public void It_says_nothing_of_threads_places_and_times()
    {
        using var sandbox = new Sandbox().With("study.pipe", Study.Replace("sample:penguins", "$data").Replace("param k", "param data = \"x\"\nparam k"));
        using var other = new Sandbox().With("in/study.pipe", sandbox.Read("study.pipe"));
        sandbox.With("made.pipe", "load sample:penguins\nsave penguins.csv\n").Run("run", "made.pipe", "--quiet");
        File.Copy(sandbox.PathOf("made.out/penguins.csv"), sandbox.PathOf("penguins.csv"));
        File.Copy(sandbox.PathOf("penguins.csv"), other.PathOf("penguins.csv"));
        Recorded(sandbox, "study.pipe", "--threads", "1", "--set", $"data={sandbox.PathOf("penguins.csv")}");
        Recorded(other, "in/study.pipe", "--threads", "3", "--set", "data=../" + Path.GetFileName(other.Folder) + "/penguins.csv");
        Assert.Equal(sandbox.Read("study.results"), other.Read("in/study.results"));
        Assert.DoesNotContain(sandbox.Folder, sandbox.Read("study.results"));
        Assert.Contains("set       data=penguins.csv", sandbox.Read("study.results"));
    }

    [Fact]
    public void Clusters_keep_their_letters_and_one_that_is_gone_leaves_its_own()
    {
        using var sandbox = new Sandbox().With("study.pipe", Study);
        Assert.Equal(["A", "B", "C"], Recorded(sandbox).Labels("groups")!.Order.Order());
        sandbox.With("study.pipe", Study.Replace("param k = 3", "param k = 5"));
        var five = Recorded(sandbox).Labels("groups")!;
        Assert.Equal(5, five.Order.Count);
        Assert.Empty(five.Order.Except(["A", "B", "C", "D", "E", "F", "G", "H"]));
        sandbox.With("study.pipe", Study);
        var three = Recorded(sandbox).Labels("groups")!;
        Assert.Equal(3, three.Order.Count);
        Assert.Equal(five.Order.Concat(five.Gone).Except(three.Order).Order(), three.Gone.Order());
        sandbox.With("study.pipe", Study.Replace("param k = 3", "param k = 6"));
        Assert.Empty(Recorded(sandbox).Labels("groups")!.Order.Intersect(three.Gone));
    }

    [Fact]
    public void Recording_again_changes_nothing_and_what_is_no_finding_changes_no_line()
    {
        using var sandbox = new Sandbox().With("study.pipe", Study);
        Recorded(sandbox);
        var first = sandbox.Read("study.results");
        sandbox.With("study.pipe", "## Prose.\n" + Study.Replace("param k", "param  number").Replace("$k", "$number").Replace("scale standard", "scale   standard # so"));
        Assert.Contains("is as it was", sandbox.Run("run", "study.pipe", "--record").Output);
        Assert.Equal(first, sandbox.Read("study.results"));
    }

    [Fact]
    public void Rows_are_followed_through_filters_orders_and_other_columns()
    {
        const string Before = "load sample:blobs rows=500\n";
        const string After = "features x y\nscale standard\nkmeans k=2 as groups\n";
        using var sandbox = new Sandbox().With("a.pipe", Before + After)
            .With("b.pipe", Before + "sort x\nderive z = x + y\nfilter x > 0\nrename w=z\nselect w x y\nsort y\n" + After);
        var (all, some) = (Recorded(sandbox, "a.pipe").Witnesses[0], Recorded(sandbox, "b.pipe").Witnesses[0]);
        Assert.Equal(all.Ids, some.Ids);
        Assert.InRange(some.Labels[0].Codes.Count(c => c == WitnessRows.Absent), 1, 499);
    }

    [Fact]
    public void More_data_have_mostly_the_same_witnesses()
    {
        static string Csv(int rows) => "x,y,t\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i * 37 % 101},{i * 53 % 97},w{i % 7}\n"));
        using var sandbox = new Sandbox().With("d.csv", Csv(2000)).With("study.pipe", "load d.csv\nfeatures x y\nkmeans k=2 as g\n");
        var before = Recorded(sandbox, "study.pipe", "--witnesses", "200").Witnesses[0].Ids;
        sandbox.With("d.csv", Csv(2200));
        var after = Recorded(sandbox, "study.pipe", "--witnesses", "200").Witnesses[0].Ids;
        Assert.InRange(before.Intersect(after).Count(), 160, 199);
    }

    [Fact]
    public void An_expectation_that_fails_is_recorded_and_a_step_that_fails_is_not()
    {
        using var sandbox = new Sandbox().With("study.pipe", Study + "\nexpect clusters(groups) > 9\ndescribe\n").With("bad.pipe", "load sample:blobs rows=9\nsample 99\n");
        Assert.Equal(ExitCode.ScriptFailed, sandbox.Run("run", "study.pipe", "--record", "--quiet").Exit);
        Assert.Contains("stopped   expect clusters(groups) > 9", sandbox.Read("study.results"));
        var said = sandbox.Run("run", "bad.pipe", "--record", "--quiet");
        Assert.Equal(said.Exit == ExitCode.Fine, File.Exists(sandbox.PathOf("bad.results")));
    }

    [Fact]
    public void Nothing_is_recorded_on_a_build_server_or_without_a_file()
    {
        using var sandbox = new Sandbox { Input = Study }.With("study.pipe", Study);
        Assert.Equal(ExitCode.WrongCommandLine, sandbox.Run(h => PipeCommand.Run(["run", "study.pipe", "--record"], h with { IsUnattended = true })).Exit);
        Assert.Equal(ExitCode.WrongCommandLine, sandbox.Run("run", "-", "--record").Exit);
        Assert.Equal(ExitCode.WrongCommandLine, sandbox.Run("run", "study.pipe", "--witnesses", "5").Exit);
        Assert.Equal(ExitCode.WrongCommandLine, sandbox.Run("run", "study.pipe", "--record", "--witnesses", "-1").Exit);
        Assert.False(File.Exists(sandbox.PathOf("study.results")));
    }

    [Fact]
    public void A_damaged_record_is_refused_in_words_wherever_the_damage_is()
    {
        using var sandbox = new Sandbox().With("study.pipe", Study);
        Recorded(sandbox, "study.pipe", "--witnesses", "30");
        var text = sandbox.Read("study.results");
        var random = new Random(1);
        for (var i = 0; i < 3000; i++)
        {
            var at = random.Next(text.Length);
            var damaged = i % 3 == 0 ? text[..at] : i % 3 == 1 ? text.Remove(at, 1) : text[..at] + (char)random.Next(1, 0x300) + text[(at + 1)..];
            try
            {
                FindingsText.Of(FindingsReader.Of(damaged, "study.results"));
            }
            catch (Refusal refusal)
            {
                Assert.Contains("`study.results`", refusal.Text);
                Assert.NotNull(refusal.Hint);
            }
        }
    }

    [Theory]
    [InlineData("", "is no record")]
    [InlineData("pipe results 2\n", "has form 2")]
    [InlineData("pipe results 1\n<<<<<<< HEAD\n", "merge")]
    [InlineData("pipe results 1\nscript x.pipe\nscript y.pipe\n", "line 3 says `script` again")]
    [InlineData("pipe results 1\nscript x.pipe\nnonsense here\n", "line 3 begins with `nonsense`")]
    [InlineData("pipe results 1\n  a  1\n", "line 2 stands in no step")]
    [InlineData("pipe results 1\nscript x.pipe\nwitnesses t  2000000000 of 5 rows\nids abcde\n", "ends witnesses")]
    public void The_line_at_fault_is_named(string text, string said) =>
        Assert.Contains(said, Assert.Throws<Refusal>(() => FindingsReader.Of(text, "x.results")).Text);
}
