using System.Text;

namespace Runtime.Data;

/// <summary>Finds out how a file is written from its head. The rule, in full:</summary>
/// <remarks>
/// A dialect fits as well as the share of records that have one number of fields, at least two, and no quotation mark that closes in
/// front of letters or takes in lines that are records themselves. First the plain one is tried: commas, tabs, semicolons or bars,
/// whichever the first line has most of, and quotation marks as RFC 4180 has them; if every record fits, it is that. Else all others
/// are: each of these delimiters and runs of blanks, lines that start with <c>#</c>, <c>%</c>, <c>//</c> or <c>;</c> as comments,
/// backslashes before quotation marks, quotation marks as letters where they fit no other way, single ones as quotation marks. The best
/// is taken, of equals the first in this order. Where that leaves one column, or every second field empty, delimiters of several bytes
/// are tried. Lines before the first record of full width are none of the table's. Fields are trimmed when a blank follows every
/// delimiter. The line below the names holds units when <see cref="UnitsLine"/> says so. Whatever is given is
/// not looked for.
/// </remarks>
sealed class DialectSearch(ReadOptions given, byte? byName)
{
    static readonly byte[] Delimiters = [(byte)',', (byte)'\t', (byte)';', (byte)'|'];

    /// <summary>Such as are no one byte, and are looked for where nothing else parts the lines.</summary>
    static readonly string[] LongDelimiters = ["，", "；", "｜", "、", "¦", "§", "::", "<>"];

    static readonly string[] CommentSigns = ["#", "%", "//", ";"];

    /// <summary>The dialect of a text in UTF-8 without a byte-order mark.</summary>
    /// <param name="whole">Nothing follows this head.</param>
    public DialectFit Of(ReadOnlySpan<byte> head, bool whole)
    {
        var start = Start(head);
        var best = Fit(start, head, whole);
        if (!best.IsPerfect || MayBeQuoted(best, head) || IsComment(head, best)) best = Best(start, best, head, whole);
        if (given.Delimiter is null && byName is null) best = Longer(best, start, head, whole);
        if (given.Trim is null && BlanksFollow(best)) best = Fit(best.Dialect with { Trims = true }, head, whole);
        var names = given.Header ?? (best.Dialect.LacksFirstName || FieldLook.HoldsNames(best.Sample));
        var units = given.Units ?? (names && UnitsLine.IsBelow(best.Sample));
        return best with { Dialect = best.Dialect with { HasHeader = names, HasUnits = units } };
    }

    DialectFit Fit(Dialect dialect, ReadOnlySpan<byte> head, bool whole) =>
        DialectFit.Of(dialect, head, whole, skipGiven: given.Skip is not null || dialect.Skip > 0);

    /// <summary>
    /// With a delimiter of several bytes, where it parts all lines and the others part none, or leave every second field empty.
    /// </summary>
    DialectFit Longer(DialectFit best, Dialect start, ReadOnlySpan<byte> head, bool whole)
    {
        var text = Encoding.UTF8.GetString(head[..Math.Min(head.Length, 1 << 12)]);
        string[] longer = best.Width < 2 ? Array.FindAll(LongDelimiters, d => text.Contains(d, StringComparison.Ordinal))
            : best.IsDoubled ? [new((char)best.Dialect.Delimiter, 2)] : [];
        foreach (var delimiter in longer)
        {
            var fit = Fit(start with { Delimiter = Dialect.Unit, Long = delimiter }, head, whole);
            if (fit.IsPerfect) return fit;
        }
        return best;
    }

    /// <summary>What is given, and what is plain for the rest.</summary>
    Dialect Start(ReadOnlySpan<byte> head)
    {
        var named = Named(head);
        var delimiter = given.Delimiter is { } written ? Dialect.DelimiterOf(written) ?? Dialect.Unit : named ?? byName;
        return new Dialect
        {
            Delimiter = delimiter ?? MostFrequent(head),
            Long = given.Delimiter is { } several ? Dialect.LongOf(several) ?? "" : "",
            Quote = given.Quote is { } quote ? Dialect.QuoteOf(quote)!.Value : (byte)'"',
            Backslash = given.Escape == "\\",
            Comment = given.Comment is null or "none" ? "" : given.Comment,
            Skip = given.Skip ?? (named is null ? 0 : 1),
            Trims = given.Trim ?? false,
        };
    }

    /// <summary>What a first line <c>sep=;</c> says, which spreadsheets write and heed.</summary>
    static byte? Named(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOfAny((byte)'\r', (byte)'\n');
        var line = head[..Math.Max(0, end)].Trim((byte)'"');
        return line.Length == 5 && line.StartsWith("sep="u8) ? line[4] : null;
    }

    DialectFit Best(Dialect start, DialectFit first, ReadOnlySpan<byte> head, bool whole)
    {
        var best = first;
        var quoted = first;
        foreach (var other in Others(start, head))
        {
            if (best is { IsPerfect: true, Dialect: { Skip: 0, LacksFirstName: false } }) break;
            var isUsual = (other.Quote, other.Backslash) == (start.Quote, start.Backslash);
            // Where every quotation mark is where it belongs they are no letters, though there be one column.
            if (!isUsual && quoted.Bad == 0 && !MayBeQuoted(quoted, head)) continue;
            var fit = Fit(other, head, whole);
            if (isUsual) quoted = fit;
            if (other.Delimiter == Dialect.Blanks && !MostlyNumbers(fit)) continue;
            if (fit.Score > best.Score || (fit.Score == best.Score && IsSimpler(fit.Dialect, best.Dialect))) best = fit;
        }
        return best;
    }

