using System.Text.Json;

namespace Host.Record;

/// <summary>The part of <c>run.json</c> that differs from run to run: when, how long, on how many threads, in how much memory.</summary>
static class RunTiming
{
    public static void Write(Utf8JsonWriter json, RunRecord run, IReadOnlyList<StepRecord> steps)
    {
        json.WriteStartObject("timing");
        json.WriteString("started", run.Started.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"));
        json.WriteNumber("threads", run.Threads);
        json.WriteNumber("seconds", Math.Round(run.Time.TotalSeconds, 3));
        json.WriteNumber("peak_memory_bytes", run.PeakMemory);
        json.WriteStartArray("steps");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteNumber("number", step.Number);
            json.WriteNumber("seconds", Math.Round(step.Time.TotalSeconds, 4));
            json.WriteNumber("peak_memory_bytes", step.PeakMemory);
            if (step.Kept) json.WriteBoolean("kept", true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
