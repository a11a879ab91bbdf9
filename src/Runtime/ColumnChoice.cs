using System.Text.RegularExpressions;
using Runtime.Expressions;

namespace Runtime;

/// <summary>
/// Columns by what they have in common: all (<c>*</c>), from one to another in the order of the table (<c>a..c</c>), by a pattern
/// (<c>s_*</c>), by type (<c>numbers</c>). Operators never see one: <see cref="ChosenColumns"/> puts names in its place.
/// </summary>
public sealed partial record ColumnChoice : ColumnRef
{
    /// <summary>The words for types.</summary>
    static readonly Dictionary<string, Func<ColumnType, bool>> OfTypes = new()
    {
        ["numbers"] = type => type is ColumnType.Integer or ColumnType.Number,
        ["texts"] = type => type == ColumnType.Text,
        ["truths"] = type => type == ColumnType.Logical,
        ["dates"] = type => type == ColumnType.Time,
        ["labelings"] = type => type == ColumnType.Label,
    };

    /// <summary>What other tools call them.</summary>
    static readonly (string Word, string[] Names)[] Elsewhere =
    [
        ("*", ["all", "everything", "any"]),
        ("numbers", ["numeric", "number", "numerical", "float", "floats", "int", "integers", "continuous", "quantitative"]),
        ("texts", ["text", "string", "strings", "character", "object", "categorical"]),
        ("truths", ["bool", "booleans", "logical", "logicals"]),
        ("dates", ["date", "datetime", "times"]),
        ("labelings", ["factors", "clusters"]),
    ];

    /// <summary>The word for a choice that other tools give this name; null when none does.</summary>
    public static string? Called(string name) =>
        Array.Find(Elsewhere, e => e.Names.Contains(name, StringComparer.OrdinalIgnoreCase)).Word;

    ColumnChoice(string written) : base(written)
    {
    }

    public static ColumnChoice All { get; } = new("*");

    public static IReadOnlyCollection<string> TypeWords => OfTypes.Keys;

    /// <summary>Both ends of a range; null when it is none.</summary>
    public (string First, string Last)? Ends { get; private init; }

    public bool IsPattern => Ends is null && Name.Contains('*');

    /// <summary>What it stands for depends on the types of columns.</summary>
    public bool IsOfType => Ends is null && OfTypes.ContainsKey(Name);

    public static ColumnChoice Range(string first, string last) => new($"{first}..{last}") { Ends = (first, last) };

    /// <summary>A choice, or the name of a column.</summary>
    public static ColumnRef Read(string written)
    {
        if (OfTypes.ContainsKey(written) || written.Contains('*')) return written == All.Name ? All : new ColumnChoice(written);
        var dots = written.IndexOf("..", StringComparison.Ordinal);
        return dots > 0 && dots + 2 < written.Length ? Range(written[..dots], written[(dots + 2)..]) : new ColumnRef(written);
    }

    /// <summary>Its columns, in the order of the table; empty when none fits or an end of a range is not there.</summary>
    public IEnumerable<ColumnShape> In(NamedList<ColumnShape> columns)
    {
        if (columns.Find(Name) is { } own) return [own];
        if (Ends is { } ends) return Between(columns, ends);
        if (OfTypes.GetValueOrDefault(Name) is { } ofType) return columns.Where(c => ofType(c.Type));
        var parts = Name.Split('*');
        return columns.Where(c => Fits(c.Name, parts));
    }

    /// <summary>What the star of the pattern stands for in a name that fits; of several stars, all from the first to the last.</summary>
    public string Star(string name) => name[Name.IndexOf('*')..^(Name.Length - Name.LastIndexOf('*') - 1)];

    /// <summary>As it stands in a script.</summary>
    public string Text => Ends is { } ends ? IsPlain(ends.First) && IsPlain(ends.Last) ? Name
            : $"{Notation.Quoted(ends.First)}..{Notation.Quoted(ends.Last)}"
        : Bare.IsMatch(Name) ? Name : Notation.Text(Name);

    static bool IsPlain(string name) => Notation.Name(name) == name && !name.Contains('*');

    [GeneratedRegex(@"^(\*|\*?[\p{L}_][\p{L}\p{Nd}_*]*)\z")]
    static partial Regex Bare { get; }

    static IEnumerable<ColumnShape> Between(NamedList<ColumnShape> columns, (string First, string Last) ends) =>
        columns.Has(ends.First) && columns.Has(ends.Last) && !IsBackward(columns, ends)
            ? columns.SkipWhile(c => c.Name != ends.First).TakeWhile(c => c.Name != ends.Last).Append(columns.Find(ends.Last)!)
            : [];

    /// <summary>The end stands before the start.</summary>
    public static bool IsBackward(NamedList<ColumnShape> columns, (string First, string Last) ends) =>
        ends.First != ends.Last && columns.First(c => c.Name == ends.First || c.Name == ends.Last).Name == ends.Last;

    /// <summary>The parts stand in the name in their order, the first at its start and the last at its end.</summary>
    static bool Fits(string name, string[] parts)
    {
        if (!name.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = parts[0].Length;
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var found = name.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + part.Length;
        }
        return name.Length - at >= parts[^1].Length && name.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
