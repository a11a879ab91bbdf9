using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Host.Report;

/// <summary>
/// The prose of a script as HTML. Whoever wrote the script is not whoever opens the report: links lead to pages, addresses and files of the
/// output folder, and pictures come from that folder alone, so that nobody learns that a report was opened.
/// </summary>
static partial class ProseHtml
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>What starts so is no path: a scheme, or another host.</summary>
    [GeneratedRegex(@"^([^/?#]*:|[/\\])")]
    private static partial Regex LeadsAway();

    [GeneratedRegex(@"^(https?://|mailto:|#)", RegexOptions.IgnoreCase)]
    private static partial Regex IsPage();

    /// <summary>Prose that is nested deeper than Markdown is read stands as it was written.</summary>
    public static string Of(string text)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            foreach (var link in document.Descendants<LinkInline>().ToList()) Settle(link);
            foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !MayLead(l.Url)).ToList())
                link.ReplaceBy(new LiteralInline(link.Url));
            return new string([.. document.ToHtml(Pipeline).Where(IsAllowed)]);
        }
        catch (ArgumentException)
        {
            return $"<pre>{Html.Escape(text)}</pre>\n";
        }
    }

    /// <summary>A picture from elsewhere becomes a link to it; a link that may not be one, its words.</summary>
    static void Settle(LinkInline link)
    {
        var url = link.Url ?? "";
        if (IsBelow(url) || !link.IsImage && MayLead(url)) return;
        if (link.IsImage && MayLead(url)) link.IsImage = false;
        else
        {
            var words = new ContainerInline();
            link.ReplaceBy(words, copyChildren: true);
        }
    }

    static bool MayLead(string url) => IsPlain(url) && IsPage().IsMatch(url) || IsBelow(url);

    /// <summary>A path that does not leave its folder, however it is written.</summary>
    static bool IsBelow(string url)
    {
        var path = Uri.UnescapeDataString(url);
        return url.Length > 0 && IsPlain(path) && !LeadsAway().IsMatch(path) && !path.Split('/', '\\', '?', '#').Contains("..");
    }

    /// <summary>Browsers leave control characters and blanks out before they look at what an address starts with.</summary>
    static bool IsPlain(string url) => !url.Any(c => c <= ' ' || char.IsControl(c));

    // Control characters have no place in XML, and Markdown can name them by their numbers.
    static bool IsAllowed(char c) => c is '\t' or '\n' or '\r' or >= ' ' and < '\uFFFE';
}
