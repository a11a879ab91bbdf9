using Host.Editor;

namespace Tests.Host.Editor;

public class HistoryTests
{
    [Fact]
    public void Texts_are_there_in_the_next_session_with_their_line_ends()
    {
        using var sandbox = new Sandbox();
        var file = sandbox.PathOf("config/history");
        new History(file).Add("one \\n\ntwo");
        new History(file).Add("three");
        var later = new History(file);
        Assert.Equal(["one \\n\ntwo", "three"], Enumerable.Range(0, later.Count).Select(i => later[i]));
        Assert.Equal(["history"], sandbox.Files("config"));
    }

    [Fact]
    public void The_file_stays_small()
    {
        using var sandbox = new Sandbox();
        var file = sandbox.PathOf("history");
        File.WriteAllLines(file, Enumerable.Range(0, 5000).Select(i => $"line {i}"));
        new History(file).Add("new");
        var lines = File.ReadAllLines(file);
        Assert.Equal((2000, "new"), (lines.Length, lines[^1]));
        new History(file).Add(new string('x', 600_000));
        new History(file).Add(new string('y', 600_000));
        Assert.InRange(new FileInfo(file).Length, 600_000, 1 << 20);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_done_without()
    {
        using var sandbox = new Sandbox().With("taken", "a file where a folder should be");
        var history = new History(sandbox.PathOf("taken/history"));
        history.Add("one");
        Assert.Equal("one", history[0]);
    }

    [Fact]
    public void Two_sessions_keep_each_others_lines()
    {
        using var sandbox = new Sandbox();
        var (one, other) = (new History(sandbox.PathOf("h")), new History(sandbox.PathOf("h")));
        one.Add("a");
        other.Add("b");
        one.Add("c");
        Assert.Equal(["a", "b", "c"], File.ReadAllLines(sandbox.PathOf("h")));
    }
}
