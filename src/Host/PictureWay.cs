namespace Host;

/// <summary>How a picture reaches the eyes of the person at the terminal.</summary>
enum PictureWay
{
    /// <summary>Only as a file whose name is said.</summary>
    File,

    /// <summary>In a window of the desktop's viewer.</summary>
    Viewer,

    /// <summary>In the terminal, by kitty's graphics protocol.</summary>
    Kitty,

    /// <summary>In the terminal, by iTerm2's inline images.</summary>
    Iterm,
}
