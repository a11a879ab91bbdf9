using System.Globalization;

namespace Runtime.Expressions;

/// <summary>Those that make texts, read them, and look at dates.</summary>
public static partial class FunctionCatalog
{
    const int LongestText = 10_000_000;

    /// <summary>Microseconds.</summary>
    internal const double Day = 86_400_000_000;

    static FunctionParameter Constant(string name, ExpressionType type) => new(name, type) { Constant = true };

    static FunctionParameter Step => Constant("rows", ExpressionType.Number) with
    {
        Optional = true,
        Wrong = literal => literal is NumberLiteral { Value: >= 1 and <= int.MaxValue } n && n.Value == Math.Floor(n.Value)
            ? null : "is not a number of rows",
    };

    static FunctionParameter Place(string name) => Constant(name, ExpressionType.Number) with
    {
        Wrong = literal => literal is NumberLiteral { Value: >= 1 and <= int.MaxValue } n && n.Value == Math.Floor(n.Value)
            ? null : "is not a place from 1 on",
    };

    static FunctionParameter When => new("date", ExpressionType.Time);

    static FunctionParameter Format => Constant("format", ExpressionType.Text) with
    {
        Optional = true,
        Wrong = literal => TimeForm.IsFormat(((TextLiteral)literal).Value) ? null : "is no format of dates",
    };

    static FunctionParameter WrittenFormat => Format with
    {
        Wrong = literal => TimeForm.IsWritten(((TextLiteral)literal).Value) ? null : "is no format of dates",
    };

    static Function[] OfTexts =>
    [
        new("number", "The number that the text is; missing where it is none.", (MeasureFunction)Number, "number(\"4.50\")", "4.5", Text)
        {
            AlsoCalled =
            [
                "float", "double", "to_number", "as_numeric", "as_number", "to_float", "numeric", "parse_number", "as_double", "to_double",
                "parse_float", "to_numeric",
            ],
        },
        new("replace", "The text with each occurrence of a part replaced; capitals matter.",
            (EditFunction)(a => t => Replaced(t, Word(a[0]), Word(a[1]))),
            "replace(\"a-b\", \"-\", \"+\")", "a+b", Text,
            Constant("part", ExpressionType.Text) with { Wrong = p => p is TextLiteral { Value: "" } ? "is empty" : null },
            Constant("by", ExpressionType.Text))
        { AlsoCalled = ["str_replace", "str_replace_all", "replace_all", "substitute"] },
        new("split", "The part of so many (from 1) of the text cut at a separator; missing where there are fewer.",
            (EditFunction)(a => t => t.Split(Word(a[0])) is var parts && Whole(a[1]) <= parts.Length ? parts[Whole(a[1]) - 1] : ""),
            "split(\"a, b\", \", \", 2)", "b", Text,
            Constant("separator", ExpressionType.Text) with { Wrong = p => p is TextLiteral { Value: "" } ? "is empty" : null },
            Place("place"))
        { AlsoCalled = ["split_part", "str_split", "str_split_i", "tokenize"] },
        new("substring", "The characters of the text from a place (the first is 1) on, all or so many.",
            (EditFunction)(a => t => Cut(t, Whole(a[0]), a.Count > 1 ? Whole(a[1]) : int.MaxValue)), "substring(\"track\", 2, 3)", "rac",
            Text, Place("from"), Place("length") with { Optional = true })
        { AlsoCalled = ["substr", "mid", "str_sub", "str_slice"] },
        new("text", "The number or date as text, as a table is written; a date also in a format of the letters `yyyy MM dd HH mm ss`.",
            (NumberTextFunction)(x => x.ToString("R", CultureInfo.InvariantCulture)),
            "text(date(\"2026-12-24\"), \"yyyy-MM\")", "2026-12", X with { OrDate = true }, WrittenFormat)
        { AlsoCalled = ["str", "string", "as_character", "to_string", "strftime", "format_date", "to_char", "dt_strftime"] },
        new("trim", "The text without blanks at its ends.", (TextFunction)(t => t.Trim()), "trim(\" rock \")", "rock", Text)
        { AlsoCalled = ["strip", "str_trim", "str_strip", "trimws", "strip_chars"] },
    ];

    static Function[] OfDates =>
    [
        new("date", "The date that the text is, in ISO 8601 or in a format of the letters `yyyy MM dd HH mm ss`; missing where it is none.",
            (DateFunction)ReadDate, "date(\"24/12/2026\", \"dd/MM/yyyy\")", "24/12/2026", Text, Format)
        {
            AlsoCalled =
            [
                "to_date", "as_date", "parse_date", "strptime", "to_datetime", "datetime", "as_datetime", "parse_datetime", "timestamp",
                "to_timestamp", "ymd", "as_posixct",
            ],
        },
        Of("year", "The year of a date.", d => d.Year, "2026"),
        Of("month", "The month of a date, from 1 to 12.", d => d.Month, "12"),
        Of("day", "The day of the month of a date.", d => d.Day, "24"),
        Of("hour", "The hour of a date, from 0 to 23.", d => d.Hour, "0"),
        Of("minute", "The minute of a date, from 0 to 59.", d => d.Minute, "0"),
        Of("weekday", "The day of the week of a date, from 1 for Monday to 7 (ISO 8601).",
            d => d.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)d.DayOfWeek, "4") with
        {
            AlsoCalled = ["day_of_week", "wday", "dow"],
        },
    ];

    static Function Of(string name, string doc, Func<DateTime, int> part, string gives) =>
        new(name, doc, (NumberFunction)(a => part(TimeForm.ToDate(a[0]))), $"{name}(date(\"2026-12-24\"))", gives, When);

    static Func<string, double> ReadDate(string? format)
    {
        if (format is null) return text => TimeForm.ReadIso(text) ?? double.NaN;
        var form = new TimeForm(format);
        return text => form.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out var time) ? time : double.NaN;
    }

    static double Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : double.NaN;

    /// <summary>Parts that are replaced by longer ones, again and again, would grow without end.</summary>
    static string Replaced(string text, string part, string by)
    {
        if (text.Length + (long)text.AsSpan().Count(part) * (by.Length - part.Length) > LongestText)
            throw new Refusal($"`replace` would make a text of more than {Wording.Count(LongestText)} characters.", "Replace fewer parts.");
        return text.Replace(part, by, StringComparison.Ordinal);
    }

    /// <summary>By characters as people count them, of which some are two code units.</summary>
    static string Cut(string text, int from, int length) =>
        string.Concat(text.EnumerateRunes().Skip(from - 1).Take(length).Select(r => r.ToString()));

    static string Word(Expression literal) => ((TextLiteral)literal).Value;

    static int Whole(Expression literal) => (int)((NumberLiteral)literal).Value;

    static int Steps(ReadOnlySpan<double> constants) => constants.Length > 0 ? (int)constants[0] : 1;
}
