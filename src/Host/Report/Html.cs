using System.Net;
using System.Text;

namespace Host.Report;

/// <summary>Text as HTML that is also well-formed XML.</summary>
static class Html
{
    public static string Escape(string text) => WebUtility.HtmlEncode(Printable.Lines(text));

    /// <summary>A sentence with its names in back-ticks as code.</summary>
    public static string Sentence(string text)
    {
        var html = new StringBuilder();
        var parts = text.Split('`');
        for (var i = 0; i < parts.Length; i++)
        {
            var isCode = i % 2 == 1 && i < parts.Length - 1;
            html.Append(isCode ? $"<code>{Escape(parts[i])}</code>" : (i % 2 == 1 ? "`" : "") + Escape(parts[i]));
        }
        return html.ToString();
    }
}
