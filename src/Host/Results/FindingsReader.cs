using System.Globalization;
using Runtime.Files;

namespace Host.Results;

/// <summary>Reads what <see cref="FindingsText"/> writes. A record comes from anyone: it is text to compare, and never more.</summary>
sealed class FindingsReader
{
    const int MostBytes = 16 << 20;

    const string Head = "pipe results ";

    readonly string file;
    readonly Dictionary<string, string> head = new(StringComparer.Ordinal);
    readonly List<string> set = [];
    readonly List<DataFound> data = [];
    readonly List<StepDraft> steps = [];
    readonly List<WitnessDraft> witnesses = [];
    int number;

    FindingsReader(string file) => this.file = file;

    /// <param name="written">The path as the person has it.</param>
    /// <exception cref="Refusal">It is no record, or a damaged one.</exception>
    public static RecordedFindings Read(string path, string written) =>
        Of(RegularFile.Text(path, written, "Name a record: `pipe run SCRIPT --record` writes one.", MostBytes), written);

    /// <exception cref="Refusal">It is no record, or a damaged one.</exception>
    public static RecordedFindings Of(string text, string written)
    {
        if (text.Length > MostBytes) throw new Refusal($"`{Printable.Of(written)}` is too long to be a record.");
        return new FindingsReader(written).Read(text.ReplaceLineEndings("\n").Split('\n'));
    }

    RecordedFindings Read(string[] lines)
    {
        if (lines.Any(l => l.StartsWith("<<<<<<< ", StringComparison.Ordinal) || l.StartsWith(">>>>>>> ", StringComparison.Ordinal)))
            throw new Refusal($"`{Printable.Of(file)}` has the marks of a merge that git could not do.", Again);
        Form(lines[0]);
        for (number = 2; number <= lines.Length; number++) if (lines[number - 1].Length > 0) Take(lines[number - 1]);
        if (!head.TryGetValue("script", out var script))
            throw new Refusal($"`{Printable.Of(file)}` does not say of what script it is.", Again);
        return new()
        {
            Script = script,
            Version = head.GetValueOrDefault("version", ""),
            Seed = head.TryGetValue("seed", out var seed) ? Whole(seed) : 0,
            Numbers = head.GetValueOrDefault("numbers", ""),
            Stopped = head.GetValueOrDefault("stopped"),
            Set = set,
            Data = data,
            Steps = [.. steps.Select(s => s.Step(Wrong))],
            Witnesses = [.. witnesses.Select(w => w.Rows(Wrong))],
        };
    }

    void Form(string first)
    {
        if (!first.StartsWith(Head, StringComparison.Ordinal)
            || !int.TryParse(first[Head.Length..], CultureInfo.InvariantCulture, out var form))
            throw new Refusal($"`{Printable.Of(file)}` is no record: its first line is not `{Head}{RecordedFindings.Form}`.",
                "Name a file that `pipe run SCRIPT --record` has written.");
        if (form != RecordedFindings.Form)
            throw new Refusal($"`{Printable.Of(file)}` has form {form} of records; this `pipe` knows form {RecordedFindings.Form}.",
                "Use the `pipe` that wrote it, or record again.");
    }

    void Take(string line)
    {
        if (line.StartsWith("  ", StringComparison.Ordinal))
        {
            if (steps.Count == 0 || witnesses.Count > 0) throw Wrong("stands in no step");
            steps[^1].Add(line, Wrong);
            return;
        }
        var cut = line.IndexOf(' ');
        var (key, value) = cut < 0 ? (line, "") : (line[..cut], line[cut..].Trim());
        if (value.Length == 0) throw Wrong($"has nothing behind `{Printable.Of(key)}`");
        if (key == "step") steps.Add(new(value));
        else if (key == "witnesses") witnesses.Add(Witnesses(value));
        else if (witnesses.Count > 0) witnesses[^1].Add(key, value, Wrong);
        else if (steps.Count > 0) steps[^1].Add(key, value, Wrong);
        else Heading(key, value);
    }

    void Heading(string key, string value)
    {
        switch (key)
        {
            case "set": set.Add(value); break;
            case "data": data.Add(Data(RecordWords.Of(value))); break;
            case "script" or "version" or "seed" or "numbers" or "stopped":
                if (!head.TryAdd(key, value)) throw Wrong($"says `{key}` again");
                break;
            default: throw Unknown(key);
        }
    }

    DataFound Data(string[] words) => words is [var name, var bytes, "bytes", "sha256", var hash]
        ? new(name, Whole(bytes), hash) : throw Wrong("is no line of data");

    WitnessDraft Witnesses(string value) => RecordWords.Of(value) is [var table, var count, "of", var rows, "rows"]
        ? new(table, Whole(count), Whole(rows)) : throw Wrong("is no line of witnesses");

    long Whole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
        ? whole : throw Wrong($"has `{Printable.Of(text)}` where a whole number should be");

    Refusal Unknown(string key) => Wrong($"begins with `{Printable.Of(key)}`, which no line of a record does");

    const string Again = "Take an earlier version of it from git, or record again: `pipe run SCRIPT --record`.";

    Refusal Wrong(string what) => new($"`{Printable.Of(file)}` is damaged: line {number} {what}.", Again);
}
