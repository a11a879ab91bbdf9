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
        foreach (var function in FunctionCatalog.Functions) text.Append($"| `{function.Usage}` | {function.Doc} `{function.Example}` is {Value(function)}. |\n");
        return text.ToString();
    }

    /// <summary>The value of the example as one would write it.</summary>
    public static string Value(Function function) => function.Result == ExpressionType.Text ? $"`\"{function.Gives}\"`" : $"`{function.Gives}`";
}
