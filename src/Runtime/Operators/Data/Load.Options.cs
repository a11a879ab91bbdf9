using Runtime.Data;

namespace Runtime.Operators.Data;

public sealed partial record Load
{
    /// <summary>Arguments that are texts have to be of a form.</summary>
    void CheckWords(CheckContext check)
    {
        CheckPlace(check);
        Demand(nameof(Delimiter), Delimiter, d => Dialect.DelimiterOf(d) is not null || Dialect.LongOf(d) is not null,
            "a sign or several, `tab` or `blanks`");
        Demand(nameof(Decimal), Decimal, d => d is "." or ",", "`.` or `,`");
        Demand(nameof(Thousands), Thousands, t => t is "blank" or "none" or "." or "," or "'" or "_", "`,`, `.`, `'`, `blank` or `none`");
        Demand(nameof(Quote), Quote, q => Dialect.QuoteOf(q) is not null, "a sign or `none`");
        Demand(nameof(Escape), Escape, e => e is "\\" or "none" or "\"", "`\\` or `none`");
        Demand(nameof(Encoding), Encoding, e => TextEncodings.Find(e) is not null, "an encoding such as `utf-8` or `windows-1252`");
        Demand(nameof(Dates), Dates, TimeForm.IsFormat, "a form of dates such as `dd/MM/yyyy`");
        Demand(nameof(Sha256), Sha256, RemoteFile.IsHash, "64 hexadecimal digits, as `sha256sum` prints them");
        Demand(nameof(Range), Range, r => SheetRange.Parse(r) is not null, "cells such as `B3:F20`");
        foreach (var type in Types ?? [])
            Demand(nameof(Types), type, t => TypeWord.Parse(t) is not null, $"the name of a column, a colon and one of {TypeWord.Words}");

        void Demand(string argument, string? value, Predicate<string> isFine, string must)
        {
            if (value is not null && !isFine(value))
                check.Refuse(argument, $"`{Signature.SnakeCase(argument)}` cannot be `{value}`.", $"Write {must}.");
        }
    }

    /// <summary>What lies elsewhere may change, and its rows their order.</summary>
    void CheckPlace(CheckContext check)
    {
        if (RemoteFile.Is(File) && Sha256 is null)
            check.Refuse(nameof(File), $"What `{File}` holds can change at any time.",
                "Add `sha256=…`, what `sha256sum` prints for the file that is meant.");
        if (Sha256 is not null && More is { Count: > 0 } || (More ?? []).Any(RemoteFile.Is))
            check.Refuse(nameof(More), "An address of the web, and a file with `sha256`, is loaded alone.",
                "Put the others below with `append`.");
        if (Connection.Is(File.Path) && Query?.Contains("order by", StringComparison.OrdinalIgnoreCase) == false)
            check.Warn(nameof(Query), "Rows of a database have no order: the next time they may come in another one.",
                "Add `order by` with columns that tell the rows apart.");
    }

    ReadOptions Options => new()
    {
        Rows = Rows,
        Missing = Missing ?? [],
        KeepNa = KeepNa,
        Types = Types ?? [],
        Dates = Dates,
        Delimiter = Delimiter,
        Decimal = Decimal,
        Thousands = Thousands,
        Header = Header,
        Units = Units,
        Footer = Footer,
        Names = Names ?? [],
        Skip = Skip,
        Comment = Comment,
        Quote = Quote,
        Escape = Escape,
        Encoding = Encoding is { } encoding ? TextEncodings.Find(encoding)?.WebName : null,
        Trim = Trim,
        BadRows = BadRows,
        Sheet = Sheet,
        Range = Range,
        Table = Table,
        Query = Query,
    };
}
