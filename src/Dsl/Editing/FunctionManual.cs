using System.Text;
using Runtime.Expressions;

namespace Dsl.Editing;

/// <summary>The functions of expressions as text for people, made from their catalogue.</summary>
public static class FunctionManual
{
    /// <summary>The table of functions for the page on the language.</summary>
    public static string MarkdownTable()
    {
        var text = new StringBuilder("| function | gives |\n|---|---|\n");
        foreach (var function in FunctionCatalog.Functions)
            text.Append($"| `{function.Usage}` | {function.Doc} `{function.Example}` is `{Value(function)}`. |\n");
        return text.ToString();
    }

    /// <summary>All about one function, at most 80 columns wide.</summary>
    public static string Of(Function function)
    {
        var text = new StringBuilder(ManualText.Heading(function.Name, "Function"));
        ManualText.Paragraph(text, function.Doc, 2, 2);
        text.Append('\n');
        ManualText.Paragraph(text, function.Usage, 2, 4);
        if (function.Parameters.Length > 0) text.Append("\nValues\n");
        var widest = function.Parameters.Select(p => p.Name.Length).DefaultIfEmpty().Max();
        foreach (var parameter in function.Parameters) ManualText.Entry(text, parameter.Name, widest, Terms(parameter));
        ManualText.Section(text, "Gives", [$"{Capital(Typing.Noun(function.Result))}."]);
        ManualText.Section(text, "Example", [$"{function.Example} is {Value(function)}"]);
        if (function.OfColumn) ManualText.Section(text, "The column of the example", ["energy is 0.2, 0.5 and 0.8"]);
        return text.ToString();
    }

    /// <summary>All functions with what they give, at most 80 columns wide.</summary>
    public static string List()
    {
        var (text, widest) = (new StringBuilder(), FunctionCatalog.Functions.Max(f => f.Usage.Length));
        foreach (var function in FunctionCatalog.Functions) ManualText.Entry(text, function.Usage, widest, function.Doc);
        return text.ToString();
    }

    /// <summary>All names, for the end of the overview.</summary>
    public static string Overview()
    {
        var text = new StringBuilder("Functions of expressions\n");
        ManualText.Paragraph(text, string.Join(", ", FunctionCatalog.Functions.Names), 2, 2);
        return text.ToString();
    }

    static string Terms(FunctionParameter parameter) => Capital(Typing.Noun(parameter.Type))
        + (parameter.Constant ? ", written out" : "") + (parameter.Optional ? "; optional" : "")
            + (parameter.Repeats ? "; may be given again and again" : "") + ".";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The value of the example as one would write it.</summary>
    static string Value(Function function) => function.Result == ExpressionType.Text ? Notation.Text(function.Gives) : function.Gives;
}
