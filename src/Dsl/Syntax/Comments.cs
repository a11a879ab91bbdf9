using Dsl.Diagnostics;

namespace Dsl.Syntax;

/// <summary>Collects what the lexer leaves out: the comments that stand between the tokens.</summary>
sealed class Comments(SourceText source)
{
    readonly List<Comment> found = [];
    int end;

    public IReadOnlyList<Comment> Found => found;

    /// <summary>Looks at what lies between the token before and this one.</summary>
    public void Look(Span token)
    {
        var gap = source.Text.AsSpan(end, token.Start - end);
        for (var at = gap.IndexOf('#'); at >= 0;)
        {
            var length = gap[at..].IndexOf('\n') is >= 0 and var l ? l : gap.Length - at;
            var text = gap.Slice(at, length).TrimEnd().ToString();
            found.Add(new Comment(text, new Span(end + at, text.Length)));
            var next = gap[(at + length)..].IndexOf('#');
            at = next < 0 ? -1 : at + length + next;
        }
        end = token.End;
    }

    /// <summary>The items with the comments on their lines.</summary>
    public IReadOnlyList<Item> BesideThem(IReadOnlyList<Item> items)
    {
        if (found.Count == 0) return items;
        var (beside, first) = (new List<Comment>?[items.Count], 0);
        foreach (var comment in found)
        {
            var line = source.Text.AsSpan(0, comment.Span.Start).LastIndexOf('\n') + 1;
            while (first < items.Count && items[first].Span.End <= line) first++;
            for (var i = first; i < items.Count && items[i].Span.Start < comment.Span.Start; i++) (beside[i] ??= []).Add(comment);
        }
        return [.. items.Select((item, i) => beside[i] is { } comments ? item with { Comments = comments } : item)];
    }
}
