using System.Diagnostics;
using System.Reflection;

namespace Host.CSharp;

/// <summary>What a block threw, as a refusal at its line. Holds nothing of the block's own types.</summary>
static class BlockFailure
{
    /// <summary>The method that the statements of a block are in when one of them waits.</summary>
    public const string Waiting = "MainAsync";

    public static Refusal Of(Exception exception, CodeBlock block, Block running)
    {
        while (exception is AggregateException or TargetInvocationException && exception.InnerException is { } inner)
            exception = inner;
        var place = Place(exception, running);
        var at = place is ("", var line) && block.Start is { } start ? LineAt(block.Text, line, start) : null;
        if (exception is Refusal refusal) return new Refusal(refusal.Text, refusal.Hint) { At = at ?? refusal.At };
        return new Refusal(
            $"The block threw `{exception.GetType().Name}`{Where(place, block)}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}.",
            "Correct the block, or leave out the rows that it cannot take.")
        { At = at };
    }

    /// <summary>The innermost line of the code on the way to where it was thrown.</summary>
    static (string File, int Line)? Place(Exception exception, Block running)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || method.Module != running.GetType().Module) continue;
            if (IsBody(method) && running.FailedLine > 0) return ("", running.FailedLine);
            if (frame.GetFileLineNumber() is > 0 and var line) return (frame.GetFileName() ?? "", line);
        }
        return null;
    }

    static bool IsBody(MethodBase method) =>
        method.Name == nameof(Block.Main) || method.DeclaringType?.Name.StartsWith($"<{Waiting}>", StringComparison.Ordinal) == true;

    static string Where((string File, int Line)? place, CodeBlock block) => place switch
    {
        null => "",
        ("", var line) => $" in line {block.Line + line - 1}",
        var (file, line) => $" in line {line} of `{file}`",
    };

    /// <summary>What stands in a line of the block, without the blanks around it.</summary>
    static (int Start, int Length)? LineAt(string text, int line, int offset)
    {
        var start = 0;
        for (; line > 1 && start >= 0; line--) start = text.IndexOf('\n', start) + 1 is > 0 and var next ? next : -1;
        if (start < 0) return null;
        var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
        var written = text[start..end];
        return (offset + start + (written.Length - written.TrimStart().Length), written.Trim().Length);
    }
}
