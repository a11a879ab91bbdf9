using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Runtime;

namespace Bench;

/// <summary>What <c>pipe plan</c> says beside what <c>pipe run</c> takes: scripts made of the operators' own examples, at three sizes.</summary>
/// <param name="pipe">The program.</param>
/// <param name="limit">Seconds; what is said to take longer is not run.</param>
sealed partial class Forecasts(string pipe, string? data, string[] only, double limit)
{
    const double Wanted = 1.5;

    static readonly int[] Sizes = [10_000, 114_000, 1_159_764];

    /// <summary>The files of real tracks, by size, and what brings their columns to the names of the sample.</summary>
    static readonly (string File, string More)[] Files =
    [
        ("spotify_sample_10000.csv.gz", ""),
        ("spotify_114k.csv.gz", "rename genre=track_genre artist_name=artists\nderive year=2000 + popularity\n"),
        ("spotify_1159764.csv.gz", ""),
    ];

    readonly string folder = Directory.CreateTempSubdirectory("pipe-plan-").FullName;
    readonly List<Line> lines = [];
    readonly List<string> steps = ["script,rows,number,step,likely,seconds,memory,peak"];

    /// <summary>Prints a table, and leaves the steps in <c>plan_steps.csv</c>.</summary>
    public void Run(string into)
    {
        foreach (var op in Catalog.Operators.Where(o => o.Name != "csharp" && (only.Length == 0 || only.Contains(o.Name))))
        {
            if (op.Examples.FirstOrDefault() is not { } example) continue;
            for (var size = 0; size < Sizes.Length; size++) Measure(op.Name, Script(example, size), Sizes[size]);
        }
        File.WriteAllLines(Path.Combine(into, "plan_steps.csv"), steps);
        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Report.Machine()}.\n");
        Console.WriteLine(MarkdownTable.Of(["example of", "rows", "plan s", "likely", "run s", "run / plan", "plan MB", "run MB"],
            [.. lines.Select(l => l.Cells)], [1, 2, 3, 4, 5, 6, 7]));
        var (time, memory) = (lines.Count(l => Within(l.Ratio, Wanted)), lines.Count(l => Within(l.Peak / l.Memory, 1.3)));
        Console.WriteLine(FormattableString.Invariant(
            $"\n{lines.Count} runs; within × {Wanted}: {time} ({100.0 * time / lines.Count:0} %); memory within × 1.3: {memory} ({100.0 * memory / lines.Count:0} %)."));
    }

    static bool Within(double ratio, double most) => ratio <= most && ratio >= 1 / most;

    string Script(ExampleAttribute example, int size)
    {
        var start = data is { } there && Files[size] is var (file, more)
            ? $"load \"{Path.Combine(there, file)}\"\n{more}" : $"load sample:spotify rows={Sizes[size]}\n";
        return $"{start}features danceability energy valence acousticness\n{Grown(example.After, size).Replace(" | ", "\n")}\n{Grown(example.Script, size)}\n";
    }

    /// <summary>Clusters that count grow with the rows, as in a study of so many.</summary>
    static string Grown(string steps, int size) => MinCluster().Replace(steps, given => string.Join(',',
        given.Value.Split(',').Select(count => (long)int.Parse(count) * Sizes[size] / Sizes[0])));

    [GeneratedRegex("(?<=min_cluster=)[0-9,]+")]
    private static partial Regex MinCluster();

    void Measure(string name, string script, int rows)
    {
        var file = Path.Combine(folder, "s.pipe");
        File.WriteAllText(file, script);
        var (_, said) = Said(["plan", file, "--json", "--no-cache"]);
        if (!said.StartsWith('{')) return;
        using var plan = JsonDocument.Parse(said);
        var root = plan.RootElement;
        var likely = root.GetProperty("seconds").GetProperty("likely").GetDouble();
        if (likely > limit || root.GetProperty("steps").EnumerateArray().Any(s => s.TryGetProperty("refused", out _)))
        {
            Console.Error.WriteLine(FormattableString.Invariant($"{name}, {rows}: not run, {likely:0.00} s"));
            return;
        }
        var output = Path.Combine(folder, "out");
        var (code, error) = Said(["run", file, "--no-cache", "--quiet", "--out", output]);
        if (code != 0)
        {
            Console.Error.WriteLine($"{name}, {rows}: failed");
            return;
        }
        using var run = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "run.json")));
        Note(name, rows, root, run.RootElement.GetProperty("timing"));
    }

    void Note(string name, int rows, JsonElement plan, JsonElement timing)
    {
        var line = new Line(name, rows, RangeOf(plan.GetProperty("seconds")), plan.GetProperty("seconds").GetProperty("likely").GetDouble(), timing.GetProperty("seconds").GetDouble(),
            plan.GetProperty("peak_memory_bytes").GetDouble(), timing.GetProperty("peak_memory_bytes").GetDouble());
        lines.Add(line);
        Console.Error.WriteLine(string.Join("  ", line.Cells));
        foreach (var (said, took) in plan.GetProperty("steps").EnumerateArray().Zip(timing.GetProperty("steps").EnumerateArray()))
            steps.Add(string.Create(CultureInfo.InvariantCulture, $"{name},{rows},{said.GetProperty("number")},\"{said.GetProperty("step").GetString()!.Replace("\"", "'")}\",")
                + string.Create(CultureInfo.InvariantCulture, $"{said.GetProperty("seconds").GetProperty("likely")},{took.GetProperty("seconds")},{said.GetProperty("memory_bytes")},{took.GetProperty("peak_memory_bytes")}"));
    }

    static string RangeOf(JsonElement seconds) =>
        FormattableString.Invariant($"{seconds.GetProperty("low").GetDouble():0.00}–{seconds.GetProperty("high").GetDouble():0.00}");

    (int Code, string Output) Said(string[] words)
    {
        var isDll = pipe.EndsWith(".dll", StringComparison.Ordinal);
        using var process = Process.Start(new ProcessStartInfo(isDll ? "dotnet" : pipe, isDll ? [pipe, .. words] : words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Length > 0 ? output : error.Result);
    }

    sealed record Line(string Name, int Rows, string Range, double Likely, double Took, double Memory, double Peak)
    {
        public double Ratio => Took / Likely;

        public string[] Cells =>
        [
            Name, $"{Rows:N0}", Range, Numbers.Seconds(Likely), Numbers.Seconds(Took), FormattableString.Invariant($"{Ratio:0.00}"),
            Numbers.Megabytes((long)Memory), Numbers.Megabytes((long)Peak),
        ];
    }
}
