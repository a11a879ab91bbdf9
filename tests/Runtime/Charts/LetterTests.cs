using Runtime.Charts;
using Runtime.Charts.Painting;

namespace Tests.Runtime.Charts;

/// <summary>Texts of scripts that are not written like English.</summary>
public sealed class LetterTests
{
    // Alone, at the end, at the start and between are letters of their own here, and the first letter stands to the right.
    [Theory]
    [InlineData("plain 12", "plain 12")]
    [InlineData("\u0628", "\uFE8F")]
    [InlineData("\u0628\u0628\u0628", "\uFE90\uFE92\uFE91")]
    [InlineData("\u0627\u0644\u0642\u0627\u0647\u0631\u0629", "\uFE93\uFEAE\uFEEB\uFE8E\uFED8\uFEDF\uFE8D")]
    [InlineData("\u0633\u0644\u0627\u0645", "\uFEE1\uFEFC\uFEB3")]
    [InlineData("\u0645\u064E\u0631", "\uFEAE\uFEE3\u064E")]
    [InlineData("\u067E\u0627\u06CC", "\uFBFC\uFE8E\uFB58")]
    [InlineData("\u05E9\u05DC\u05D5\u05DD", "\u05DD\u05D5\u05DC\u05E9")]
    [InlineData("a \u05D0\u05D1 12 (\u05D2) b", "a (\u05D2) 12 \u05D1\u05D0 b")]
    public void Letters_stand_in_the_order_in_which_they_are_seen(string text, string drawn) => Assert.Equal(drawn, RightToLeft.Drawn(text));

    // The first form of each is the letter that stands alone: the block has them in the order of the alphabet.
    [Fact]
    public void Every_letter_of_arabic_has_its_form()
    {
        string[] letters = ["\u0621\uFE80", "\u0627\uFE8D", "\u0628\uFE8F", "\u0629\uFE93", "\u062C\uFE9D", "\u062F\uFEA9", "\u0631\uFEAD",
            "\u0633\uFEB1", "\u0637\uFEC1", "\u0639\uFEC9", "\u063A\uFECD", "\u0641\uFED1", "\u0647\uFEE9", "\u0648\uFEED", "\u064A\uFEF1"];
        Assert.All(letters, pair => Assert.Equal(pair[1..], RightToLeft.Drawn(pair[..1])));
    }

    /// <summary>No machine has a font for a letter that is nobody's.</summary>
    [Fact]
    public void What_no_font_has_is_said_in_the_picture_but_not_where_it_stays_a_text()
    {
        var figure = Gallery.TopGenres(3) is Chart chart ? (Figure)chart with { Title = "Letters of nobody: \U000F1234" } : null!;
        Assert.Equal("\U000F1234", Letters.Lacking(figure));
        Assert.EndsWith("A box is a letter that no font of this machine has.", Letters.Told(figure).Note);
        Assert.DoesNotContain("A box is", Painter.Svg(figure));
        var whole = figure with { Title = "Plain letters" };
        Assert.Same(whole, Letters.Told(whole));
    }
}
