using System.Text.RegularExpressions;
using Host;

namespace Tests.Host.Editor;

/// <summary>Types keys written as a person says them: <c>load x{Enter}</c>, <c>{Ctrl-A}</c>, <c>{Paste a\nb}</c>, or without marks <c>{Burst a\nb}</c>.</summary>
public sealed partial class Typist
{
    readonly Queue<(ConsoleKeyInfo Key, bool More)> keys = new();
    readonly Action onKey;
    bool more;

    /// <param name="onKey">Called when the next key is waited for.</param>
    public Typist(string script, Action? onKey = null)
    {
        this.onKey = onKey ?? (static () => { });
        foreach (Match part in Parts().Matches(script.Replace("\\n", "\n").Replace("\\t", "\t")))
        {
            if (part.Groups[1].Success) Named(part.Groups[1].Value);
            else Type(part.Value[0]);
        }
    }

    [GeneratedRegex(@"\{([^}]+)\}|[\s\S]")]
    private static partial Regex Parts();

    internal Keys Keys => new(Read, () => more, _ => { });

    ConsoleKeyInfo Read()
    {
        if (!more) onKey();
        if (keys.Count == 0) throw new EndOfStreamException("The editor waits for a key that nobody types.");
        (var key, more) = keys.Dequeue();
        return key;
    }

    void Type(char c) => keys.Enqueue((new ConsoleKeyInfo(c, c == '\n' ? ConsoleKey.Enter : KeyOf(c), false, false, false), false));

    static ConsoleKey KeyOf(char c) => char.IsAsciiLetterOrDigit(c) ? (ConsoleKey)char.ToUpperInvariant(c) : ConsoleKey.None;

    void Named(string name)
    {
        if (name.StartsWith("Paste ", StringComparison.Ordinal))
        {
            Together("\e[200~" + name[6..] + "\e[201~");
            return;
        }
        if (name.StartsWith("Burst ", StringComparison.Ordinal))
        {
            Together(name[6..]);
            return;
        }
        var parts = name.Split('-');
        string[] modifiers = parts[..^1];
        var (control, alt, shift) = (modifiers.Contains("Ctrl"), modifiers.Contains("Alt"), modifiers.Contains("Shift"));
        var key = parts[^1] switch
        {
            "Left" => ConsoleKey.LeftArrow,
            "Right" => ConsoleKey.RightArrow,
            "Up" => ConsoleKey.UpArrow,
            "Down" => ConsoleKey.DownArrow,
            "Esc" => ConsoleKey.Escape,
            var word => Enum.Parse<ConsoleKey>(word),
        };
        var c = key switch
        {
            ConsoleKey.Enter => '\r',
            ConsoleKey.Tab when !shift => '\t',
            ConsoleKey.Backspace => '\x7f',
            ConsoleKey.Escape => '\e',
            >= ConsoleKey.A and <= ConsoleKey.Z when control => (char)(key - ConsoleKey.A + 1),
            >= ConsoleKey.A and <= ConsoleKey.Z => char.ToLowerInvariant((char)key),
            _ => '\0',
        };
        keys.Enqueue((new ConsoleKeyInfo(c, key, shift, alt, control), false));
    }

    /// <summary>Characters that arrive at once, as .NET decodes them: Escape, and then what it does not know one by one.</summary>
    void Together(string text)
    {
        for (var i = 0; i < text.Length; i++)
            keys.Enqueue((new ConsoleKeyInfo(text[i] == '\n' ? '\r' : text[i], text[i] switch { '\e' => ConsoleKey.Escape, '\n' => ConsoleKey.Enter, '\t' => ConsoleKey.Tab, var c => KeyOf(c) }, false, false, false), i + 1 < text.Length));
    }
}
