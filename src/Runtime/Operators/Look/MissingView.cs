using Runtime.Charts;
using Runtime.Numerics;

namespace Runtime.Operators.Look;

/// <summary>Which columns are missing together: the most frequent patterns, as a sheet and as cells.</summary>
sealed class MissingView(Column[] gaps, int rows, RunContext run)
{
    const int MostColumns = 24, MostPatterns = 16;

    /// <param name="columns">Columns with gaps, of which the emptiest are looked at.</param>
    public static void Show(Column[] columns, int rows, RunContext run)
    {
        if (columns.Length < 2) return;
        new MissingView([.. columns.OrderByDescending(c => c.Missing).Take(MissingPattern.MostColumns)], rows, run).Show();
    }

    void Show()
    {
        var patterns = MissingPattern.Of(gaps, rows, run.Work);
        var complete = patterns.FirstOrDefault(p => p.Missing.Length == 0)?.Rows ?? 0;
        MissingPattern[] some = [.. patterns.Where(p => p.Missing.Length > 0)];
        MissingPattern[] shown = [.. some.Take(MostPatterns)];
        run.Show(new Sheet("missing_together", "Which columns are missing together",
        [
            new("missing", CellFormat.Text, [.. shown.Select(p => string.Join(", ", p.Missing.Select(c => gaps[c].Name)))]),
            new("columns", CellFormat.Count, [.. shown.Select(p => (object)p.Missing.Length)]),
            new("rows", CellFormat.Count, [.. shown.Select(p => (object)p.Rows)]),
            new("share", CellFormat.Share, [.. shown.Select(p => (object)((double)p.Rows / rows))]),
        ]));
        Draw(shown, some, $"{Wording.Share((double)complete / rows)} of the rows miss nothing. {Finding(some)} In full colour: missing.");
    }

    void Draw(MissingPattern[] shown, MissingPattern[] all, string note)
    {
        int[] drawn = [.. shown.SelectMany(p => p.Missing).Distinct().Order().Take(MostColumns)];
        var left = all.Length - shown.Length;
        run.Show(new Heatmap("missing_together", "Which columns are missing together",
            [.. shown.Select(p => $"{Wording.Plural(p.Rows, "row")} · {Wording.Percent((double)p.Rows / rows)}")],
            [.. drawn.Select(c => gaps[c].Name)],
            [.. shown.Select(p => drawn.Select(c => p.Missing.Contains(c) ? 1.0 : 0).ToArray())])
        {
            Format = CellFormat.Share,
            Reach = 1,
            HasKey = false,
            Texts = [.. shown.Select(p => drawn.Select(_ => "").ToArray())],
            Note = note + (left > 0 ? $" {Wording.Count(left)} more {(left == 1 ? "pattern" : "patterns")} of "
                + $"{Wording.Plural(all[shown.Length..].Sum(p => (long)p.Rows), "row")} not shown." : ""),
        });
    }

    string Finding(MissingPattern[] some)
    {
        var together = some.FirstOrDefault(p => p.Missing.Length > 1);
        if (together is null) return "No two columns are missing in the same row.";
        return $"Most often together: {Wording.Names(together.Missing.Select(c => gaps[c].Name))}, in "
            + $"{Wording.Plural(together.Rows, "row")}.";
    }
}
