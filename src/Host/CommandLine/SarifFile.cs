using System.Text.Json;
using Dsl;
using Dsl.Diagnostics;

namespace Host.CommandLine;

/// <summary>What checks have found, as OASIS SARIF 2.1.0: one run, a rule for each code that was found.</summary>
sealed class SarifFile : IDisposable
{
    readonly Utf8JsonWriter json;

    SarifFile(Stream stream) =>
        json = new(stream, new() { Indented = true, Encoder = PlainJson.Encoder });

    public static void Write(Stream stream, IReadOnlyList<Plan> plans)
    {
        using var file = new SarifFile(stream);
        file.Write(plans);
    }

    void Write(IReadOnlyList<Plan> plans) => Object(null, () =>
    {
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        List("runs", [plans], run => Object(null, () =>
        {
            WriteTool(run.SelectMany(p => p.Diagnostics).Select(d => d.Code).Distinct().OrderBy(c => c.Name, StringComparer.Ordinal));
            json.WriteString("columnKind", "utf16CodeUnits");
            var results = run.SelectMany(p => p.Diagnostics.Select(d => (Source: d.Source ?? p.Source, Diagnostic: d)));
            List("results", results, r => WriteResult(r.Source, r.Diagnostic));
        }));
    });

    void WriteTool(IEnumerable<DiagnosticCode> codes) => Object("tool", () => Object("driver", () =>
    {
        json.WriteString("name", "pipe");
        json.WriteString("version", Product.Version);
        List("rules", codes, code => Object(null, () =>
        {
            json.WriteString("id", code.Name);
            WriteText("shortDescription", code.Title);
            WriteText("fullDescription", code.Meaning);
        }));
    }));

    void WriteResult(SourceText source, Diagnostic diagnostic) => Object(null, () =>
    {
        json.WriteString("ruleId", diagnostic.Code.Name);
        json.WriteString("level", diagnostic.IsError ? "error" : "warning");
        WriteText("message", diagnostic.Hint is null ? diagnostic.Text : $"{diagnostic.Text} {diagnostic.Hint}");
        List("locations", [diagnostic.Span], span => Object(null, () => WritePlace(source, span)));
        if (diagnostic.Related.Count > 0) List("relatedLocations", diagnostic.Related, related => Object(null, () =>
        {
            WritePlace(source, related.Span);
            WriteText("message", related.Text);
        }));
        if (diagnostic.Fixes.Count > 0) List("fixes", diagnostic.Fixes, fix => WriteFix(source, fix));
    });

    void WriteFix(SourceText source, Fix fix) => Object(null, () =>
    {
        WriteText("description", fix.Title);
        List("artifactChanges", [fix], one => Object(null, () =>
        {
            WriteArtifact(source);
            List("replacements", one.Edits, edit => Object(null, () =>
            {
                WriteRegion("deletedRegion", source, edit.Span);
                if (edit.Text.Length > 0) WriteText("insertedContent", edit.Text);
            }));
        }));
    });

    void WritePlace(SourceText source, Span? span) => Object("physicalLocation", () =>
    {
        WriteArtifact(source);
        if (span is { } known) WriteRegion("region", source, known);
    });

    void WriteArtifact(SourceText source) => Object("artifactLocation", () =>
        json.WriteString("uri", Uri.EscapeDataString(source.Name.Replace('\\', '/')).Replace("%2F", "/")));

    void WriteRegion(string name, SourceText source, Span span) => Object(name, () =>
    {
        var (start, end) = (source.Place(span.Start), source.Place(span.End));
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
    });

    void WriteText(string name, string text) => Object(name, () => json.WriteString("text", text));

    void Object(string? name, Action content)
    {
        if (name is not null) json.WritePropertyName(name);
        json.WriteStartObject();
        content();
        json.WriteEndObject();
    }

    void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    public void Dispose() => json.Dispose();
}
