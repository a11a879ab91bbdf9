using Dsl.Editing;
using Host.Editor;

namespace Host.CSharp.Editing;

/// <summary>
/// Completes C# while a block is being written. Roslyn is loaded in the background when the first block is opened,
/// and nobody waits for it: an answer that takes longer is brought when it is there.
/// </summary>
sealed class CodeAssistant
{
    /// <summary>What is there within this time is shown at once.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(60);

    readonly Lazy<Task<CodeCompletion>> completion = new(() => Task.Run(CodeCompletion.Start));

    /// <summary>A block is being written: what completes it is going to be needed.</summary>
    public void Prepare() => _ = completion.Value;

    /// <param name="caret">In the text of the block.</param>
    public Menu Complete(Fence fence, int caret, string folder)
    {
        if (StudyNames.At(fence, caret) is { } names) return names;
        var later = Task.Run(() => Answer(fence, caret, folder));
        if (completion.Value.IsCompleted && later.Wait(Patience)) return later.Result;
        return new Menu(caret, [], completion.Value.IsCompleted ? "…" : "C# completion is being loaded …") { Later = later };
    }

    /// <summary>Help must not break what it helps with: what goes wrong in it is said in its place.</summary>
    async Task<Menu> Answer(Fence fence, int caret, string folder)
    {
        try
        {
            return await (await completion.Value.ConfigureAwait(false)).At(fence.Text, caret, folder).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Menu(caret, [], $"C# completion failed: {e.Message.Split('\n')[0].TrimEnd()}");
        }
    }
}
