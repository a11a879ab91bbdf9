using System.Text;

namespace Dsl.Editing;

/// <summary>Lines as they are written: code, a comment after it, no two blank lines in a row.</summary>
sealed class Layout
{
    /// <param name="Column">Where the comment stood after code in the source; null for one on a line of its own.</param>
    sealed record Line(StringBuilder Code, string? Comment = null, int? Column = null);

    readonly List<Line> lines = [new(new StringBuilder())];
    int indent;

    Line Last => lines[^1];

    public void Code(string text)
    {
        if (Last.Code.Length == 0) Last.Code.Append(' ', indent);
        Last.Code.Append(text);
    }

    /// <param name="column">Where it stood after code; null when on a line of its own.</param>
    public void Comment(string text, int? column, int own)
    {
        var follows = Last.Code.Length > 0;
        // Two marks at the start of a line are prose.
        if (!follows) Last.Code.Append(' ', text.StartsWith("##", StringComparison.Ordinal) ? 4 : own);
        lines[^1] = Last with { Comment = text, Column = follows ? column : null };
    }

    public void NewLine(int indentation)
    {
        lines.Add(new Line(new StringBuilder()));
        indent = indentation;
    }

    public string Finish(string lineEnd)
    {
        var text = new StringBuilder();
        var columns = Columns();
        var blank = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Comment is null && line.Code.Length == 0)
            {
                blank = text.Length > 0;
                continue;
            }
            if (blank) text.Append(lineEnd);
            text.Append(Shown(line, columns[i])).Append(lineEnd);
            blank = false;
        }
        return text.ToString();
    }

    static string Shown(Line line, int column) =>
        line.Comment is null ? line.Code.ToString()
        : line.Column is null ? line.Code + line.Comment
        : line.Code + new string(' ', column - Width(line)) + line.Comment;

    /// <summary>Comments that stood below each other stay so; any other stands two blanks after the code.</summary>
    int[] Columns()
    {
        var columns = new int[lines.Count];
        for (var first = 0; first < lines.Count;)
        {
            var end = first + 1;
            while (end < lines.Count && lines[first].Column is { } column && lines[end].Column == column) end++;
            var least = Enumerable.Range(first, end - first).Max(i => Width(lines[i])) + 2;
            var at = end - first > 1 ? Math.Max(least, lines[first].Column!.Value) : least;
            Array.Fill(columns, at, first, end - first);
            first = end;
        }
        return columns;
    }

    /// <summary>A block may have lines of its own; the comment stands after its last.</summary>
    static int Width(Line line)
    {
        var code = line.Code.ToString();
        return code.Length - (code.LastIndexOf('\n') + 1);
    }
}
