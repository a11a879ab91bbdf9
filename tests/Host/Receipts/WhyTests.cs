using CsCheck;
using Host;

namespace Tests.Host.Receipts;

/// <summary>However script, data and settings are edited, nothing stale is shown, and what is run again is told the very change.</summary>
public sealed class WhyTests
{
    sealed record State(int K, int Pca, int Min, int Cell, int Seed, int Times, bool Filter, bool Comment, bool Spaces, string Parameter)
    {
        public string Script => (Comment ? "# a comment\n" : "") + $"param {Parameter} = 5\n"
            + $"load d.csv\ncsharp adds=w:number ```\n  var y = Numbers(\"y\");\n  Add(\"w\", row => y[row] * {Times});\n```\n"
            + (Filter ? "filter x < 38\n" : "") + $"features x y z w\nscale standard\npca components={Pca}\n"
            + $"kmeans k={K}{(Spaces ? "   " : " ")}as groups\nhdbscan min_cluster=${Parameter} min_samples={Min} as dense\n"
            + "compare groups dense\nmeans of=features by=dense\n";

        public string Data => "x,y,z\n" + string.Concat(Enumerable.Range(0, 80).Select(i =>
            $"{i % 9 + (i < 40 ? 0 : 30) + (i == Cell ? 1 : 0)},{i * 7 % 11}.25,{i * i % 17}\n"));
    }

    /// <summary>An edit, and what is said of the first costly step that it reaches; null when it reaches none.</summary>
    sealed record Edit(string Name, Func<State, State> Make, Func<State, State, string?> Said);

    static readonly Edit[] Edits =
    [
        new("k", s => s with { K = s.K == 2 ? 3 : 2 }, (a, b) => $"`k` {a.K} → {b.K}"),
        new("pca", s => s with { Pca = s.Pca == 2 ? 3 : 2 }, (a, b) => $"`pca`: `components` {a.Pca} → {b.Pca}"),
        new("min", s => s with { Min = s.Min == 3 ? 4 : 3 }, (a, b) => $"`min_samples` {a.Min} → {b.Min}"),
        new("cell", s => s with { Cell = (s.Cell + 1) % 80 }, (_, _) => "`load`: content of `d.csv` is another"),
        new("filter", s => s with { Filter = !s.Filter }, (a, b) => b.Filter ? "`filter x < 38` is new" : "`filter x < 38` is gone"),
        new("comment", s => s with { Comment = !s.Comment }, (_, _) => null),
        new("spaces", s => s with { Spaces = !s.Spaces }, (_, _) => null),
        new("rename", s => s with { Parameter = s.Parameter == "few" ? "least" : "few" }, (_, _) => null),
        new("code", s => s with { Times = s.Times == 2 ? 3 : 2 }, (_, _) => "`csharp`: `code` has changed"),
        new("set", s => s with { Seed = s.Seed == 5 ? 6 : 5 }, (a, b) => $"`min_cluster` {a.Seed} → {b.Seed}"),
    ];

    /// <summary>Of one to six edits; more are tried where the environment asks for them.</summary>
    static readonly int Paths = int.TryParse(Environment.GetEnvironmentVariable("PIPE_EDIT_PATHS"), out var paths) ? paths : 3;

    static string[] Words(State state) => ["s.pipe", "--trust", "--set", $"{state.Parameter}={state.Seed}"];

    static string Json(Sandbox sandbox, State state, params string[] more)
    {
        var said = sandbox.Run(["run", .. Words(state), "--quiet", .. more]);
        Assert.True(said.Exit == ExitCode.Fine, said.Error);
        var json = sandbox.Read("s.out/run.json");
        return json[..json.IndexOf("\"timing\"", StringComparison.Ordinal)];
    }

    [Fact]
    public void An_edit_is_never_answered_from_before_it_and_is_named()
    {
        var start = new State(2, 2, 3, 0, 5, 2, false, false, false, "few");
        Gen.Int[0, Edits.Length - 1].Array[1, 6].Sample(path =>
        {
            using var kept = new Sandbox().Keeping();
            var state = start;
            Write(kept, state);
            Json(kept, state);
            foreach (var edit in path.Select(p => Edits[p]))
            {
                var before = state;
                Write(kept, state = edit.Make(state));
                // Nothing but this run is remembered, so that what was kept of one before cannot hide the change.
                Forget(kept, before);
                var why = kept.Run(["why", .. Words(state)]);
                Assert.True(why.Exit == ExitCode.Fine, why.Error);
                if (edit.Said(before, state) is { } said) Assert.Contains(said, why.Output);
                else Assert.DoesNotContain("would run", why.Output);
                Assert.Equal(Json(kept, state, "--no-cache"), Json(kept, state));
                var past = kept.Run("why", "s.pipe", "--last");
                if (edit.Said(before, state) is { } told) Assert.Contains(told, past.Output);
                else Assert.DoesNotContain("ran in", past.Output);
                Assert.DoesNotContain("would run", kept.Run(["why", .. Words(state)]).Output);
            }
        }, iter: Paths);
    }

    static void Write(Sandbox sandbox, State state) => sandbox.With("s.pipe", state.Script).With("d.csv", state.Data);

    static void Forget(Sandbox sandbox, State last)
    {
        var (script, data) = (sandbox.Read("s.pipe"), sandbox.Read("d.csv"));
        Write(sandbox, last);
        sandbox.Run("cache", "clear");
        Json(sandbox, last);
        sandbox.With("s.pipe", script).With("d.csv", data);
    }

    [Fact]
    public void What_depends_on_a_step_that_would_run_is_not_guessed_at()
    {
        using var kept = new Sandbox().Keeping();
        kept.With("s.pipe", "load sample:spotify rows=300 seed=2\nfeatures energy valence\nscale standard\nkmeans k=3 as a\nfilter a == 1\ngmm k=2\n");
        var first = kept.Run("why", "s.pipe");
        Assert.True(first.Output.Contains("no earlier run of this script is known"), first.Error);
        Assert.Equal(ExitCode.Fine, kept.Run("run", "s.pipe", "--quiet").Exit);
        kept.With("s.pipe", kept.Read("s.pipe").Replace("k=3", "k=4"));
        var said = kept.Run("why", "s.pipe").Output;
        Assert.Contains("kmeans k=4 as a: would run\n     `k` 3 → 4\n", said);
        Assert.Contains("gmm k=2: would run\n     it depends on step 4, which would run\n", said);
        Assert.DoesNotContain("kmeans", kept.Run("why", "s.pipe", "gmm").Output);
        Assert.Equal("There is no such step whose results are kept.\n", kept.Run("why", "s.pipe", "2").Output);
    }

    [Fact]
    public void Where_nothing_is_kept_that_is_said()
    {
        using var sandbox = new Sandbox().With("s.pipe", "load sample:spotify rows=30\n");
        Assert.Equal(ExitCode.WrongCommandLine, sandbox.Run("why", "s.pipe").Exit);
        Assert.Equal(ExitCode.WrongCommandLine, sandbox.Run("cache").Exit);
        Assert.Equal(ExitCode.WrongCommandLine, sandbox.Run("cache", "clear").Exit);
    }
}
