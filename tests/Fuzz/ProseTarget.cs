using System.Xml.Linq;
using Host.Report;

namespace Fuzz;

/// <summary>Prose of any kind becomes HTML that is well formed, holds no code, and leads nowhere but where it may.</summary>
sealed class ProseTarget() : Target("prose")
{
    static readonly string[] Parts =
    [
        "# ", "## ", "- ", "1. ", "> ", "* ", "*", "**", "_", "`", "```\n", "\n", "\n\n", "  ", "    ", "\t", "|", "|-|-|\n", "a | b\n", "<", ">", "<b>", "</p>",
        "<script>", "<!--", "<![CDATA[", "<?", "&", "&lt;", "&#58;", "&#1;", "&#x0;", "[", "]", "(", ")", "[a](", "![a](", "[a][b]", "[b]: ", "\n[b]: ",
        "javascript:", "JaVaScRiPt:", "data:", "vbscript:", "file://", "http://", "https://a.invalid", "//a.invalid", "mailto:", "\\", "../", "/", "..",
        "%2e%2e", "%5c", ":", "\"", "'", " \"title\"", "a", "word", "é", "\0", "\u0001", "\u202e", "\ufffe", "https:", "#a", "tables/a.csv", "---\n", "===\n",
    ];

    public override string Try(Dice dice, string folder)
    {
        var text = dice.Text(Parts, dice.OneIn(30) ? 2000 : 40);
        try
        {
            var html = ProseHtml.Of(text);
            var page = XElement.Parse($"<div>{html}</div>");
            foreach (var element in page.Descendants())
            {
                Demand(element.Name.LocalName is not ("script" or "iframe" or "object" or "embed" or "style" or "base" or "form"), $"<{element.Name}>");
                foreach (var attribute in element.Attributes()) Hold(element, attribute);
            }
            return html.StartsWith("<pre>", StringComparison.Ordinal) ? "as it is" : "rendered";
        }
        catch
        {
            File.WriteAllText(Path.Combine(folder, "prose.md"), text);
            throw;
        }
    }

    static void Hold(XElement element, XAttribute attribute)
    {
        Demand(!attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{attribute}");
        if (attribute.Name.LocalName is not ("href" or "src")) return;
        if (!Uri.TryCreate(new Uri("https://report.invalid/folder/report.html"), attribute.Value, out var address))
        {
            // No address at all leads nowhere.
            Demand(element.Name.LocalName != "img", $"img leads to {attribute.Value}");
            return;
        }
        var isBelow = address.AbsoluteUri.StartsWith("https://report.invalid/folder/", StringComparison.Ordinal);
        Demand(isBelow || element.Name.LocalName != "img" && address.Scheme is "http" or "https" or "mailto", $"{element.Name} leads to {attribute.Value}");
        Demand(address.Host != "report.invalid" || isBelow, $"{element.Name} leads to {attribute.Value}");
    }
}
