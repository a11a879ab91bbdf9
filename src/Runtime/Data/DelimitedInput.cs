using System.Text;

namespace Runtime.Data;

/// <summary>A file of delimited text, opened: how it is written, and its text in UTF-8 as the plain dialect has it.</summary>
sealed class DelimitedInput : IDisposable
{
    /// <summary>How much of a file a look at its head takes in, at first.</summary>
    const int HeadBytes = 1 << 18;

    /// <summary>A header and a row that take more are a mistake.</summary>
    const int MostHeadBytes = 1 << 28;

    readonly DataInput data;
    bool isOwned;
    readonly string encoding;
    readonly byte usual;

    DelimitedInput(DataInput data, string encoding, byte usual, Dialect dialect, Stream text, bool sawAll)
    {
        (this.data, this.encoding, this.usual, Dialect, SawAll) = (data, encoding, usual, dialect, sawAll);
        Text = dialect.IsPlain ? text : new PlainStream(text, dialect);
    }

    public InputFile File => data.File;

    public Dialect Dialect { get; }

    public Stream Text { get; }

    /// <summary>What may part the fields of a file that seems to have one column.</summary>
    public char? Sign { get; private init; }

    /// <summary>What may be wrong with the letters it is read in; null when they look well.</summary>
    public string? Doubt { get; private init; }

    /// <summary>It seems to have one column, and may be of fixed width.</summary>
    public bool IsAligned { get; private init; }

    /// <summary>Columns in which a number stands as <c>1e5</c>, and that number.</summary>
    public IReadOnlyList<ExponentField> Exponents { get; private init; } = [];

    /// <summary>The whole file was looked at to find out how it is written.</summary>
    public bool SawAll { get; }

    /// <summary>How much of it has been read.</summary>
    public double Share => data.Share;

    /// <summary>What would have to be said to have the file read so, if it were not found out.</summary>
    public IReadOnlyList<(string Argument, string Value)> Arguments => [.. Said()];

    /// <param name="all">Look at all of it, not at the head alone.</param>
    public static DelimitedInput Open(DataInput data, ReadOptions options, bool all = false)
    {
        var raw = new HeadedStream(data.Bytes);
        if (!all || !raw.LookAtAll()) raw.Look(HeadBytes);
        if (!options.IsSaid && ForeignText.Refusal(data.File, raw.Head) is { } foreign) throw foreign;
        var encoding = options.Encoding ?? TextEncodings.Of(raw.Head, raw.IsWhole);
        var doubt = options.Encoding is null && encoding == TextEncodings.Western ? WesternDoubt.Of(data.File, raw.Head) : null;
        var text = AsUtf8(raw, encoding);
        if (!all || !text.LookAtAll()) text.Look(HeadBytes);
        if (text.Head.StartsWith("\uFEFF"u8)) text.Skip(3);
        var byName = (byte?)CsvFormat.DelimiterOf(data.File.Path);
        var fit = Fit(new DialectSearch(options, byName), text);
        return new(data, encoding, byName ?? (byte)',', fit.Dialect, text, text.IsWhole)
        {
            Sign = fit.Sign,
            IsAligned = fit.IsAligned,
            Doubt = doubt,
            Exponents = fit.Exponents,
        };
    }

    /// <summary>Looks further where the head holds less than two lines.</summary>
    static DialectFit Fit(DialectSearch search, HeadedStream text)
    {
        var fit = search.Of(text.Head, text.IsWhole);
        for (var bytes = 2 * HeadBytes; fit.Records < 2 && !text.IsWhole && bytes <= MostHeadBytes; bytes *= 2)
        {
            text.Look(bytes);
            fit = search.Of(text.Head, text.IsWhole);
        }
        return fit;
    }

    /// <summary>The file once more from its start, read the same way.</summary>
    public DelimitedInput Again()
    {
        var again = data.Again();
        var text = AsUtf8(new HeadedStream(again.Bytes), encoding);
        text.Look(64);
        if (text.Head.StartsWith("\uFEFF"u8)) text.Skip(3);
        return new(again, encoding, usual, Dialect, text, SawAll) { isOwned = true };
    }

    /// <summary>The file once more, its dialect decided by all of it.</summary>
    public DelimitedInput LookedThrough(ReadOptions options)
    {
        var other = Open(data.Again(), options, all: true);
        other.isOwned = true;
        return other;
    }

    public bool IsReadAs(DelimitedInput other) => other.Dialect == Dialect && other.encoding == encoding;

    static HeadedStream AsUtf8(HeadedStream raw, string encoding) => encoding == TextEncodings.Utf8 ? raw
        : new HeadedStream(Encoding.CreateTranscodingStream(raw, TextEncodings.Find(encoding)!, Encoding.UTF8));

    IEnumerable<(string, string)> Said()
    {
        if (encoding != TextEncodings.Utf8) yield return ("encoding", encoding);
        foreach (var argument in Dialect.Arguments(usual)) yield return argument;
    }

    /// <summary>Who opened the file closes it.</summary>
    public void Dispose()
    {
        if (isOwned) data.Dispose();
    }
}
