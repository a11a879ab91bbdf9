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

    /// <summary>All about one function.</summary>
    public static string Of(Function function, int width = ManualText.Width)
    {
        var text = new ManualText(width);
        text.Heading(function.Name, "Function");
        text.Paragraph(function.Doc, 2, 2);
        text.Line();
        text.Paragraph(function.Usage, 2, 4);
        if (function.Parameters.Length > 0) text.Line("\nValues");
        var widest = function.Parameters.Select(p => p.Name.Length).DefaultIfEmpty().Max();
        foreach (var parameter in function.Parameters) text.Entry(parameter.Name, widest, Terms(parameter));
        text.Section("Gives", [$"{Capital(Typing.Noun(function.Result))}."]);
        text.Section("Example", [$"{function.Example} is {Value(function)}"]);
        if (function.OfColumn) text.Section("The column of the example", ["energy is 0.2, 0.5 and 0.8"]);
        return text.ToString();
    }

    /// <summary>All functions with what they give, at most 80 columns wide.</summary>
    public static string List()
    {
        var (text, widest) = (new ManualText(), FunctionCatalog.Functions.Max(f => f.Usage.Length));
        foreach (var function in FunctionCatalog.Functions) text.Entry(function.Usage, widest, function.Doc);
        return text.ToString();
    }

    /// <summary>All names, for the end of the overview.</summary>
    public static void Overview(ManualText text)
    {
        text.Line("Functions of expressions");
        text.Paragraph(string.Join(", ", FunctionCatalog.Functions.Names), 2, 2);
    }

    static string Terms(FunctionParameter parameter) => Capital(Typing.Noun(parameter.Type))
        + (parameter.Constant ? ", written out" : "") + (parameter.Optional ? "; optional" : "")
            + (parameter.Repeats ? "; may be given again and again" : "") + ".";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The value of the example as one would write it.</summary>
    static string Value(Function function) => function.Result == ExpressionType.Text ? Notation.Text(function.Gives) : function.Gives;
}
