using Dsl.Editing;

namespace Host.Repl;

/// <summary>A text that arrived in one go, such as a paste: steps, and what is asked of the session between them.</summary>
static class Burst
{
    /// <summary>Cut before and behind the lines that start with a colon; none of a block is taken for one.</summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        var parts = new List<string>();
        var steps = "";
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith(':') && !Continuation.InBlock(steps))
            {
                Add(parts, steps);
                parts.Add(line);
                steps = "";
            }
            else steps = steps.Length == 0 ? line : $"{steps}\n{line}";
        }
        Add(parts, steps);
        return parts;
    }

    static void Add(List<string> parts, string steps)
    {
        if (!string.IsNullOrWhiteSpace(steps)) parts.Add(steps.Trim('\n').TrimEnd());
    }
}
