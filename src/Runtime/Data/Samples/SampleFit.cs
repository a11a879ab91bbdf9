namespace Runtime.Data.Samples;

/// <summary>Makes a description from a table, one that gives away no single row.</summary>
static class SampleFit
{
    /// <summary>What stands in fewer rows is not told: neither a text nor a group.</summary>
    public const int LeastRows = 20;

    /// <summary>Nor is a text told of a group where it stands in fewer rows.</summary>
    const int LeastRowsOfGroup = 5;

    /// <summary>A column with more distinct texts is one of names or titles: its texts are told only when asked.</summary>
    const int MostCategories = 1000;

    /// <summary>Of each column, at most so many of the most frequent texts are told.</summary>
    const int MostKept = 300;

    const int MostGroups = 1000;

    /// <summary>The group of rows whose own groups are too small to be told.</summary>
    const string Pooled = "other";

    /// <exception cref="Refusal">A column is not there, the one to group by has too many values, or the table has too few rows.</exception>
    public static SampleDescription Of(Table table, SampleOptions options, Work work)
    {
        if (table.Rows < LeastRows)
            throw new Refusal($"The table has {Wording.Plural(table.Rows, "row")}: so few cannot be described without showing them.",
                $"Fit a table of at least {LeastRows} rows.");
        foreach (var name in options.Keep) Find(table, name);
        table = new Table(table.Columns.Map(InWords), table.Rows);
        var columns = table.Columns.Select(c => c.Name == options.By ? OfGroup(c) : Describe(c, options)).ToArray();
        var groups = Groups(table, options.By);
        var described = new GroupDescription[groups.Length];
        work.For(groups.Length, g =>
        {
            described[g] = Describe(groups[g].Value, groups[g].Rows, table, columns);
            work.Report("describing groups", (g + 1.0) / groups.Length);
        });
        return new SampleDescription
        {
            Format = SampleDescription.CurrentFormat,
            Doc = options.Doc,
            Rows = table.Rows,
            Columns = columns,
            Groups = described,
        };
    }

    /// <summary>Truths and dates are described by how they are written.</summary>
    static Column InWords(Column column) => column is LogicalColumn or TimeColumn
        ? DataFrames.Text(column.Name, [.. Enumerable.Range(0, column.Rows).Select(column.Show)]) : column;

    static Column Find(Table table, string name) => table.Columns.Find(name)
        ?? throw new Refusal($"There is no column `{name}`.",
            $"Name one of {Wording.Names(table.Columns.Names)}.");

