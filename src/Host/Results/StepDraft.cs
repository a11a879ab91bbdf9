namespace Host.Results;

/// <summary>A step of a record as far as its lines have been read.</summary>
sealed class StepDraft(string text)
{
    readonly List<string> reads = [], makes = [];
    readonly List<Fact> facts = [];
    readonly List<LabelsFound> labels = [];
    readonly List<TableFound> tables = [];
    readonly List<string> order = [], gone = [];
    (string Name, string? Hash)? open;
    string[]? columns;
    List<IReadOnlyList<string>> rows = [];

    public void Add(string key, string value, Func<string, Refusal> wrong)
    {
        var words = RecordWords.Of(value);
        switch (key)
        {
            case "reads": reads.AddRange(words); break;
            case "makes": makes.AddRange(words); break;
            case "order" when open?.Hash is not null: order.AddRange(words); break;
            case "gone" when open?.Hash is not null: gone.AddRange(words); break;
            case "labels":
                Close(wrong);
                open = words is [var name, "sha256", var hash] ? (name, hash) : throw wrong("is no line of labels");
                break;
            case "table":
                Close(wrong);
                open = words is [var table] ? (table, null) : throw wrong("is no line of a table");
                break;
            default: throw wrong($"begins with `{Printable.Of(key)}`, which no line of a step does");
        }
    }

    /// <summary>A fact, or a row of the table that was begun.</summary>
    public void Add(string line, Func<string, Refusal> wrong)
    {
        if (open is null)
        {
            var (name, cut) = (line.Trim(), line.TrimEnd().LastIndexOf(' '));
            if (cut < 2) throw wrong($"has no value for `{Printable.Of(name)}`");
            facts.Add(new(line[..cut].Trim(), line[(cut + 1)..].Trim()));
            return;
        }
        var cells = RecordWords.Of(line);
        if (columns is null) columns = cells;
        else if (cells.Length == columns.Length) rows.Add(cells);
        else throw wrong($"has {Wording.Plural(cells.Length, "cell")} where its table has {Wording.Plural(columns.Length, "column")}");
    }

    public StepFound Step(Func<string, Refusal> wrong)
    {
        Close(wrong);
        return new(text) { Reads = reads, Makes = makes, Facts = facts, Labels = labels, Tables = tables };
    }

    void Close(Func<string, Refusal> wrong)
    {
        if (open is not var (name, hash)) return;
        if (columns is null) throw wrong("ends a table before it has begun");
        if (order.Concat(gone).FirstOrDefault(n => !IsName(n)) is { } other)
            throw wrong($"has `{Printable.Of(other)}` as the name of a cluster");
        var table = new TableFound(hash is null ? name : "", columns, rows);
        if (hash is null) tables.Add(table);
        else labels.Add(new(name, hash, [.. order], [.. gone], table));
        (open, columns, rows) = (null, null, []);
        order.Clear();
        gone.Clear();
    }

    /// <summary>One that <see cref="ClusterNames.Letter"/> gives.</summary>
    static bool IsName(string name) => name.Length <= 6 && name.All(char.IsAsciiLetterUpper);
}
