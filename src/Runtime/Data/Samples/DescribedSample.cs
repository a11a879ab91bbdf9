namespace Runtime.Data.Samples;

/// <summary>Draws tables from a description.</summary>
/// <remarks>
/// Blocks of rows have a random stream each. Numbers: correlated normal variables, each through the normal distribution
/// function and the group's own quantile function (Gaussian copula: Nelsen 2006, An Introduction to Copulas, 2.3).
/// </remarks>
sealed class DescribedSample(string name, SampleOutline outline, Func<SampleDescription> description) : SampleTable(name)
{
    public override string Doc => outline.Doc;

    public override int Rows => outline.Rows;

    public override NamedList<ColumnShape> Columns => outline.Columns;

    public override IReadOnlyList<string> Header => outline.Header;

    public override Table Draw(int rows, long seed, Work work)
    {
        var described = description();
        var columns = described.Columns;
        GroupSampler[] groups = [.. described.Groups.Select((g, number) => new GroupSampler(g, columns, number))];
        var groupEnds = WeightedChoice.Ends(described.Groups.Select(g => g.Rows));
        var numbers = Array.ConvertAll(columns, c => c.Type == ColumnType.Text ? [] : new double[rows]);
        var texts = Array.ConvertAll(columns, c => c.Type == ColumnType.Text ? new DrawnTexts(rows) : null);
        work.ForBlocks(rows, (start, end) =>
        {
            new BlockDraw(columns, groups, groupEnds, numbers, texts).Draw(start, end, seed);
            work.Report("drawing rows", (double)end / rows);
        });
        var drawn = new Column[columns.Length];
        work.For(columns.Length, j => drawn[j] = texts[j] is { } text
            ? text.ToColumn(columns[j].Name)
            : new NumberColumn(columns[j].Name, numbers[j], columns[j].Type == ColumnType.Integer));
        return new Table(new NamedList<Column>(drawn), rows);
    }
}

/// <summary>Choosing numbers by their weights.</summary>
static class WeightedChoice
{
    /// <summary>Running sums of the weights.</summary>
    public static int[] Ends(IEnumerable<int> weights)
    {
        var sum = 0;
        return [.. weights.Select(w => sum = checked(sum + w))];
    }

    /// <summary>The first whose running sum is above the place.</summary>
    public static int At(int[] ends, int place)
    {
        var found = Array.BinarySearch(ends, place + 1);
        if (found < 0) return ~found;
        while (found > 0 && ends[found - 1] == ends[found]) found--;
        return found;
    }
}

/// <summary>A text column while its blocks are drawn: codes a block, then of all.</summary>
sealed class DrawnTexts(int rows)
{
    readonly WordTable[] blocks = new WordTable[(rows + Work.BlockRows - 1) / Work.BlockRows];

    public int[] Codes { get; } = new int[rows];

    public WordTable Block(int start) => blocks[start / Work.BlockRows] = new WordTable();

    public TextColumn ToColumn(string name)
    {
        var words = new WordTable();
        for (var b = 0; b < blocks.Length; b++)
        {
            var merged = words.AddAll(blocks[b]);
            foreach (ref var code in Codes.AsSpan(b * Work.BlockRows, Math.Min(Work.BlockRows, rows - b * Work.BlockRows)))
                if (code >= 0) code = merged[code];
        }
        return new TextColumn(name, Codes, words.ToPool());
    }
}
