using System.Diagnostics;
using System.Text.Json;
using Host;
using Host.Results;

namespace Tests.Host.Results;

/// <summary>What changed, what it led to, and what became of clusters.</summary>
public sealed class DiffTests
{
    static void Git(Sandbox sandbox, string words)
    {
        var start = new ProcessStartInfo("git", "-c user.name=t -c user.email=t@t -c init.defaultBranch=main -c commit.gpgsign=false " + words)
        {
            WorkingDirectory = sandbox.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start)!;
        git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, git.StandardError.ReadToEnd());
    }

    /// <summary>A study of three groups, recorded and committed, then of two.</summary>
    static Sandbox Story()
    {
        var sandbox = new Sandbox().With("study.pipe", RecordTests.Study).With("sub/other.pipe", "load sample:blobs rows=99\n");
        RecordTests.Recorded(sandbox);
        RecordTests.Recorded(sandbox, "sub/other.pipe");
        Git(sandbox, "init -q");
        Git(sandbox, "add study.pipe study.results sub");
        Git(sandbox, "commit -qm first");
        sandbox.With("study.pipe", RecordTests.Study.Replace("param k = 3", "param k = 2"));
        RecordTests.Recorded(sandbox);
        return sandbox;
    }

    [Fact]
    public void A_change_is_told_with_what_it_led_to()
    {
        using var sandbox = Story();
        Golden.Matches("host/diff", string.Join('\n', ((string[])["diff", "diff --all", "diff --md", "diff sub", "diff HEAD HEAD", "diff nothing", "diff a.results b.results"])
            .Select(line => $"$ pipe {line}\n{sandbox.Run(line.Split(' ')).Shown}")));
    }

    [Fact]
    public void Between_commits_and_files_it_is_the_same()
    {
        using var sandbox = Story();
        var here = sandbox.Run("diff", "--json").Output;
        Git(sandbox, "commit -qam second");
        Assert.Equal(here, sandbox.Run("diff", "HEAD~1", "HEAD", "--json").Output);
        using var json = JsonDocument.Parse(here);
        var steps = json.RootElement[0].GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal("kmeans k=2 as groups", steps[0].GetProperty("after").GetString());
        Assert.All(steps, s => Assert.True(s.GetProperty("has_cause").GetBoolean()));
        Assert.DoesNotContain(steps, s => s.GetProperty("after").GetString()!.StartsWith("hdbscan", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_shallow_clone_and_without_a_repository_it_says_what_can_be_compared()
    {
        using var sandbox = Story();
        Git(sandbox, "commit -qam second");
        Git(sandbox, $"clone -q --depth 1 file://{sandbox.Folder} shallow");
        var said = sandbox.Run(h => global::Host.CommandLine.PipeCommand.Run(["diff", "HEAD~1"], h with { WorkingFolder = sandbox.PathOf("shallow") }));
        Assert.Equal(ExitCode.WrongCommandLine, said.Exit);
        Assert.Contains("shallow", said.Error);
        using var none = new Sandbox().With("a.results", sandbox.Read("study.results")).With("b.results", sandbox.Read("study.results"));
        Assert.Contains("Nothing differs", none.Run("diff", "a.results", "b.results").Output);
    }

    [Fact]
    public void A_repository_that_leads_git_to_programs_runs_none()
    {
        if (OperatingSystem.IsWindows()) return;
        using var sandbox = Story();
        sandbox.With("evil.sh", "#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\n");
        File.SetUnixFileMode(sandbox.PathOf("evil.sh"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var key in (string[])["core.fsmonitor", "core.pager", "core.sshCommand", "diff.external", "core.askPass", "credential.helper", "filter.x.smudge", "diff.x.textconv"])
            Git(sandbox, $"config {key} {sandbox.PathOf("evil.sh")}");
        sandbox.With(".gitattributes", "* filter=x diff=x\n");
        File.Delete(sandbox.PathOf("ran"));
        Assert.Equal(ExitCode.Fine, sandbox.Run("diff").Exit);
        Assert.Equal(ExitCode.WrongCommandLine, sandbox.Run("diff", "--output=x").Exit);
        Assert.False(File.Exists(sandbox.PathOf("ran")));
    }

    [Fact]
    public void Text_alone_is_said_to_be_text_alone()
    {
        using var sandbox = Story();
        Git(sandbox, "commit -qam second");
        sandbox.With("study.pipe", "## More.\n" + sandbox.Read("study.pipe"));
        Assert.Contains("Only text is another", sandbox.Run("diff").Output);
        sandbox.With("study.pipe", sandbox.Read("study.pipe").Replace("min_cluster=20", "min_cluster=30"));
        Assert.Contains("has changed since it was recorded", sandbox.Run("diff").Output);
    }

    /// <summary>Two hundred pairs of labelings of which it is known what became of each cluster, by all rows and by a thousand.</summary>
    [Fact]
    public void What_became_of_clusters_is_found_in_all_pairs_and_by_witnesses_in_nearly_all()
    {
        var (whole, sampled, count) = (0, 0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var (before, after, truth) = MadeUp.Pair(new Random(seed));
            count++;
            if (Told(before, after).SetEquals(truth)) whole++;
            int[] some = [.. Enumerable.Range(0, before.Length).OrderBy(i => unchecked((uint)(i * 2654435761L + seed * 97))).Take(1000)];
            if (Told([.. some.Select(i => before[i])], [.. some.Select(i => after[i])]).SetEquals(truth)) sampled++;
        }
        Assert.Equal(count, whole);
        Assert.InRange(sampled, 0.95 * count, count);
    }

    static HashSet<(Fate, string)> Told(string[] before, string[] after) => [.. Transitions.Of(before, after).Select(t => (t.Fate, t.Cluster))];

    /// <summary>Clusters of which each stays, splits, merges with another, dies or is born, under new names; and some rows that move.</summary>
    static class MadeUp
    {
        const int Rows = 20_000;

        public static (string[] Before, string[] After, HashSet<(Fate, string)> Truth) Pair(Random random)
        {
            var (before, after, truth) = (new List<string>(), new List<string>(), new HashSet<(Fate, string)>());
            var next = 0;
            string New() => $"N{next++}";
            var fates = Enumerable.Range(0, random.Next(3, 6)).Select(_ => random.Next(5)).ToArray();
            for (var i = 0; i < fates.Length; i++)
            {
                var (old, size) = ($"O{i}", Rows / 8 + random.Next(Rows / 8));
                if (fates[i] == 0) Add(old, [(New(), 0.92), (WitnessRows.Noise, 0.08)], size, (Fate.Stays, old));
                if (fates[i] == 1) Add(old, [(New(), 0.55), (New(), 0.38), (WitnessRows.Noise, 0.07)], size, (Fate.Splits, old));
                if (fates[i] == 2) Add(old, [(WitnessRows.Noise, 0.95), (New(), 0.05)], size, (Fate.Died, old));
                if (fates[i] == 3)
                {
                    var one = New();
                    Add(old, [(one, 1)], size, (Fate.Merges, one));
                    Add(old + "b", [(one, 0.95), (WitnessRows.Noise, 0.05)], size, (Fate.Merges, one));
                }
                if (fates[i] == 4)
                {
                    var born = New();
                    Add(WitnessRows.Noise, [(born, 1)], size, (Fate.Born, born));
                }
            }
            // The little cluster that is left of one that died is a new one.
            foreach (var left in Enumerable.Range(0, next).Select(i => $"N{i}").Where(n => Shares(n) is [("O", < 0.06)])) truth.Add((Fate.Born, left));
            return ([.. before], [.. after], truth);

            void Add(string old, (string Name, double Share)[] parts, int size, (Fate, string) fate)
            {
                foreach (var (name, share) in parts)
                {
                    before.AddRange(Enumerable.Repeat(old, (int)(size * share)));
                    after.AddRange(Enumerable.Repeat(name, (int)(size * share)));
                }
                truth.Add(fate);
            }

            (string, double)[] Shares(string name)
            {
                var olds = before.Zip(after).Where(p => p.Second == name).Select(p => p.First).Distinct().ToArray();
                if (olds is not [var only] || only == WitnessRows.Noise) return [];
                return [("O", (double)before.Zip(after).Count(p => p == (only, name)) / before.Count(b => b == only))];
            }
        }
    }
}
