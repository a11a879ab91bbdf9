using System.Net;
using System.Text;
using Markdig;

namespace Host.Report;

/// <summary>Text as HTML that is also well-formed XML.</summary>
static class Html
{
    static readonly Lazy<MarkdownPipeline> Pipeline = new(() => new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build());

    public static string Escape(string text) => WebUtility.HtmlEncode(new string([.. text.Where(IsAllowed)]));

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

    public static string Markdown(string text) => Markdig.Markdown.ToHtml(new string([.. text.Where(IsAllowed)]), Pipeline.Value);

    // Control characters have no place in XML, escaped or not; data may hold them.
    static bool IsAllowed(char c) => c is '\t' or '\n' or '\r' or >= ' ' and < '\uFFFE';
}
