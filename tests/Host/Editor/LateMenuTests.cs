using Host;
using Host.Editor;

namespace Tests.Host.Editor;

/// <summary>Completion that takes longer than a person waits.</summary>
public class LateMenuTests
{
    [Fact]
    public void What_is_found_later_opens_by_itself_unless_a_key_comes_first()
    {
        Assert.Equal("> late\n  late   fruit  Late.\n  later  fruit  Later.", Late("la{Tab}", slow: false).Replace("›", " "));
        Assert.Equal("> lax", Late("la{Tab}x", slow: true));
    }

    /// <summary>Types into an editor whose completion takes a while: the next key is pressed before or after it is there.</summary>
    static string Late(string typed, bool slow)
    {
        var found = new TaskCompletionSource<Menu>();
        var advice = Advice.None with { Complete = (_, caret) => new Menu(caret, [], "wait") { Later = found.Task } };
        var screen = new VirtualScreen(60, 20);
        var keys = 0;
        var typist = new Typist(typed, () =>
        {
            if (++keys == 4 && !slow) found.SetResult(new Menu(0, [new Choice("late", "fruit", "Late."), new Choice("later", "fruit", "Later.")], null));
            if (keys == 4 && !slow) SpinWait.SpinUntil(() => screen.Text.Contains("Later"), 10_000);
        });
        var editor = new LineEditor(typist.Keys, new Screen(screen.Write, () => screen.Size, true), advice, new History(null));
        Assert.Throws<EndOfStreamException>(() => editor.Read("> "));
        return screen.Text;
    }
}
