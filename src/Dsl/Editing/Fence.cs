using Runtime;

namespace Dsl.Editing;

/// <summary>A block that the caret stands in: what to write there is another language's business.</summary>
/// <param name="Start">Where its text starts in the script.</param>
/// <param name="Text">What stands between the fences so far.</param>
/// <param name="Before">The study that the block will find.</param>
/// <param name="Parameters">Those of the script, with their values.</param>
public sealed record Fence(int Start, string Text, Shape Before, IReadOnlyList<(string Name, string Value)> Parameters)
{
    /// <summary>Three back-ticks, before and after.</summary>
    public const string Mark = "```";

    internal static Fence At(string script, int mark, Shape before, IReadOnlyList<(string Name, string Value)> parameters)
    {
        var start = Math.Min(mark + Mark.Length, script.Length);
        var end = script.IndexOf(Mark, start, StringComparison.Ordinal);
        return new Fence(start, end < 0 ? script[start..] : script[start..end], before, parameters);
    }
}
