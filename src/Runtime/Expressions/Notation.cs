using System.Globalization;
using System.Text.RegularExpressions;

namespace Runtime.Expressions;

/// <summary>How names, texts and numbers are written in a script, so that they read as the same again.</summary>
public static partial class Notation
{
    /// <summary>Words that mean something in a step; a name of these letters stands between back-ticks.</summary>
    public static IReadOnlyList<string> Keywords { get; } =
    [
        .. BinaryOperation.All.Select(o => o.Symbol).Where(s => char.IsLetter(s[0])),
        "not", "in", "between", "is", "if", "then", "else", "as",
    ];

    /// <summary>What may stand after <c>is</c> and <c>is not</c>.</summary>
    public static IReadOnlyList<string> States { get; } = ["missing", "noise"];

    // In these two each sign has one place after the start, so that the time is linear without asking for it: the engine that promises
    // it takes a good part of the time in which a run starts.
    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*([.:~\\][\p{L}\p{Nd}_]+)*\z")]
    static partial Regex Bare { get; }

    [GeneratedRegex(@"^(\.{0,2}/|~/)?([.]{1,2}/)*[\p{L}_][\p{L}\p{Nd}_]*([./:~*\\-]+[\p{L}\p{Nd}_]+)*/?\z")]
    static partial Regex BarePath { get; }

    /// <summary>A name: as it is, or between back-ticks.</summary>
    public static string Name(string name) => Bare.IsMatch(name) && !Keywords.Contains(name) ? name : Quoted(name);

    /// <summary>Between back-ticks, where a name stands for nothing but itself.</summary>
    public static string Quoted(string name) => $"`{Escaped(name, '`')}`";

    public static string Text(string text) => $"\"{Escaped(text, '"')}\"";

    /// <summary>A text where a word would do, such as a path: as it is, or between quotation marks.</summary>
    public static string Word(string text) => BarePath.IsMatch(text) && !Keywords.Contains(text) ? text : Text(text);

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>What cannot be seen is spelled out, so that a message can be copied.</summary>
    static string Escaped(string text, char mark) =>
        Printable.Of(text.Replace("\\", "\\\\").Replace($"{mark}", $"\\{mark}").Replace("\n", "\\n"));
}
