using System.Text;
using System.Text.Json;

namespace Host.Results;

/// <summary>A difference for people, for a page and for programs.</summary>
static class DifferenceText
{
    const int NameWidth = 34;

    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = PlainJson.Encoder };

    public static string Title(DifferencePart part, bool anyChange) => part switch
    {
        DifferencePart.Changed => "changed",
        DifferencePart.Led => "because of that",
        DifferencePart.Causeless => anyChange ? "without a cause among these" : "without a cause",
        _ => "the same",
    };

    public static string Plain(IEnumerable<DifferenceLine> lines)
    {
        var all = lines.ToList();
        var text = new StringBuilder();
        foreach (var part in all.GroupBy(l => l.Part))
        {
            text.Append(Title(part.Key, all.Exists(l => l.Part == DifferencePart.Changed))).Append('\n');
            foreach (var line in part)
            {
                var what = new string(' ', 2 + 2 * line.Depth) + line.What;
                text.Append(Values(line) is { Length: > 0 } values ? $"{what.PadRight(NameWidth)}  {values}" : what).Append('\n');
            }
        }
        return text.ToString();
    }

    /// <summary>For a page that people read, such as a pull request.</summary>
    public static string Markdown(IEnumerable<DifferenceLine> lines)
    {
        var all = lines.ToList();
        var text = new StringBuilder();
        foreach (var part in all.GroupBy(l => l.Part))
        {
            text.Append($"\n**{Title(part.Key, all.Exists(l => l.Part == DifferencePart.Changed))}**\n\n"
                + $"| | before | after |\n|---|---|---|\n");
            foreach (var line in part)
                text.Append($"| {string.Concat(Enumerable.Repeat("&emsp;", line.Depth))}"
                    + $"{MarkdownText.Cell(line.What)} | {MarkdownText.Cell(line.Old)} | {MarkdownText.Cell(line.New)} |\n");
        }
        return text.ToString();
    }

    static string Values(DifferenceLine line) => line switch
    {
        { Old: null, New: null } => "",
        { Old: null } => line.New!,
        { New: null } => $"{line.Old} → gone",
        _ => $"{line.Old} → {line.New}",
    };

    public static void Json(Stream stream, IEnumerable<(string Script, FindingsDifference Difference)> all)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartArray();
        foreach (var (script, difference) in all)
        {
            json.WriteStartObject();
            json.WriteString("script", script);
            Write(json, "around", difference.Around);
            json.WriteStartArray("steps");
            foreach (var step in difference.Steps.Where(s => s.IsEdited || s.IsOther)) Step(json, step);
            json.WriteEndArray();
            json.WriteNumber("same", difference.Same);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    static void Step(Utf8JsonWriter json, StepDifference step)
    {
        json.WriteStartObject();
        json.WriteString("before", step.Before?.Text);
        json.WriteString("after", step.After?.Text);
        json.WriteBoolean("has_cause", step.HasCause);
        Write(json, "arguments", step.Arguments);
        Write(json, "facts", step.Facts);
        foreach (var table in step.Tables) Write(json, $"table {table.Name}", table.Cells);
        json.WriteStartArray("labelings");
        foreach (var labels in step.Labels) Labeling(json, labels);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Labeling(Utf8JsonWriter json, LabelDifference labels)
    {
        json.WriteStartObject();
        json.WriteString("name", labels.Name);
        json.WriteNumber("witnesses", labels.Witnesses);
        if (double.IsFinite(labels.Moved)) json.WriteNumber("moved", Math.Round(labels.Moved, 4));
        json.WriteStartArray("clusters");
        foreach (var one in labels.Transitions)
        {
            json.WriteStartObject();
            json.WriteString("cluster", one.Cluster);
            json.WriteString("fate", Signature.SnakeCase($"{one.Fate}"));
            json.WriteStartObject("parts");
            foreach (var (cluster, share) in one.Parts) json.WriteNumber(cluster, Math.Round(share, 4));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, IEnumerable<Changed> changes)
    {
        json.WriteStartArray(name);
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("name", change.Name);
            json.WriteString("before", change.Old);
            json.WriteString("after", change.New);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
