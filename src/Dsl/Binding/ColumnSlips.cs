using Dsl.Diagnostics;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Words where a column should stand that mean several columns, or are the beginning of a name with blanks.</summary>
static class ColumnSlips
{
    public static Diagnostic? Of(Complaint complaint, Span at, Signature op, Shape before, string source)
    {
        if (before.Columns is not { } columns) return null;
        var said = new Diagnostic(complaint.Code, at, complaint.Text);
        if (Begun(at, columns, source) is { } whole)
        {
            var quoted = Notation.Quoted(source.Substring(whole.Start, whole.Length));
            return (said with { Hint = $"A name with blanks stands between back-ticks: {quoted}." }).With(Fix.Write(whole, quoted));
        }
        var takesSeveral = op.Parameters.Any(p => p.TakesColumns && p.Property.Name == complaint.Argument);
        if (!takesSeveral || ColumnChoice.Called(source.Substring(at.Start, at.Length)) is not { } word) return null;
        var what = word == ColumnChoice.All.Name ? "stands for all columns" : $"stands for all columns of {word}";
        return (said with { Hint = $"`{word}` {what}." }).With(Fix.Write(at, word));
    }

    /// <summary>What follows the beginning of such a name is a part of it, and no mistake of its own.</summary>
    public static bool IsWithin(Span at, Shape before, string source)
    {
        if (before.Columns is not { } columns) return false;
        return columns.Names.Where(n => n.Contains(' ')).Any(name =>
            source.IndexOf(name, Math.Max(0, at.Start - name.Length), StringComparison.Ordinal) is >= 0 and var start
            && start < at.Start && at.End <= start + name.Length && (start == 0 || source[start - 1] is not ('`' or '"')));
    }

    static Span? Begun(Span at, NamedList<ColumnShape> columns, string source) => columns.Names
        .Where(n => n.Contains(' ') && source.AsSpan(at.Start).StartsWith(n)).OrderByDescending(n => n.Length)
        .Select(n => (Span?)new Span(at.Start, n.Length)).FirstOrDefault();
}
