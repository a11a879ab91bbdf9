namespace Runtime.Expressions;

/// <summary>Text for every row: codes of words that are made when asked for. Two codes may stand for equal words.</summary>
/// <param name="Words">How many words there are.</param>
/// <param name="Word">The word of a code.</param>
/// <param name="Codes">The codes of rows.</param>
sealed record TextProgram(int Words, Func<int, string> Word, WordBlock Codes)
{
    /// <summary>The same text for every row.</summary>
    public bool Constant { get; init; }

    public static TextProgram Of(TextColumn column) =>
        new(column.Words.Count, code => column.Words[code], (start, into) => column.Codes.Slice(start, into.Length).CopyTo(into));

    public TextProgram Select(TextFunction function) => this with { Word = code => function(Word(code)) };

    /// <summary>Something about each word, computed once and on all threads.</summary>
    public T[] PerWord<T>(Func<string, T> about, Work work)
    {
        var result = new T[Words];
        work.ForBlocks(Words, (start, end) =>
        {
            for (var code = start; code < end; code++) result[code] = about(Word(code));
        });
        return result;
    }

    /// <summary>A column with each distinct text that occurs once, in the order of their first rows; an empty text is missing.</summary>
    public TextColumn ToColumn(string name, int rows, Work work)
    {
        var codes = new int[rows];
        work.ForBlocks(rows, (start, end) => Codes(start, codes.AsSpan(start, end - start)));
        var table = new WordTable();
        var known = new int[Words];
        Array.Fill(known, -2);
        for (var row = 0; row < rows; row++)
        {
            if (codes[row] < 0) continue;
            ref var code = ref known[codes[row]];
            if (code == -2) code = Word(codes[row]) is { Length: > 0 } word ? table.Add(word) : -1;
            codes[row] = code;
        }
        return new TextColumn(name, codes, table.ToPool());
    }
}
