using System.Globalization;

namespace Host.Editor;

/// <summary>A text and a place in it. Never changes; an edit gives another.</summary>
readonly record struct Buffer(string Text, int Caret)
{
    public static Buffer AtEnd(string text) => new(text, text.Length);

    public Buffer Insert(string text) => new(Text.Insert(Caret, text), Caret + text.Length);

    /// <summary>Without what lies between the caret and another place.</summary>
    public Buffer DeleteTo(int other)
    {
        var (start, end) = other < Caret ? (other, Caret) : (Caret, other);
        return new(Text.Remove(start, end - start), start);
    }

    public Buffer MoveTo(int place) => this with { Caret = Math.Clamp(place, 0, Text.Length) };

    /// <summary>A character as a person sees it may be several code units.</summary>
    public int NextCharacter => Caret >= Text.Length ? Text.Length : Caret + StringInfo.GetNextTextElementLength(Text, Caret);

    public int PreviousCharacter
    {
        get
        {
            var (at, before) = (0, 0);
            while (at < Caret) (before, at) = (at, at + StringInfo.GetNextTextElementLength(Text, at));
            return before;
        }
    }

    public int NextWord
    {
        get
        {
            var at = Caret;
            while (at < Text.Length && !IsWord(Text[at])) at++;
            while (at < Text.Length && IsWord(Text[at])) at++;
            return at;
        }
    }

    public int PreviousWord
    {
        get
        {
            var at = Caret;
            while (at > 0 && !IsWord(Text[at - 1])) at--;
            while (at > 0 && IsWord(Text[at - 1])) at--;
            return at;
        }
    }

    /// <summary>Where the run of characters other than blanks before the caret starts, as Ctrl-W has it.</summary>
    public int PreviousBlank
    {
        get
        {
            var at = Caret;
            while (at > 0 && char.IsWhiteSpace(Text[at - 1])) at--;
            while (at > 0 && !char.IsWhiteSpace(Text[at - 1])) at--;
            return at;
        }
    }

    public int LineStart => Text.AsSpan(0, Caret).LastIndexOf('\n') + 1;

    public int LineEnd => Text.IndexOf('\n', Caret) is >= 0 and var end ? end : Text.Length;

    public bool OnFirstLine => LineStart == 0;

    public bool OnLastLine => LineEnd == Text.Length;

    /// <summary>The same column a line above; not on the first line.</summary>
    public Buffer Up()
    {
        var above = MoveTo(LineStart - 1);
        return above.MoveTo(Math.Min(above.LineStart + Caret - LineStart, above.LineEnd));
    }

    /// <summary>The same column a line below; not on the last line.</summary>
    public Buffer Down()
    {
        var below = MoveTo(LineEnd + 1);
        return below.MoveTo(Math.Min(below.LineStart + Caret - LineStart, below.LineEnd));
    }

    static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
