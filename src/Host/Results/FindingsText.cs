using System.Globalization;
using System.Text;

namespace Host.Results;

/// <summary>Findings as text: a fact a line, numbers in columns of a fixed width, so that one that changes changes one line.</summary>
static class FindingsText
{
    public const int Width = 100;

    const int KeyWidth = 10, NameWidth = 24, FirstWidth = 20, CellWidth = 13;

    public static string Of(RecordedFindings found)
    {
        var text = new StringBuilder();
        Line(text, $"pipe results {RecordedFindings.Form}");
        Key(text, "script", found.Script);
        Key(text, "version", found.Version);
        foreach (var set in found.Set) Key(text, "set", set);
        Key(text, "seed", found.Seed.ToString(CultureInfo.InvariantCulture));
        foreach (var data in found.Data)
            Key(text, "data", string.Create(CultureInfo.InvariantCulture, $"{data.Name}  {data.Bytes} bytes  sha256 {data.Hash}"));
        Key(text, "numbers", found.Numbers);
        if (found.Stopped is { } step) Key(text, "stopped", step);
        foreach (var one in found.Steps) Step(text, one);
        foreach (var rows in found.Witnesses) Witnesses(text, rows);
        return text.ToString();
    }

    static void Step(StringBuilder text, StepFound step)
    {
        text.Append('\n');
        Key(text, "step", step.Text);
        Names(text, "reads", step.Reads);
        Names(text, "makes", step.Makes);
        foreach (var fact in step.Facts) Line(text, $"  {fact.Name.PadRight(NameWidth - 2)} {fact.Value,CellWidth}");
        foreach (var labels in step.Labels)
        {
            Key(text, "labels", $"{labels.Name}  sha256 {labels.Hash}");
            Names(text, "order", labels.Order);
            Names(text, "gone", labels.Gone);
            Rows(text, labels.Clusters);
        }
        foreach (var table in step.Tables)
        {
            Key(text, "table", table.Name);
            Rows(text, table);
        }
    }

    static void Rows(StringBuilder text, TableFound table)
    {
        foreach (var row in table.Rows.Prepend(table.Columns))
            Line(text, "  " + string.Join(' ', row.Select((cell, j) => j == 0
                ? cell.PadRight(FirstWidth) : cell.PadLeft(Math.Max(CellWidth, table.Columns[j].Length)))));
    }

    static void Witnesses(StringBuilder text, WitnessRows witnesses)
    {
        text.Append('\n');
        Key(text, "witnesses", string.Create(CultureInfo.InvariantCulture,
            $"{witnesses.Table}  {witnesses.Ids.Count} of {witnesses.Of} rows"));
        foreach (var line in witnesses.Ids.Chunk(Width / RecordNumbers.IdLength)) Key(text, "ids", string.Concat(line));
        foreach (var (name, codes) in witnesses.Labels)
        {
            var width = codes.Max(c => c.Length);
            foreach (var line in codes.Chunk(Math.Max(1, Width / width)))
                Key(text, "in", $"{name,-KeyWidth} {string.Concat(line.Select(c => c.PadRight(width, '_')))}");
        }
    }

    /// <summary>In as many lines as they take.</summary>
    static void Names(StringBuilder text, string key, IReadOnlyList<string> names)
    {
        var line = new StringBuilder();
        foreach (var name in names)
        {
            if (line.Length > 0 && line.Length + name.Length >= Width)
            {
                Key(text, key, line.ToString());
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(name);
        }
        if (line.Length > 0) Key(text, key, line.ToString());
    }

    static void Key(StringBuilder text, string key, string value) => Line(text, $"{key.PadRight(KeyWidth)}{value}");

    static void Line(StringBuilder text, string line) => text.Append(Printable.Of(line).TrimEnd()).Append('\n');
}
