using System.Text;
using Runtime.Numerics;

namespace Fuzz;

/// <summary>Chances of one case: the same for the same seed and number, on any machine.</summary>
sealed class Dice(long seed, long number)
{
    readonly RandomStream random = new(seed, number, 0xF0);

    public long Seed => seed;

    public int Next(int below) => random.Next(below);

    public bool OneIn(int many) => Next(many) == 0;

    public T One<T>(IReadOnlyList<T> of) => of[Next(of.Count)];

    /// <summary>Mostly few, sometimes many.</summary>
    public int Few(int most) => Math.Min(most, OneIn(4) ? Next(most + 1) : Next(4));

    public string Text(IReadOnlyList<string> parts, int most)
    {
        var text = new StringBuilder();
        for (var i = Few(most); i >= 0; i--) text.Append(One(parts));
        return text.ToString();
    }

    /// <summary>The text with some places changed: parts put in, left out, doubled, put elsewhere.</summary>
    public string Changed(string text, IReadOnlyList<string> parts)
    {
        for (var changes = 1 + Few(8); changes > 0; changes--)
        {
            var (at, length) = (Next(text.Length + 1), Few(20));
            var end = Math.Min(text.Length, at + length);
            text = Next(6) switch
            {
                0 => text[..at] + One(parts) + text[at..],
                1 => text[..at] + One(parts) + text[end..],
                2 => text[..at] + text[end..],
                3 => text[..end] + text[at..],
                4 => text[..at] + (char)Next(OneIn(4) ? 0x10000 : 0x100) + text[at..],
                _ => Next(text.Length + 1) is var to && to <= at ? text[..to] + text[at..end] + text[to..at] + text[end..] : text,
            };
            if (text.Length > 100_000) text = text[..100_000];
        }
        return text;
    }

    public byte[] Changed(byte[] bytes)
    {
        var changed = bytes.ToList();
        for (var changes = 1 + Few(20); changes > 0 && changed.Count > 0; changes--)
        {
            var at = Next(changed.Count);
            var length = Math.Min(changed.Count - at, 1 + Few(200));
            switch (Next(6))
            {
                case 0: changed[at] = (byte)Next(256); break;
                case 1: changed[at] ^= (byte)(1 << Next(8)); break;
                case 2: changed.RemoveRange(at, length); break;
                case 3: changed.InsertRange(at, changed.GetRange(at, length)); break;
                case 4: changed.InsertRange(at, Encoding.UTF8.GetBytes(One(Signs))); break;
                default: changed.RemoveRange(at, OneIn(10) ? changed.Count - at : 1); break;
            }
        }
        return [.. changed];
    }

    /// <summary>What means something to readers of tables.</summary>
    static readonly string[] Signs =
    [
        "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\0", "\ufeff", "\u2028", "NA", "1e999", "-", "1.", "1,5", "1.234.567,8", "2026-11-26",
        "26/11/2026 23:59", "true", "#", "'", "\\", "\\\"", "é", "日本", "\e[2J", "nan", "inf", "0x1F", "9223372036854775808", "   ", "=1+1",
    ];
}
