using System.Globalization;
using System.Text;

namespace Tests.Runtime;

public sealed class PrintableTests
{
    /// <summary>Of all of Unicode: nothing passes that a terminal obeys, that turns the direction, or that has no form of its own.</summary>
    [Fact]
    public void Nothing_passes_that_is_not_seen()
    {
        foreach (var value in Enumerable.Range(0, 0x110000).Where(Rune.IsValid))
        {
            var (rune, text) = (new Rune(value), Printable.Of($"a{new Rune(value)}b"));
            var hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (hidden) Assert.Equal($"a\\u{{{value:x}}}b", text);
            else if (text != $"a{rune}b") Assert.Equal($"a\\u{{{value:x}}}b", text);
        }
    }

    [Theory]
    [InlineData("plain `text`, 1–2 «é» 日本語 😀", "plain `text`, 1–2 «é» 日本語 😀")]
    [InlineData("❤️ x️", "❤️ x\\u{fe0f}")]
    [InlineData("e\u0301", "e\u0301")]
    [InlineData("\r\n\t", "\\u{d}\\u{a}\\u{9}")]
    [InlineData("\u3164\u115f\u034f", "\\u{3164}\\u{115f}\\u{34f}")]
    public void Known_texts(string text, string shown) => Assert.Equal(shown, Printable.Of(text));

    [Fact]
    public void Half_a_pair_is_no_letter() => Assert.Equal("a\ufffdb", Printable.Of("a\ud800b"));

    [Fact]
    public void Text_without_any_of_it_is_the_same_text()
    {
        var text = "as it is";
        Assert.Same(text, Printable.Of(text));
    }
}
