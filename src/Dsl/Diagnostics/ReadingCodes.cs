using Runtime;
using static Runtime.CodeExamples;

namespace Dsl.Diagnostics;

/// <summary>What can be wrong with a text that is read, in the order one may meet it.</summary>
public static class ReadingCodes
{
    static string Deep => string.Concat(Enumerable.Repeat("not ", 41));

    public static readonly DiagnosticCode UnfinishedLine = new("unfinished-line", "Unfinished line",
        "A line ends where something must follow: a value after `=`, a name after `as`, an operand, or a closing bracket.",
        Scaled + "kmeans k=", Scaled + "kmeans k=3");

    public static readonly DiagnosticCode UnexpectedToken = new("unexpected-token", "Unexpected token",
        "A sign stands where the language has no use for it. Most often it is a single `=` in a comparison, or a bracket that "
        + "was never opened.",
        Load + "filter year > 2000 and genre = \"rock\"", Load + "filter year > 2000 and genre == \"rock\"");

    public static readonly DiagnosticCode OtherLanguage = new("other-language", "Written as elsewhere",
        "The line is understood, but written as in another language. Here a step is its name and then its arguments, with blanks "
        + "between them: no brackets, no commas, no variable. `pipe help language` shows the forms.",
        Scaled + "kmeans(k=3)", Scaled + "kmeans k=3");

    public static readonly DiagnosticCode UnknownCharacter = new("unknown-character", "Unknown character",
        "A character means nothing in the language: text stands between double quotation marks, conditions are joined by words.",
        Load + "filter genre == 'rock'", Load + "filter genre == \"rock\"");

    public static readonly DiagnosticCode HugeNumber = new("huge-number", "Number too large",
        "A number is a 64-bit floating-point number, which ends near 1.8e308.",
        Load + "filter year < 1e999", Load + "filter year < 1e9");

    public static readonly DiagnosticCode UnfinishedText = new("unfinished-text", "Unfinished text",
        "Text between quotation marks ends on the line it starts on.",
        Load + "filter genre == \"rock", Load + "filter genre == \"rock\"");

    public static readonly DiagnosticCode UnfinishedName = new("unfinished-name", "Unfinished name",
        "A name between back-ticks ends on the line it starts on.",
        Load + "top `genre 5", Load + "top `genre` 5");

    public static readonly DiagnosticCode UnfinishedBlock = new("unfinished-block", "Unfinished block",
        "A block starts and ends with three back-ticks; without the second three it takes in the whole rest of the script.",
        Load + "describe ```danceability", Load + "describe danceability");

    public static readonly DiagnosticCode MissingName = new("missing-name", "Missing name",
        "After `as` stands a name: a word, or anything between back-ticks.",
        Scaled + "kmeans k=3 as 5\nmeans by=`5`", Scaled + "kmeans k=3 as `5`\nmeans by=`5`");

    public static readonly DiagnosticCode NoOperator = new("no-operator", "No operator",
        "A step starts with the name of an operator.",
        Load + "\"describe\"", Load + "describe");

    public static readonly DiagnosticCode EmptyStep = new("empty-step", "Empty step",
        "One `|` separates two steps, so between two of them a step is missing. A choice of conditions is joined by `or`.",
        Load + "describe || missing", Load + "describe | missing");

    public static readonly DiagnosticCode TooComplex = new("too-complex", "Too complex",
        "A script may have half a million characters and 5,000 steps, and a step may nest brackets 40 deep and hold 400 operators of "
        + "expressions, so that none can exhaust the machine.",
        Load + "filter " + Deep + "year > 2000", Load + "filter year > 2000");

    public static readonly DiagnosticCode BadParameter = new("bad-parameter", "Bad parameter",
        "`param` declares a name of letters, digits and `_` with its value.",
        "param min-rows = 5\nload sample:spotify rows=5", "param min_rows = 5\nload sample:spotify rows=$min_rows");
}
