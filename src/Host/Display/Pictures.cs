using System.Text;

namespace Host.Display;

/// <summary>Pictures in terminals that can show them, or in the desktop's viewer.</summary>
static class Pictures
{
    /// <summary>Kitty's protocol: the longest piece of data in one sequence.</summary>
    const int Piece = 4096;

    /// <summary>
    /// Judged by what terminals and desktops say of themselves. Within tmux and screen, which pass no pictures on as
    /// they come, a terminal's own word is not believed.
    /// </summary>
    /// <param name="variable">Of the environment; empty and absent are the same.</param>
    public static PictureWay WayOf(Func<string, string?> variable)
    {
        bool Is(string name, params string[] values) => values.Contains(variable(name));
        bool Has(string name) => variable(name) is { Length: > 0 };
        var nested = Has("TMUX") || Has("STY")
            || variable("TERM") is { } term
            && (term.StartsWith("screen", StringComparison.Ordinal) || term.StartsWith("tmux", StringComparison.Ordinal));
        if (!nested && (Has("KITTY_WINDOW_ID") || Is("TERM", "xterm-kitty", "xterm-ghostty") || Is("TERM_PROGRAM", "ghostty")))
            return PictureWay.Kitty;
        if (!nested && (Is("TERM_PROGRAM", "iTerm.app", "WezTerm") || Is("LC_TERMINAL", "iTerm2"))) return PictureWay.Iterm;
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()) return Has("SSH_CONNECTION") ? PictureWay.File : PictureWay.Viewer;
        return Has("DISPLAY") || Has("WAYLAND_DISPLAY") ? PictureWay.Viewer : PictureWay.File;
    }

    /// <summary>What to write so that the terminal shows a PNG, at most so many characters wide.</summary>
    public static string Sequence(PictureWay way, byte[] png, int columns) => way switch
    {
        PictureWay.Kitty => Kitty(Convert.ToBase64String(png), columns),
        PictureWay.Iterm =>
            $"\e]1337;File=inline=1;size={png.Length};width={columns};preserveAspectRatio=1:{Convert.ToBase64String(png)}\a\n",
        _ => "",
    };

    /// <remarks>
    /// https://sw.kovidgoyal.net/kitty/graphics-protocol: transmit and place (a=T) a PNG (f=100); q=2 keeps answers from being typed.
    /// </remarks>
    static string Kitty(string data, int columns)
    {
        var text = new StringBuilder();
        for (var at = 0; at < data.Length; at += Piece)
        {
            var more = at + Piece < data.Length ? 1 : 0;
            text.Append("\e_G").Append(at == 0 ? $"a=T,f=100,q=2,c={columns}," : "").Append($"m={more};")
                .Append(data, at, Math.Min(Piece, data.Length - at)).Append("\e\\");
        }
        return text.Append('\n').ToString();
    }

    /// <summary>Opens a file in the viewer of the desktop; false when there is none.</summary>
    public static bool Open(string path)
    {
        try
        {
            using var viewer = MachineProgram.Open(path, Path.GetTempPath());
            // A starter that ends at once and badly has found no viewer; one that goes on is the viewer itself.
            return viewer is null ? OperatingSystem.IsWindows()
                : !viewer.WaitForExit(TimeSpan.FromMilliseconds(700)) || viewer.ExitCode == 0;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            return false;
        }
    }
}
