using System.Xml.Linq;
using Host.Report;

namespace Tests.Host;

/// <summary>Prose of a script as it stands in the report.</summary>
public sealed class ProseTests
{
    [Theory]
    [InlineData("[a](javascript:alert(1))", "<p>a</p>")]
    [InlineData("[a](JavaScript&#58;alert(1))", "<p>a</p>")]
    [InlineData("[a](&#1;javascript:alert(1))", "<p>a</p>")]
    [InlineData("[a](<java\tscript:alert(1)>)", "<p>a</p>")]
    [InlineData("[a](data:text/html,x) ![b](data:image/png;base64,AAAA)", "<p>a b</p>")]
    [InlineData("[a][r]\n\n[r]: vbscript:x", "<p>a</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("<file:///etc/passwd>", "<p>file:///etc/passwd</p>")]
    [InlineData("[*a*](//elsewhere.invalid/x)", "<p><em>a</em></p>")]
    [InlineData("[a](\\\\\\\\elsewhere\\\\x)", "<p>a</p>")]
    [InlineData("[a](../x) [b](x/%2e%2e/%2E%2E/y) [c](/etc/passwd) [d](..%5cx)", "<p>a b c d</p>")]
    [InlineData("![b](http://elsewhere.invalid/p.png)", "<p><a href=\"http://elsewhere.invalid/p.png\">b</a></p>")]
    [InlineData("![b](//elsewhere.invalid/p.png)", "<p>b</p>")]
    [InlineData("[a](https://example.org/?q=1#x)", "<p><a href=\"https://example.org/?q=1#x\">a</a></p>")]
    [InlineData("[a](mailto:a@example.org) <b@example.org>", "<p><a href=\"mailto:a@example.org\">a</a> <a href=\"mailto:b@example.org\">b@example.org</a></p>")]
    [InlineData("[a](#top) [b](tables/01_a.csv)", "<p><a href=\"#top\">a</a> <a href=\"tables/01_a.csv\">b</a></p>")]
    [InlineData("![b](figures/01_a.svg)", "<p><img src=\"figures/01_a.svg\" alt=\"b\" /></p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    public void Links_lead_to_pages_and_to_what_the_run_wrote(string prose, string html) => Assert.Equal(html, ProseHtml.Of(prose).TrimEnd());

    [Theory]
    [InlineData("> ", "x", 5000)]
    [InlineData("- ", "x", 5000)]
    [InlineData("[", "x", 5000)]
    [InlineData("*a **b ", "", 3000)]
    [InlineData("![", "](x)", 3000)]
    [InlineData("`", "", 20000)]
    public void Prose_of_any_depth_is_there(string open, string middle, int depth)
    {
        var html = ProseHtml.Of(string.Concat(Enumerable.Repeat(open, depth)) + middle);
        Assert.NotEmpty(html);
        XElement.Parse($"<div>{html}</div>");
    }

    [Fact]
    public void Control_characters_are_left_out() => Assert.Equal("<p>ab</p>", ProseHtml.Of("a\e\u0001\uffff&#1;&#x1b;b").TrimEnd());
}
