using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
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

    public static string Of(string text) => Of(text, []);

    /// <summary>Prose that is nested deeper than Markdown is read stands as it was written.</summary>
    /// <param name="headings">Takes the headings in, which get their names from their number.</param>
    public static string Of(string text, List<ProseHeading> headings)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
            {
                headings.Add(new(heading.Level, $"part-{headings.Count + 1}", Words(heading)));
                heading.GetAttributes().Id = headings[^1].Id;
            }
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

    static string Words(HeadingBlock heading) => string.Concat((heading.Inline?.Descendants() ?? []).Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));

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

/// <summary>A heading of the prose.</summary>
/// <param name="Id">Where links lead.</param>
sealed record ProseHeading(int Level, string Id, string Text);
