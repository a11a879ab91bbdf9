using Runtime.Numerics;

namespace Runtime.Data.Samples;

/// <summary>Makes a description from a table.</summary>
static class SampleFit
{
    /// <summary>A text that stands in fewer rows is not kept.</summary>
    public const int LeastCount = 20;

    /// <summary>Of each column, at most so many of the most frequent texts are kept.</summary>
    public const int MostKept = 300;

    const int MostGroups = 1000;

    /// <param name="by">The column whose values make the groups; null for one group.</param>
    /// <exception cref="Refusal">There is no such column, it has too many values, or the table has no rows.</exception>
    public static SampleDescription Of(Table table, string? by, string doc, IReadOnlyList<string> unnamed, Work work)
    {
        if (table.Rows == 0) throw new Refusal("The table has no rows.", "Fit a table that has some.");
        var columns = table.Columns.Select(c => c.Name == by ? OfGroup(c) : Describe(c, unnamed)).ToArray();
        var groups = Groups(table, by);
        var described = new GroupDescription[groups.Length];
        work.For(groups.Length, g =>
        {
            described[g] = Describe(groups[g].Value, groups[g].Rows, table, columns);
            work.Report("describing groups", (g + 1.0) / groups.Length);
        });
        return new SampleDescription { Format = SampleDescription.CurrentFormat, Doc = doc, Rows = table.Rows, Columns = columns, Groups = described };
    }

    static (string? Value, int[] Rows)[] Groups(Table table, string? by)
    {
        if (by is null) return [(null, [.. Enumerable.Range(0, table.Rows)])];
        var column = table.Columns.Find(by)
            ?? throw new Refusal($"There is no column `{by}`.", $"Name one of {string.Join(", ", table.Columns.Names.Select(n => $"`{n}`"))}.");
        var rows = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            var value = column.Show(row);
            if (!rows.TryGetValue(value, out var members)) rows.Add(value, members = []);
            members.Add(row);
            if (rows.Count > MostGroups) throw new Refusal($"`{by}` has more than {MostGroups:N0} values.", "Group by a column with fewer.");
        }
        return [.. rows.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key.Length == 0 ? null : g.Key, g.Value.ToArray()))];
    }

    static ColumnDescription OfGroup(Column column) => new() { Name = column.Name, Kind = ColumnKind.Group, Type = column.Type };

    static ColumnDescription Describe(Column column, IReadOnlyList<string> unnamed)
    {
        var described = column is NumberColumn numbers ? OfNumbers(numbers) : OfText((TextColumn)column);
        return unnamed.Contains(column.Name) ? described with { Header = "" } : described;
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

    static ColumnDescription OfText(TextColumn column)
    {
        var described = new ColumnDescription { Name = column.Name, Kind = ColumnKind.Words, Type = ColumnType.Text };
        var words = column.Words;
        var present = column.Rows - column.Missing;
        if (column.Missing == 0 && words.Count == column.Rows && words.Count > 1 && IdLength(words) is > 0 and var length)
            return described with { Kind = ColumnKind.Ids, Length = length };
        var counts = new int[words.Count];
        foreach (var code in column.Codes) if (code >= 0) counts[code]++;
        var kept = Enumerable.Range(0, counts.Length).Where(w => counts[w] >= LeastCount)
            .OrderByDescending(w => counts[w]).ThenBy(w => words[w], StringComparer.Ordinal).Take(MostKept);
        return described with { Kept = [.. kept.Select(w => words[w])], Titles = 2 * words.Count > present };
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
            Numbers = Array.ConvertAll(numbers, Describe),
            Correlations = [.. correlations],
            Words = [.. columns.Where(c => c.Kind == ColumnKind.Words).Select(c => Describe((TextColumn)table[c.Name], c.Kept!, rows))],
        };
    }

    static NumbersDescription Describe(double[] values)
    {
        var sorted = Array.FindAll(values, v => !double.IsNaN(v));
        var missing = Math.Round(1 - (double)sorted.Length / values.Length, 6);
        if (sorted.Length == 0) return new NumbersDescription(1, [0, 10_000], [0, 0]);
        Array.Sort(sorted);
        var (at, knots) = QuantileFunction.Fit(sorted);
        return new NumbersDescription(missing, at, knots);
    }

    static WordsDescription Describe(TextColumn column, string[] kept, int[] rows)
    {
        var numbers = kept.Select((word, number) => (word, number)).ToDictionary(w => w.word, w => w.number, StringComparer.Ordinal);
        var counts = rows.Where(r => column.Codes[r] >= 0).CountBy(r => column.Codes[r])
            .Select(c => (Count: c.Value, Number: numbers.GetValueOrDefault(column.Words[c.Key], -1))).ToArray();
        var rest = counts.Where(c => c.Number < 0).Select(c => c.Count).ToArray();
        return new WordsDescription(
            rows.Count(r => column.Codes[r] < 0),
            [.. counts.Where(c => c.Number >= 0).OrderBy(c => c.Number).SelectMany(c => new[] { c.Number, c.Count })],
            rest.Sum(), rest.Length, rest.DefaultIfEmpty(0).Max());
    }
}