    static (string? Value, int[] Rows)[] Groups(Table table, string? by)
    {
        if (by is null) return [(null, [.. Enumerable.Range(0, table.Rows)])];
        var column = Find(table, by);
        var rows = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            var value = column.Show(row);
            if (!rows.TryGetValue(value, out var members)) rows.Add(value, members = []);
            members.Add(row);
            if (rows.Count > MostGroups)
                throw new Refusal($"`{by}` has more than {Wording.Count(MostGroups)} values.", "Group by a column with fewer.");
        }
        Pool(rows, column.Type == ColumnType.Text ? Pooled : "");
        return [.. rows.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key.Length == 0 ? null : g.Key, g.Value.ToArray()))];
    }

    /// <summary>Makes one group of all that are too small; should it be too small itself, the smallest of the others joins it.</summary>
    static void Pool(Dictionary<string, List<int>> groups, string name)
    {
        var small = groups.Where(g => g.Value.Count < LeastRows).Select(g => g.Key).ToList();
        if (small.Count == 0) return;
        var pooled = small.SelectMany(g => groups[g]).ToList();
        foreach (var group in small) groups.Remove(group);
        if (pooled.Count < LeastRows && !groups.ContainsKey(name))
            small = [groups.OrderBy(g => g.Value.Count).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key];
        else small = groups.ContainsKey(name) ? [name] : [];
        foreach (var group in small)
        {
            pooled.AddRange(groups[group]);
            groups.Remove(group);
        }
        pooled.Sort();
        groups.Add(name, pooled);
    }

    static ColumnDescription OfGroup(Column column) => new() { Name = column.Name, Kind = ColumnKind.Group, Type = column.Type };

    static ColumnDescription Describe(Column column, SampleOptions options)
    {
        var described = column is NumberColumn numbers
            ? OfNumbers(numbers)
            : OfText((TextColumn)column, options.Keep.Contains(column.Name));
        return options.Unnamed.Contains(column.Name) ? described with { Header = "" } : described;
    }

    static ColumnDescription OfNumbers(NumberColumn column)
    {
        var values = column.Storage;
        var described = new ColumnDescription { Name = column.Name, Kind = ColumnKind.Numbers, Type = column.Type };
        if (column.Whole && values.Length > 1 && values.Select((v, i) => v == values[0] + i).All(follows => follows))
            return described with { Kind = ColumnKind.RowNumber, First = values[0] };
        var (decimals, significant) = Rounding.Of(values);
        return described with { Decimals = decimals, Significant = significant };
    }

    static ColumnDescription OfText(TextColumn column, bool keep)
    {
        var described = new ColumnDescription { Name = column.Name, Kind = ColumnKind.Words, Type = ColumnType.Text };
        var words = column.Words;
        if (column.Missing == 0 && words.Count == column.Rows && words.Count > 1 && IdLength(words) is > 0 and var length)
            return described with { Kind = ColumnKind.Ids, Length = length };
        if (words.Count > MostCategories && !keep) return described with { Kept = [], Titles = true };
        var counts = new int[words.Count];
        foreach (var code in column.Codes) if (code >= 0) counts[code]++;
        var kept = Enumerable.Range(0, counts.Length).Where(w => counts[w] >= LeastRows)
            .OrderByDescending(w => counts[w]).ThenBy(w => words[w], StringComparer.Ordinal).Take(MostKept);
        return described with { Kept = [.. kept.Select(w => words[w])] };
    }

    /// <summary>How many letters and digits each text has; 0 when they differ or hold anything else.</summary>
    static int IdLength(TextPool words)
    {
        var length = words.Utf8(0).Length;
        for (var code = 0; code < words.Count; code++)
        {
            var word = words.Utf8(code);
            if (word.Length != length || word.Length < 8) return 0;
            foreach (var letter in word) if (!char.IsAsciiLetterOrDigit((char)letter)) return 0;
        }
        return length;
    }

    static GroupDescription Describe(string? value, int[] rows, Table table, ColumnDescription[] columns)
    {
        var numbers = columns.Where(c => c.Kind == ColumnKind.Numbers)
            .Select(c => Array.ConvertAll(rows, r => ((NumberColumn)table[c.Name]).Storage[r])).ToArray();
        var scores = Array.ConvertAll(numbers, NormalScores.Of);
        var correlations = from i in Enumerable.Range(0, scores.Length)
                           from j in Enumerable.Range(0, i)
                           select (int)Math.Round(100 * NormalScores.Correlation(scores[i], scores[j]));
        return new GroupDescription
        {
            Value = value,
            Rows = rows.Length,
            Numbers = [.. columns.Where(c => c.Kind == ColumnKind.Numbers).Zip(numbers, Describe)],
            Correlations = [.. correlations],
            Words = [.. columns.Where(c => c.Kind == ColumnKind.Words).Select(c => Describe((TextColumn)table[c.Name], c.Kept!, rows))],
        };
    }

    static NumbersDescription Describe(ColumnDescription column, double[] values)
    {
        var sorted = Array.FindAll(values, v => !double.IsNaN(v));
        if (sorted.Length < Microaggregation.LeastRun) return new NumbersDescription(1, [0, 10_000], [0, 0]);
        Array.Sort(sorted);
        var (at, knots) = QuantileFunction.Fit(Microaggregation.Of(sorted));
        var missing = Math.Round(1 - (double)sorted.Length / values.Length, 6);
        return new NumbersDescription(missing, at, Array.ConvertAll(knots, k => Rounding.Round(k, column.Decimals, column.Significant)));
    }

    static WordsDescription Describe(TextColumn column, string[] kept, int[] rows)
    {
        var numbers = kept.Select((word, number) => (word, number)).ToDictionary(w => w.word, w => w.number, StringComparer.Ordinal);
        var counts = rows.Where(r => column.Codes[r] >= 0).CountBy(r => column.Codes[r])
            .Select(c => (Count: c.Value, Number: c.Value < LeastRowsOfGroup ? -1 : numbers.GetValueOrDefault(column.Words[c.Key], -1)))
                .ToArray();
        var rest = counts.Where(c => c.Number < 0).Select(c => c.Count).ToArray();
        return new WordsDescription(
            rows.Count(r => column.Codes[r] < 0),
            [.. counts.Where(c => c.Number >= 0).OrderBy(c => c.Number).SelectMany(c => new[] { c.Number, c.Count })],
            rest.Sum(), rest.Length, rest.DefaultIfEmpty(0).Max());
    }
}
