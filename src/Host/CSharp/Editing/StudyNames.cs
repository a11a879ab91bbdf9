using System.Text.RegularExpressions;
using Dsl.Editing;
using Host.Editor;

namespace Host.CSharp.Editing;

/// <summary>Names of the study that stand in a block as text: the column in <c>Numbers("energy")</c>.</summary>
static partial class StudyNames
{
    /// <summary>Null when the caret does not stand in such a text.</summary>
    public static Menu? At(Fence fence, int caret)
    {
        if (Asked().Match(fence.Text[..caret]) is not { Success: true } asked) return null;
        var written = asked.Groups["name"].Value;
        var all = Names(fence, asked.Groups["member"].Value).ToList();
        var starting = all.FindAll(c => c.Text.StartsWith(written, StringComparison.OrdinalIgnoreCase));
        return new Menu(caret - written.Length,
            starting.Count > 0 ? starting : all.FindAll(c => c.Text.Contains(written, StringComparison.OrdinalIgnoreCase)), null);
    }

    static IEnumerable<Choice> Names(Fence fence, string member) => member switch
    {
        nameof(Block.Param) => fence.Parameters.Select(p => new Choice(p.Name, "parameter", p.Value)),
        nameof(Block.Labels) => fence.Before.Labelings.Select(l =>
            new Choice(l.Name, "labeling", l.Clusters is { } clusters ? $"{Wording.Plural(clusters, "cluster")}." : "")),
        _ => (fence.Before.Columns ?? [])
            .Where(c => c.IsNumeric || member != nameof(Block.Numbers))
            .Select(c => new Choice(c.Name, c.Type.ToString().ToLowerInvariant(), "Column of the table.")),
    };

    [GeneratedRegex("""(?<![\w.])(?<member>Numbers|Texts|Labels|Param)\s*(<\s*\w+\s*>\s*)?\(\s*"(?<name>[^"\\\r\n]*)$""")]
    private static partial Regex Asked();
}
