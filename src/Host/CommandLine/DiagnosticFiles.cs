using System.Text.Encodings.Web;
using System.Text.Json;
using Dsl;
using Dsl.Diagnostics;

namespace Host.CommandLine;

/// <summary>
/// What checks have found, for editors and build servers. Lines and columns count from 1, an end is the place after the last character.
/// </summary>
static class DiagnosticFiles
{
    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteJson(Stream stream, IReadOnlyList<Plan> plans)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartArray();
        foreach (var (plan, diagnostic) in All(plans))
        {
            json.WriteStartObject();
            json.WriteString("file", plan.Source.Name);
            if (diagnostic.Span is { } span) WritePlace(json, plan, span);
            json.WriteString("severity", Severity(diagnostic));
            json.WriteString("code", diagnostic.Code.Name);
            json.WriteString("title", diagnostic.Title);
            json.WriteString("text", diagnostic.Text);
            if (diagnostic.Hint is { } hint) json.WriteString("hint", hint);
            WriteRelated(json, plan, diagnostic);
            WriteFixes(json, plan, diagnostic);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteRelated(Utf8JsonWriter json, Plan plan, Diagnostic diagnostic)
    {
        if (diagnostic.Related.Count == 0) return;
        json.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            json.WriteStartObject();
            WritePlace(json, plan, related.Span);
            json.WriteString("text", related.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>What puts it right: the edits of one fix are made together.</summary>
    static void WriteFixes(Utf8JsonWriter json, Plan plan, Diagnostic diagnostic)
    {
        if (diagnostic.Fixes.Count == 0) return;
        json.WriteStartArray("fixes");
        foreach (var fix in diagnostic.Fixes)
        {
            json.WriteStartObject();
            json.WriteString("title", fix.Title);
            json.WriteStartArray("edits");
            foreach (var edit in fix.Edits)
            {
                json.WriteStartObject();
                WritePlace(json, plan, edit.Span);
                json.WriteString("text", edit.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WritePlace(Utf8JsonWriter json, Plan plan, Span span)
    {
        var (start, end) = (plan.Source.Place(span.Start), plan.Source.Place(span.End));
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteStartObject("end");
        json.WriteNumber("line", end.Line);
        json.WriteNumber("column", end.Column);
        json.WriteEndObject();
    }

    /// <summary>OASIS SARIF 2.1.0: one run, a rule for each code that was found.</summary>
    public static void WriteSarif(Stream stream, IReadOnlyList<Plan> plans)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, [.. All(plans).Select(f => f.Diagnostic.Code).Distinct().OrderBy(c => c.Name, StringComparer.Ordinal)]);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var (plan, diagnostic) in All(plans)) WriteResult(json, plan, diagnostic);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteTool(Utf8JsonWriter json, DiagnosticCode[] codes)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "pipe");
        json.WriteString("version", Product.Version);
        json.WriteStartArray("rules");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code.Name);
            WriteText(json, "shortDescription", code.Title);
            WriteText(json, "fullDescription", code.Meaning);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteResult(Utf8JsonWriter json, Plan plan, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code.Name);
        json.WriteString("level", Severity(diagnostic));
        WriteText(json, "message", diagnostic.Hint is null ? diagnostic.Text : $"{diagnostic.Text} {diagnostic.Hint}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(plan.Source.Name.Replace('\\', '/')).Replace("%2F", "/"));
        json.WriteEndObject();
        WriteRegion(json, plan, diagnostic);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteRegion(Utf8JsonWriter json, Plan plan, Diagnostic diagnostic)
    {
        if (diagnostic.Span is not { } span) return;
        var (start, end) = (plan.Source.Place(span.Start), plan.Source.Place(span.End));
        json.WriteStartObject("region");
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }

    static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    static IEnumerable<(Plan Plan, Diagnostic Diagnostic)> All(IEnumerable<Plan> plans) =>
        plans.SelectMany(p => p.Diagnostics.Select(d => (p, d)));

    static string Severity(Diagnostic diagnostic) => diagnostic.IsError ? "error" : "warning";
}
