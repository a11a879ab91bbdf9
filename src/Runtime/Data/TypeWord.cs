namespace Runtime.Data;

/// <summary>The type of a column as an argument says it: <c>zip:text</c>.</summary>
static class TypeWord
{
    static readonly (string Word, ColumnType Type)[] All =
        [("text", ColumnType.Text), ("number", ColumnType.Number), ("date", ColumnType.Time), ("logical", ColumnType.Logical)];

    public static string Words => Wording.Names(All.Select(a => a.Word));

    public static string Of(ColumnType type) => type switch
    {
        ColumnType.Number => "numbers",
        ColumnType.Time => "dates",
        ColumnType.Logical => "true and false",
        _ => "text",
    };

    /// <summary>Null when it is not NAME:TYPE.</summary>
    public static (string Column, ColumnType Type)? Parse(string written)
    {
        var colon = written.LastIndexOf(':');
        var at = colon < 1 ? -1 : Array.FindIndex(All, a => a.Word == written[(colon + 1)..]);
        return at < 0 ? null : (written[..colon], All[at].Type);
    }
}
