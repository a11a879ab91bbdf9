namespace Runtime.Data;

/// <summary>Lines that have more or fewer fields than there are names: how many, and the first of them.</summary>
sealed class BadRecords
{
    const int Shown = 5;

    readonly List<(long Line, int Fields, string Start)> first = [];

    public int Count { get; private set; }

    /// <summary>How many of them became rows, with missing values behind.</summary>
    public int Padded { get; private set; }

    /// <param name="text">The record as the file has it.</param>
    public void Add(int fields, Func<long> line, Func<string> text, bool padded)
    {
        Count++;
        if (padded) Padded++;
        if (first.Count < Shown) first.Add((line(), fields, Start(text())));
    }

    /// <summary>Those of several chunks, in the order of the file.</summary>
    public static BadRecords Of(IEnumerable<BadRecords> parts)
    {
        var all = new BadRecords();
        foreach (var part in parts)
        {
            (all.Count, all.Padded) = (all.Count + part.Count, all.Padded + part.Padded);
            all.first.AddRange(part.first.Take(Shown - all.first.Count));
        }
        return all;
    }

    public Refusal Refusal(InputFile file, int names) => Count == 1
        ? new($"`{file}` line {first[0].Line} has {Wording.Plural(first[0].Fields, "field")} where the header has "
            + $"{Wording.Plural(names, "field")}; it starts with `{first[0].Start}`.", Hint)
        : new($"`{file}` has {Wording.Count(Count)} lines that do not have the {Wording.Plural(names, "field")} of the header: {List()}.",
            Hint);

    /// <summary>What became of them, to be told.</summary>
    public IEnumerable<string> Remarks(InputFile file, int names)
    {
        if (Count == 0) yield break;
        var dropped = Count - Padded;
        var done = Padded == 0 ? $"{Wording.Count(dropped)} left out"
            : dropped == 0 ? $"{Wording.Count(Padded)} filled up with missing values"
            : $"{Wording.Count(Padded)} filled up with missing values, {Wording.Count(dropped)} left out";
        yield return $"`{file}` has {Wording.Plural(Count, "line")} without the {Wording.Plural(names, "field")} of the header "
            + $"({done}): {List()}.";
    }

    const string Hint = "Correct the lines and quote fields that contain the delimiter, or add `bad_rows=pad` or `bad_rows=drop`.";

    string List() => string.Join(", ", first.Select(b => $"line {b.Line} has {Wording.Count(b.Fields)} (`{b.Start}`)"))
        + (Count > first.Count ? $" and {Wording.Count(Count - first.Count)} more" : "");

    static string Start(string text) => text.Length <= 40 ? text : $"{text[..39]}…";
}
