using System.Text.Json;
using Dsl;

namespace Host.Record;

/// <summary>The part of <c>run.json</c> that says how the run ended, or that it has not.</summary>
static class RunOutcome
{
    public static void Write(Utf8JsonWriter json, Ending? ending)
    {
        json.WriteStartObject("outcome");
        switch (ending)
        {
            case null:
                json.WriteString("status", "running");
                json.WriteNumber("process", Environment.ProcessId);
                break;
            case Ending.Finished: json.WriteString("status", "finished"); break;
            case Ending.Stopped stopped: Write(json, "cancelled", stopped.Step); break;
            case Ending.Failed { Diagnostic: var wrong } failed:
                Write(json, "failed", failed.Step, wrong.Title, wrong.Text, wrong.Hint);
                break;
            case Ending.Broken { Exception: IOException or UnauthorizedAccessException or Refusal } unwritten:
                Write(json, "failed", unwritten.Step, "Output not written", unwritten.Exception.Message);
                break;
            case Ending.Broken broken: Write(json, "failed", broken.Step, "Bug in pipe", broken.Exception.Message); break;
        }
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string status, int? step, string? title = null, string? text = null, string? hint = null)
    {
        json.WriteString("status", status);
        if (step is { } number) json.WriteNumber("step", number);
        if (text is null) return;
        json.WriteString("title", title);
        json.WriteString("text", text);
        json.WriteString("hint", hint);
    }
}
