using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Host.Report;

/// <summary>Where the results come from, so that they can be made again: data, script, values, versions, machine.</summary>
sealed class HtmlOrigin(StringBuilder html, ReportPage page, string scriptFolder)
{
    public void Write()
    {
        var run = page.Run;
        html.Append("<h2 id=\"origin\">Where it comes from</h2>\n<dl class=\"facts\">\n");
        Fact("Script", $"{Html.Escape(run.Script)} <small>SHA-256 <code>{Hash(page.Plan.Source.Text)}</code></small>");
        foreach (var input in run.Steps.SelectMany(s => s.Sources).DistinctBy(s => (s.File, s.Hash)))
            Fact("Input", $"{Html.Escape(Near(input.File, scriptFolder))} "
                + $"<small>{Wording.Count(input.Bytes)} bytes, SHA-256 <code>{input.Hash}</code></small>");
        foreach (var (name, value) in run.Parameters)
            Fact("Parameter", $"<code>{Html.Escape(name)} = {Html.Escape(Near(value, scriptFolder))}</code>");
        Fact("Seed", $"{run.Seed}");
        Fact("Again", $"<code>{Html.Escape(Again())}</code>");
        var cost = $"{Quantities.Seconds(run.Time)}, {Wording.Plural(run.Threads, "thread")}, at most {Quantities.Bytes(run.PeakMemory)}";
        Fact("Run", string.Create(CultureInfo.InvariantCulture, $"{run.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {cost}"));
        Fact("Version", $"pipe {Html.Escape(Product.Version)}, {Html.Escape(RuntimeInformation.FrameworkDescription)}");
        Fact("Machine", $"{Html.Escape(RuntimeInformation.OSDescription)}, {RuntimeInformation.OSArchitecture}, "
            + $"{Wording.Plural(Environment.ProcessorCount, "core")}");
        html.Append("</dl>\n<details class=\"code\" open=\"open\"><summary>The script</summary>\n"
            + $"<pre class=\"script\" tabindex=\"0\">{Html.Escape(page.Plan.Source.Text.TrimEnd())}</pre></details>\n");
    }

    /// <summary>A path as it is from the script, where it lies below it: no folder of one machine.</summary>
    public static string Near(string path, string scriptFolder)
    {
        if (!Path.IsPathFullyQualified(path) || scriptFolder.Length == 0) return path;
        var near = Path.GetRelativePath(scriptFolder, path);
        return near.StartsWith("..", StringComparison.Ordinal) || Path.IsPathFullyQualified(near) ? path : near;
    }

    /// <summary>The command that makes the same again.</summary>
    string Again() => string.Join(' ', (string[])
    [
        "pipe run", page.Run.Script,
        .. page.Run.Parameters.Select(p => $"--set {p.Name}={(p.Value.Contains(' ') ? $"'{p.Value}'" : Near(p.Value, scriptFolder))}"),
    ]);

    void Fact(string name, string value) => html.Append($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
