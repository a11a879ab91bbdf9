using Dsl.Diagnostics;
using Dsl.Syntax;
using Superpower.Model;

namespace Dsl.Editing;

/// <summary>
/// One form for a script. Lines stay lines, so that differences stay small: blanks between tokens are normalised, lines
/// that continue a step are indented, blank lines are collapsed. What is said in comments, prose, text and blocks is not touched.
/// </summary>
public sealed class Formatter
{
    const int Indent = 4;

    readonly SourceText source;
    readonly Layout layout;

    /// <summary>As the first line ends; within blocks lines end as they do.</summary>
    string? lineEnd;

    Formatter(SourceText source) => (this.source, layout) = (source, new Layout());

    /// <summary>The script in its form; as it is when it cannot be read.</summary>
    /// <param name="mistakes">Why it cannot be read.</param>
    public static string Format(SourceText source, out IReadOnlyList<Diagnostic> mistakes)
    {
        var found = new List<Diagnostic>();
        _ = new Reader(source, found).Read();
        mistakes = found;
        if (found.Count > 0) return source.Text;
        var formatter = new Formatter(source);
        formatter.Write();
        return formatter.layout.Finish(formatter.lineEnd ?? "\n");
    }

    void Write()
    {
        var step = new Spacing();
        Token<TokenKind>? last = null;
        var (end, breaks) = (0, false);
        foreach (var token in Lexer.Instance.Tokenize(source.Text))
        {
            breaks |= token.Kind == TokenKind.NewLine;
            if (token.Kind == TokenKind.NewLine) continue;
            var starts = breaks || last is null or { Kind: TokenKind.Prose } || token.Kind == TokenKind.Prose;
            if (starts) step.Start();
            Between(end, token.At().Start, starts ? 0 : Indent,
                last is null ? "" : token.Kind == TokenKind.Prose ? "\n" : step.Before(token));
            layout.Code(token.ToStringValue());
            step.Take(token, source.Text.AsSpan(end, token.At().Start - end).Contains('\n'));
            (last, end, breaks) = (token, token.At().End, false);
        }
        Between(end, source.Text.Length, 0, "");
    }

    /// <summary>What lies between two tokens: comments and line ends, or just a separation.</summary>
    void Between(int start, int end, int indent, string separation)
    {
        var lines = source.Text[start..end].Split('\n');
        var comment = Bare(lines[0]);
        if (lines.Length == 1 && separation == "\n") layout.NewLine(0);
        else if (lines.Length == 1 && comment.Length == 0) layout.Code(separation);
        if (comment.Length > 0) layout.Comment(comment, source.Place(start + lines[0].IndexOf('#')).Column - 1, indent);
        if (lines.Length > 1) lineEnd ??= lines[0].EndsWith('\r') ? "\r\n" : "\n";
        for (var i = 1; i < lines.Length; i++)
        {
            layout.NewLine(indent);
            if (Bare(lines[i]) is { Length: > 0 } own) layout.Comment(own, null, indent);
        }
    }

    /// <summary>The comment of a line that holds nothing else.</summary>
    static string Bare(string line) => line.IndexOf('#') is >= 0 and var at ? line[at..].TrimEnd() : "";
}
