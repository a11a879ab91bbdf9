using System.Globalization;
using System.Text;
using Dsl.Binding;
using Runtime;

namespace Dsl.Editing;

/// <summary>The operators as text for people, made from their declarations.</summary>
public static class Manual
{
    /// <summary>The order in which an analysis meets the categories; others follow by name.</summary>
    static readonly string[] Order = ["Data", "Look", "Transform", "Cluster", "Judge", "Draw"];

    /// <summary>All operators by category, and the names of the functions.</summary>
    public static string Overview(NamedList<Signature> operators, int width = ManualText.Width)
    {
        var text = new ManualText(width);
        var widest = operators.Max(o => o.Name.Length);
        foreach (var category in Categories(operators))
        {
            text.Line(category.Key);
            foreach (var op in category) text.Entry(op.Name, widest, op.Doc);
            text.Line();
        }
        FunctionManual.Overview(text);
        return text.ToString();
    }

    /// <summary>All about one operator.</summary>
    public static string Of(Signature signature, int width = ManualText.Width)
    {
        var text = new ManualText(width);
        text.Heading(signature.Name, signature.Category);
        text.Paragraph(signature.Doc, 2, 2);
        text.Line();
        text.Paragraph(Usage(signature), 2, 4);
        var needs = signature.Needs == Needs.Table ? "a table: `load` one first." : "points: choose columns with `features` first.";
        if (signature.Needs != Needs.Nothing) text.Paragraph($"\n  Needs {needs}", 0, 2);
        Arguments(text, signature);
        text.Section("Adds to the study", [Additions.Of(signature)]);
        text.Section(signature.Examples.Count() > 1 ? "Examples" : "Example",
            signature.Examples.Select(e => Additions.Runnable(signature, e)));
        text.Section("From", signature.Citations);
        return text.ToString();
    }

    /// <summary>The table of operators for the README.</summary>
    public static string MarkdownTable()
    {
        var text = new StringBuilder("| operator | what it does |\n|---|---|\n");
        foreach (var op in Categories(Catalog.Operators).SelectMany(c => c))
            text.Append(CultureInfo.InvariantCulture, $"| `{Usage(op).Replace("|", "\\|")}` | {op.Doc.Replace("|", "\\|")} |\n");
        return text.ToString();
    }

    /// <summary>All operators with all there is to say, for docs/operators.md.</summary>
    public static string Reference()
    {
        var text = new StringBuilder("# The operators\n\nMade by `pipe help --reference`; a test holds it to the code.\n");
        foreach (var category in Categories(Catalog.Operators))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {category.Key}\n");
            foreach (var op in category) text.Append(CultureInfo.InvariantCulture, $"\n### {op.Name}\n\n```\n{Of(op).TrimEnd()}\n```\n");
        }
        return text.ToString();
    }

    static IEnumerable<IGrouping<string, Signature>> Categories(NamedList<Signature> operators) => operators
        .GroupBy(o => o.Category)
        .OrderBy(c => Array.IndexOf(Order, c.Key) is >= 0 and var place ? place : Order.Length)
        .ThenBy(c => c.Key, StringComparer.Ordinal);

    /// <summary><c>load FILE [rows=N]</c>: positional first, optional in brackets.</summary>
    static string Usage(Signature signature)
    {
        var words = signature.Parameters.OrderBy(p => !p.Positional).Select(Usage);
        return string.Join(' ', [signature.Name, .. words, .. Additions.TakesName(signature) ? ["[as NAME]"] : Array.Empty<string>()]);
    }

    static string Usage(ParameterSignature parameter)
    {
        var value = Placeholder(parameter);
        var word = parameter.FreeNames ? $"NAME={value}…"
            : parameter.Positional ? value + (parameter.IsList ? "…" : "")
            : $"{parameter.Name}={value}{(parameter.IsList ? ",…" : "")}";
        return parameter.Required ? word : $"[{word}]";
    }

    /// <summary>What stands for the value: a positional one says its name, a long choice too.</summary>
    static string Placeholder(ParameterSignature parameter)
    {
        var type = ArgumentTypes.Of(parameter).Placeholder;
        var isNamed = parameter.Positional && parameter.ValueType == typeof(string) || type.Length > 24;
        return isNamed ? parameter.Name.ToUpperInvariant() : type;
    }

    static void Arguments(ManualText text, Signature signature)
    {
        if (signature.Parameters.Count == 0) return;
        text.Line("\nArguments");
        var widest = signature.Parameters.Max(p => p.Name.Length);
        foreach (var parameter in signature.Parameters)
        {
            text.Entry(parameter.Name, widest, parameter.Doc);
            text.Entry("", widest, Terms(parameter));
        }
    }

    /// <summary>Type, rules and default: "A whole number, at least 2; 5 when not given."</summary>
    internal static string Terms(ParameterSignature parameter)
    {
        var takes = ArgumentTypes.Of(parameter).Takes + string.Concat(parameter.Rules.Select(r => $", {r.Must}"))
            + (parameter.IsList ? "; several are separated by commas" : "");
        var ending = parameter.Required ? "required"
            : parameter.AllByDefault ? "all when not given"
            : parameter.Default is null || CanonicalText.IsEmpty(parameter.Default) ? "optional"
            : $"`{CanonicalText.Of(parameter.Default)}` when not given";
        return $"{char.ToUpperInvariant(takes[0])}{takes[1..]}; {ending}.";
    }
}
