namespace Tests;

public class TextDifferenceTests
{
    [Fact]
    public void What_differs_is_shown_with_the_lines_around_it() => Assert.Equal(
        "  …\n  c\n  d\n  e\n- f\n+ F\n  g\n  h\n  i\n",
        TextDifference.Of("a\nb\nc\nd\ne\nf\ng\nh\ni\nj", "a\nb\nc\nd\ne\nF\ng\nh\ni\nj"));

    [Fact]
    public void Lines_that_are_new_or_gone_do_not_shift_the_others() => Assert.Equal("  a\n+ x\n  b\n- c\n", TextDifference.Of("a\nb\nc", "a\nx\nb"));
}
