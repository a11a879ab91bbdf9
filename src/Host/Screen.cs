namespace Host;

/// <summary>A terminal that understands ECMA-48: where text goes, and how large it is now.</summary>
sealed record Screen(Action<string> Write, Func<(int Width, int Height)> Size, bool Colour)
{
    public string Paint(string text, string style) => Colour && style.Length > 0 && text.Length > 0 ? $"\e[{style}m{text}\e[0m" : text;
}
