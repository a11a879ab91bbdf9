using Host;
using Host.Display;

namespace Tests.Host;

/// <summary>How a picture is shown, from what the environment says.</summary>
public sealed class PicturesTests
{
    const string Cases = """
        TERM=xterm-256color                                 ⇶ File
        TERM=xterm-kitty                                    ⇶ Kitty
        TERM=xterm-256color KITTY_WINDOW_ID=1               ⇶ Kitty
        TERM=xterm-ghostty                                  ⇶ Kitty
        TERM_PROGRAM=iTerm.app                              ⇶ Iterm
        TERM_PROGRAM=WezTerm DISPLAY=:0                     ⇶ Iterm
        LC_TERMINAL=iTerm2 SSH_CONNECTION=a                 ⇶ Iterm
        TERM=tmux-256color TERM_PROGRAM=tmux KITTY_WINDOW_ID=1 ⇶ File
        TERM=screen LC_TERMINAL=iTerm2                      ⇶ File
        TERM=xterm-kitty TMUX=main,81,0 DISPLAY=:0          ⇶ Viewer
        DISPLAY=:0                                          ⇶ Viewer
        WAYLAND_DISPLAY=wayland-0                           ⇶ Viewer
        DISPLAY=                                            ⇶ File
        """;

    public static TheoryData<string, string> WayCases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in Cases.ReplaceLineEndings("\n").Split('\n')) cases.Add(line.Split(" ⇶ ")[0].Trim(), line.Split(" ⇶ ")[1]);
            return cases;
        }
    }

    [Theory, MemberData(nameof(WayCases))]
    public void The_environment_says_how(string variables, string way)
    {
        if (!OperatingSystem.IsLinux()) return;
        var set = variables.Split(' ').ToDictionary(v => v.Split('=')[0], v => v.Split('=')[1]);
        Assert.Equal(way, Pictures.WayOf(name => set.GetValueOrDefault(name)).ToString());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3072)]
    [InlineData(10_000)]
    public void Kitty_is_sent_the_picture_in_pieces_that_it_takes(int size)
    {
        var png = new byte[size];
        new Random(1).NextBytes(png);
        var pieces = Pictures.Sequence(PictureWay.Kitty, png, 78).TrimEnd('\n').Split("\e\\")[..^1];
        Assert.StartsWith("\e_Ga=T,f=100,q=2,c=78,m=", pieces[0]);
        Assert.All(pieces, p => Assert.True(p.Split(';')[1].Length <= 4096));
        Assert.All(pieces[..^1], p => Assert.Contains("m=1;", p));
        Assert.Contains("m=0;", pieces[^1]);
        Assert.Equal(png, Convert.FromBase64String(string.Concat(pieces.Select(p => p.Split(';')[1]))));
    }

    [Fact]
    public void Iterm_is_sent_the_picture_in_one()
    {
        Assert.Equal("\e]1337;File=inline=1;size=3;width=40;preserveAspectRatio=1:AQID\a\n", Pictures.Sequence(PictureWay.Iterm, [1, 2, 3], 40));
        Assert.Equal("", Pictures.Sequence(PictureWay.File, [1, 2, 3], 40));
    }
}