    /// <summary>A delimiter in each row's first field, within single quotes, looks like a column without a name.</summary>
    static bool MayBeQuoted(DialectFit fit, ReadOnlySpan<byte> head) => fit.Dialect.LacksFirstName && head.Contains((byte)'\'');

    static bool IsSimpler(Dialect one, Dialect other) => one.Skip < other.Skip
        || (other.LacksFirstName && !one.LacksFirstName && (one.Skip, one.Delimiter) == (other.Skip, other.Delimiter));

    /// <summary>All that could be, in the order in which equals are preferred.</summary>
    List<Dialect> Others(Dialect start, ReadOnlySpan<byte> head)
    {
        byte[] delimiters = [start.Delimiter, .. given.Delimiter is null && byName is null ? [.. Delimiters, Dialect.Blanks] : (byte[])[]];
        var (comments, quotings) = (Comments(start, head), Quotings(start, head));
        // Quotation marks behind blanks open a field once the blanks are gone.
        bool[] trims = given.Trim is null && head.IndexOf(" \""u8) >= 0 ? [false, true] : [start.Trims];
        return [.. from comment in comments
                   from delimiter in delimiters
                   from trim in trims
                   from quoting in quotings
                   select start with
                   {
                       Comment = comment, Delimiter = delimiter, Trims = trim, Quote = quoting.Quote, Backslash = quoting.Backslash,
                   }];
    }

    List<string> Comments(Dialect start, ReadOnlySpan<byte> head)
    {
        if (given.Comment is not null) return [start.Comment];
        var found = new List<string> { "" };
        foreach (var sign in CommentSigns)
        {
            if (head.StartsWith(Encoding.UTF8.GetBytes(sign))) found.Insert(0, sign);
            else if (head.IndexOf(Encoding.UTF8.GetBytes($"\n{sign}")) >= 0) found.Add(sign);
        }
        return found;
    }

    (byte Quote, bool Backslash)[] Quotings(Dialect start, ReadOnlySpan<byte> head)
    {
        var usual = (start.Quote, start.Backslash);
        if (given.Quote is not null) return given.Escape is null && head.IndexOf("\\\""u8) >= 0 ? [usual, (start.Quote, true)] : [usual];
        var all = new List<(byte, bool)> { usual };
        if (given.Escape is null && head.IndexOf("\\\""u8) >= 0) all.Add(((byte)'"', true));
        if (head.Contains((byte)'"')) all.Add((Dialect.NoQuote, start.Backslash));
        if (head.Contains((byte)'\'')) all.Add(((byte)'\'', start.Backslash));
        return [.. all];
    }

    /// <summary>A first line that starts with <c>#</c> and a blank, or is followed by another, is no header.</summary>
    bool IsComment(ReadOnlySpan<byte> head, DialectFit fit)
    {
        foreach (var sign in CommentSigns)
            if (given.Comment is null && head.StartsWith(Encoding.UTF8.GetBytes(sign)) && head.Length > sign.Length)
                return head[sign.Length] is (byte)' ' || head[sign.Length] == sign[0]
                    || fit.Sample.Skip(1).Take(1).Any(r => r[0].StartsWith(sign, StringComparison.Ordinal));
        return false;
    }

    /// <summary>Text has blanks, too.</summary>
    static bool MostlyNumbers(DialectFit fit)
    {
        var fields = fit.Sample.Skip(1).SelectMany(r => r).ToArray();
        return fields.Length > 0 && 2 * fields.Count(FieldLook.IsNumberLike) >= fields.Length;
    }

    static bool BlanksFollow(DialectFit fit) => fit is { Width: > 1, Dialect.Delimiter: not Dialect.Blanks } && fit.Sample.Count > 1
        && fit.Sample.All(r => r.Skip(1).All(f => f.Length == 0 || f[0] == ' '))
        && fit.Sample.Skip(1).Any(r => r.Skip(1).Any(f => f.Length > 1 && !FieldLook.IsNumberLike(f)));

    /// <summary>The delimiter that the first line has most of, outside quotes; a comma when it has none.</summary>
    static byte MostFrequent(ReadOnlySpan<byte> text)
    {
        Span<int> counts = stackalloc int[4];
        var quoted = false;
        foreach (var letter in text.TrimStart("\r\n"u8))
        {
            if (letter == '"') quoted = !quoted;
            if (quoted) continue;
            if (letter is (byte)'\n' or (byte)'\r') break;
            if (Delimiters.AsSpan().IndexOf(letter) is >= 0 and var which) counts[which]++;
        }
        var most = 0;
        foreach (var which in (int[])[2, 1, 3]) if (counts[which] > counts[most]) most = which;
        return Delimiters[most];
    }
}
