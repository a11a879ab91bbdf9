using System.Text.Json;
using System.Text.Json.Nodes;
using Host;
using Runtime;

namespace Tests.Host;

/// <summary>The program from the words of its command line to its exit code.</summary>
public class CommandLineTests
{
    const string Script = """
        ## # A small look
        param rows = 300
        load sample:blobs rows=$rows
        features x y
        scale standard as scaled
        kmeans k=3 as groups
        save labels.csv
        """;

    [Fact]
    public void Wrong_command_lines_are_answered_in_words()
    {
        using var sandbox = new Sandbox();
        sandbox.With("study.pipe", Script).With("file.out", "");
        string[] lines =
        [
            "rnu study.pipe", "study.pipe", "run", "run stduy.pipe", "run . ", "run study.pipe other.pipe", "run study.pipe --sed a=1",
            "run --sed study.pipe", "run study.pipe --set", "run study.pipe --set rows", "run study.pipe --threads two", "run study.pipe --threads 0",
            "run study.pipe --out file.out", "run study.pipe --quiet --quite", "check", "check nowhere/study.pipe", "help kmaens", "help gmm serach",
            "sample", "sample blubs", "sample blobs --rows 0", "sample blobs --rows many", "sample fit", "sample fit nothing.csv --by x", "--verison",
        ];
        var shown = lines.Select(line => $"$ pipe {line}\n{sandbox.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Shown}");
        Golden.Matches("host/wrong_command_lines", string.Join('\n', shown));
    }

    [Fact]
    public void The_version_and_the_help_go_to_the_output()
    {
        using var sandbox = new Sandbox();
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+\n$", sandbox.Run("--version").Output);
        Assert.Contains("Usage:", sandbox.Run().Output);
        Assert.Contains("--threads", sandbox.Run("run", "--help").Output);
        Assert.Equal(sandbox.Run("run", "--help"), sandbox.Run("help", "run"));
    }

    [Fact]
    public void Help_explains_every_operator()
    {
        using var sandbox = new Sandbox();
        var overview = sandbox.Run("help").Output;
        foreach (var signature in Catalog.Operators)
        {
            Assert.Contains(signature.Name, overview);
            var said = sandbox.Run(["help", .. signature.Name.Split(' ')]);
            Assert.Equal(ExitCode.Fine, said.Exit);
            Assert.Contains(signature.Doc, string.Join(" ", said.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    [Fact]
    public void Check_finds_mistakes_and_runs_nothing()
    {
        using var sandbox = new Sandbox();
        sandbox.With("good.pipe", Script).With("bad.pipe", Script.Replace("kmeans k=3", "kmaens k=3"));
        Assert.Equal(new ProgramResult(ExitCode.Fine, "good.pipe: 5 steps, nothing wrong.\n", ""), sandbox.Run("check", "good.pipe"));
        var said = sandbox.Run("check", "bad.pipe");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("bad.pipe:6:1", said.Error);
        Assert.Equal(said.Error, sandbox.Run("run", "bad.pipe").Error);
        Assert.Equal(["bad.pipe", "good.pipe"], sandbox.Files("."));
    }

    [Fact]
    public void A_script_comes_from_standard_input_and_its_results_go_where_asked()
    {
        using var sandbox = new Sandbox { Input = Script };
        var said = sandbox.Run("run", "-", "--set", "rows=50", "--json", "copy/run.json", "--quiet");
        Assert.True(said.Exit == ExitCode.Fine, said.Error);
        Assert.Contains("pipe.out", said.Output);
        Assert.Equal(sandbox.Read("pipe.out/run.json"), sandbox.Read("copy/run.json"));
        Assert.Equal(51, File.ReadAllLines(sandbox.PathOf("pipe.out/labels.csv")).Length);
        Assert.Equal("50", Json(sandbox, "pipe.out").GetProperty("parameters").GetProperty("rows").GetString());
    }

    [Fact]
    public void Two_runs_on_any_number_of_threads_record_the_same()
    {
        using var sandbox = new Sandbox();
        sandbox.With("study.pipe", Script.Replace("300", "9000"));
        var records = new[] { "1", "2", "2" }.Select((threads, run) =>
        {
            Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--threads", threads, "--out", $"out{run}").Exit);
            var json = JsonNode.Parse(sandbox.Read($"out{run}/run.json"))!.AsObject();
            Assert.True(json.Remove("timing"));
            return json.ToJsonString() + sandbox.Read($"out{run}/labels.csv");
        }).ToList();
        Assert.Equal(records[0], records[1]);
        Assert.Equal(records[1], records[2]);
        Assert.Contains("labels_sha256", records[0]);
    }

    [Fact]
    public void A_sample_is_the_same_table_that_load_draws()
    {
        using var sandbox = new Sandbox();
        var said = sandbox.Run("sample", "blobs", "--rows", "300");
        sandbox.With("blobs.csv", said.Output).With("study.pipe", Script).With("file.pipe", Script.Replace("sample:blobs rows=$rows", "blobs.csv"));
        Assert.Equal(301, said.Output.TrimEnd().Split('\n').Length);
        sandbox.Run("run", "study.pipe");
        sandbox.Run("run", "file.pipe", "--set", "rows=1");
        Assert.Equal(sandbox.Read("study.out/labels.csv"), sandbox.Read("file.out/labels.csv"));
        Assert.Equal(64, Json(sandbox, "file.out").GetProperty("inputs")[0].GetProperty("sha256").GetString()!.Length);
    }

    [Fact]
    public void A_fitted_description_draws_a_table_with_the_same_columns()
    {
        using var sandbox = new Sandbox();
        sandbox.With("blobs.csv", sandbox.Run("sample", "blobs", "--rows", "500").Output);
        sandbox.With("mine.sample.json", sandbox.Run("sample", "fit", "blobs.csv", "--by", "group").Output);
        var drawn = sandbox.Run("sample", "mine.sample.json", "--rows", "20", "--seed", "3");
        Assert.True(drawn.Exit == ExitCode.Fine, drawn.Error);
        Assert.Equal("x,y,group", drawn.Output.Split('\n')[0].TrimEnd());
        Assert.Equal(21, drawn.Output.TrimEnd().Split('\n').Length);
    }

    static JsonElement Json(Sandbox sandbox, string folder) => JsonDocument.Parse(sandbox.Read($"{folder}/run.json")).RootElement;
}
