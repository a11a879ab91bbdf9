using System.Text;
using System.Text.Json;
using Runtime.Charts;

namespace Host.Record;

/// <summary>Writes a run as <c>run.json</c>. All that may differ between two equal runs stands in <c>timing</c>, last.</summary>
static class RunJson
{
    static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = PlainJson.Encoder,
    };

    public static void Write(Stream stream, RunRecord run, IEnumerable<string> files)
    {
        var steps = run.Steps;
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("pipe", Product.Version);
        json.WriteString("script", run.Script);
        json.WriteStartObject("parameters");
        foreach (var (name, value) in run.Parameters) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteNumber("seed", run.Seed);
        Inputs(json, steps.SelectMany(s => s.Sources));
        json.WriteStartArray("steps");
        foreach (var step in steps) Step(json, step);
        json.WriteEndArray();
        RunOutcome.Write(json, run.Ending);
        Texts(json, "files", files);
        RunTiming.Write(json, run, steps);
        json.WriteEndObject();
    }

    static void Inputs(Utf8JsonWriter json, IEnumerable<Source> inputs)
    {
        json.WriteStartArray("inputs");
        foreach (var input in inputs.Distinct())
        {
            json.WriteStartObject();
            json.WriteString("file", input.File);
            json.WriteNumber("bytes", input.Bytes);
            json.WriteString("sha256", input.Hash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Step(Utf8JsonWriter json, StepRecord step)
    {
        json.WriteStartObject();
        json.WriteNumber("number", step.Number);
        json.WriteString("text", step.Text);
        json.WriteString("operator", step.Operator);
        json.WriteStartObject("results");
        Numbers(json, "metrics", step.Metrics);
        json.WriteStartArray("tables");
        foreach (var exhibit in step.Exhibits) if (exhibit.What is Sheet sheet) Table(json, exhibit.Name, sheet);
        json.WriteEndArray();
        Texts(json, "figures", step.Exhibits.Where(e => e.What is Figure or Drawing).Select(e => e.Name));
        Labelings(json, step.Labelings);
        json.WriteStartObject("models");
        foreach (var model in step.Models) Numbers(json, model.Name, model.Metrics);
        json.WriteEndObject();
        Texts(json, "remarks", step.Remarks);
        Warnings(json, step.Warnings);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>An object of numbers; a name that comes again gets a number: <c>ami</c>, <c>ami_2</c>.</summary>
    static void Numbers(Utf8JsonWriter json, string name, IEnumerable<Metric> metrics)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        json.WriteStartObject(name);
        foreach (var metric in metrics)
        {
            var (unique, number) = (metric.Name, 2);
            while (!names.Add(unique)) unique = $"{metric.Name}_{number++}";
            json.WritePropertyName(unique);
            Cell(json, metric.Value);
        }
        json.WriteEndObject();
    }

    static void Table(Utf8JsonWriter json, string name, Sheet sheet)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("title", sheet.Title);
        Lines(json, "columns", sheet.Columns.Select(c => Line(line =>
        {
            line.WriteStartObject();
            line.WriteString("name", c.Name);
            line.WriteString("format", Signature.SnakeCase(c.Format.ToString()));
            line.WriteEndObject();
        })));
        Lines(json, "rows", Enumerable.Range(0, sheet.Rows).Select(row => Line(line =>
        {
            line.WriteStartArray();
            foreach (var column in sheet.Columns) Cell(line, column.Cells[row]);
            line.WriteEndArray();
        })));
        json.WriteEndObject();
    }

    /// <summary>An array with an item a line, so that people can read and compare it.</summary>
    static void Lines(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        var lines = items.Select(i => "\n            " + i).ToList();
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(",", lines)}]", skipInputValidation: true);
    }

    static string Line(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options with { Indented = false })) write(json);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Numbers to the last bit; what is not finite is null.</summary>
    static void Cell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case string text: json.WriteStringValue(text); break;
            case SmallBars bars: json.WriteStringValue(bars.ToString()); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number + 0.0); break;
            default: json.WriteNullValue(); break;
        }
    }

    static void Labelings(Utf8JsonWriter json, IReadOnlyList<LabelColumn> labelings)
    {
        json.WriteStartObject("labelings");
        foreach (var labeling in labelings)
        {
            json.WriteStartObject(labeling.Name);
            json.WriteNumber("clusters", labeling.Clusters);
            json.WriteStartArray("sizes");
            foreach (var size in labeling.Sizes) json.WriteNumberValue(size);
            json.WriteEndArray();
            json.WriteNumber("noise", labeling.NoiseRows);
            json.WriteString("labels_sha256", labeling.Digest);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    static void Warnings(Utf8JsonWriter json, IEnumerable<Warning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("text", warning.Text);
            json.WriteString("hint", warning.Hint);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

}
