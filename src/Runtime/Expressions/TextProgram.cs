namespace Runtime.Expressions;

/// <summary>Text for every row: codes of words that are made when asked for. Two codes may stand for equal words.</summary>
/// <param name="Words">How many words there are.</param>
/// <param name="Word">The word of a code.</param>
/// <param name="Codes">The codes of rows.</param>
sealed record TextProgram(int Words, Func<int, string> Word, WordBlock Codes)
{
    /// <summary>The same text for every row.</summary>
    public bool Constant { get; init; }

    /// <summary>Which of two texts comes first.</summary>
    public System.Comparison<string> Order { get; init; } = string.CompareOrdinal;

    public static TextProgram Of(TextColumn column)
    {
        var words = column.Words;
        var program = new TextProgram(words.Count, code => words[code],
            (start, into) => column.Codes.Slice(start, into.Length).CopyTo(into));
        return column.IsOrdered ? program with { Order = OrderOf(words) } : program;
    }

    /// <summary>That of the words of a column; what is none of them has no place, and comes behind.</summary>
    static System.Comparison<string> OrderOf(TextPool words)
    {
        var place = Enumerable.Range(0, words.Count).ToDictionary(code => words[code]);
        return (a, b) => (place.GetValueOrDefault(a, words.Count), place.GetValueOrDefault(b, words.Count)) is var (first, second)
            && first != second ? first.CompareTo(second) : string.CompareOrdinal(a, b);
    }

    /// <summary>The texts of numbers, each distinct one once; missing where the number is.</summary>
    public static TextProgram Of(double[] numbers, Func<double, string> text)
    {
        var (codes, codeOf, words) = (new int[numbers.Length], new Dictionary<double, int>(), new List<string>());
        for (var row = 0; row < codes.Length; row++)
        {
            if (double.IsNaN(numbers[row])) codes[row] = -1;
            else if (!codeOf.TryGetValue(numbers[row], out codes[row]))
            {
                codeOf.Add(numbers[row], codes[row] = words.Count);
                words.Add(text(numbers[row]));
            }
        }
        return new(words.Count, code => words[code], (start, into) => codes.AsSpan(start, into.Length).CopyTo(into));
    }

    /// <summary>One text after the other; missing where one is.</summary>
    public static TextProgram Joined(TextProgram left, TextProgram right, int rows)
    {
        if (left.Constant) return right.Select(word => left.Word(0) + word);
        if (right.Constant) return left.Select(word => word + right.Word(0));
        var (codes, second) = (new int[rows], new int[rows]);
        left.Codes(0, codes);
        right.Codes(0, second);
        var (codeOf, pairs) = (new Dictionary<(int, int), int>(), new List<(int Left, int Right)>());
        for (var row = 0; row < rows; row++)
        {
            if (codes[row] < 0 || second[row] < 0) codes[row] = -1;
            else if (codeOf.TryGetValue((codes[row], second[row]), out var known)) codes[row] = known;
            else
            {
                pairs.Add((codes[row], second[row]));
                codeOf.Add(pairs[^1], codes[row] = pairs.Count - 1);
            }
        }
        return new(pairs.Count, code => left.Word(pairs[code].Left) + right.Word(pairs[code].Right),
            (start, into) => codes.AsSpan(start, into.Length).CopyTo(into));
    }

    public TextProgram Select(TextFunction function) =>
        this with { Word = code => function(Word(code)), Order = string.CompareOrdinal };

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
