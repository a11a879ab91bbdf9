using System.Text.Json;
using Dsl;
using Dsl.Diagnostics;

namespace Host.CommandLine;

/// <summary>
/// What checks have found, for editors and build servers. Lines and columns count from 1, an end is the place after the last character.
/// </summary>
static class DiagnosticFiles
{
    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = PlainJson.Encoder };

    public static void WriteJson(Stream stream, IReadOnlyList<Plan> plans)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartArray();
        foreach (var (source, diagnostic) in All(plans))
        {
            json.WriteStartObject();
            json.WriteString("file", source.Name);
            if (diagnostic.Span is { } span) WritePlace(json, source, span);
            json.WriteString("severity", Severity(diagnostic));
            json.WriteString("code", diagnostic.Code.Name);
            json.WriteString("title", diagnostic.Title);
            json.WriteString("text", diagnostic.Text);
            if (diagnostic.Hint is { } hint) json.WriteString("hint", hint);
            WriteRelated(json, source, diagnostic);
            WriteFixes(json, source, diagnostic);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    static void WriteRelated(Utf8JsonWriter json, SourceText source, Diagnostic diagnostic)
    {
        if (diagnostic.Related.Count == 0) return;
        json.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            json.WriteStartObject();
            WritePlace(json, source, related.Span);
            json.WriteString("text", related.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>What puts it right: the edits of one fix are made together.</summary>
    static void WriteFixes(Utf8JsonWriter json, SourceText source, Diagnostic diagnostic)
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
                WritePlace(json, source, edit.Span);
                json.WriteString("text", edit.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WritePlace(Utf8JsonWriter json, SourceText source, Span span)
    {
        var (start, end) = (source.Place(span.Start), source.Place(span.End));
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteStartObject("end");
        json.WriteNumber("line", end.Line);
        json.WriteNumber("column", end.Column);
        json.WriteEndObject();
    }

    static IEnumerable<(SourceText Source, Diagnostic Diagnostic)> All(IEnumerable<Plan> plans) =>
        plans.SelectMany(p => p.Diagnostics.Select(d => (d.Source ?? p.Source, d)));

    static string Severity(Diagnostic diagnostic) => diagnostic.IsError ? "error" : "warning";
}
