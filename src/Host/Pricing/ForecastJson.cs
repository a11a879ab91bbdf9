using System.Text.Json;
using Dsl;
using Dsl.Diagnostics;
using Host.Results;

namespace Host.Pricing;

/// <summary>A forecast for programs.</summary>
static class ForecastJson
{
    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = PlainJson.Encoder };

    public static void Write(Stream stream, Plan plan, Forecast forecast, IReadOnlyDictionary<int, Diagnostic> refused)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("script", plan.Source.Name);
        json.WriteStartArray("steps");
        foreach (var step in forecast.Steps) Write(json, plan, step, refused.GetValueOrDefault(step.Number));
        json.WriteEndArray();
        Write(json, "seconds", forecast.Now);
        Write(json, "seconds_from_nothing", forecast.FromNothing);
        json.WriteNumber("peak_memory_bytes", (long)forecast.PeakMemory);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    static void Write(Utf8JsonWriter json, Plan plan, ForeseenStep step, Diagnostic? refused)
    {
        json.WriteStartObject();
        json.WriteNumber("number", step.Number);
        json.WriteNumber("line", plan.Source.Place(step.Priced.Planned.Step.Span.Start).Line);
        json.WriteString("step", StepText.Of(step.Operator));
        json.WriteNumber("rows", Math.Round(step.Priced.Load.RowsAfter));
        json.WriteBoolean("rows_are_estimated", step.Priced.Doubt > 1);
        Write(json, "seconds", step.Seconds);
        json.WriteNumber("memory_bytes", (long)step.Memory);
        if (step.Standing is { } standing) json.WriteString("stands", standing.IsKept ? "kept" : "would run");
        if (step.Standing?.Because is { Count: > 0 } because) Write(json, "because", because);
        if (refused is not null) json.WriteString("refused", refused.Text);
        if (refused?.Hint is { } hint) json.WriteString("hint", hint);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, string name, SecondsRange seconds)
    {
        json.WriteStartObject(name);
        json.WriteNumber("low", Math.Round(seconds.Low, 3));
        json.WriteNumber("likely", Math.Round(seconds.Likely, 3));
        json.WriteNumber("high", Math.Round(seconds.High, 3));
        json.WriteEndObject();
    }
}
