using Host.CSharp.Editing;

namespace Tests.Host.CSharp;

/// <summary>How C# is coloured: each stretch and what it is.</summary>
public sealed class CodeColoursTests
{
    const string Cases = """
        var x = 1;                ⇶ Keyword:var Number:1
        Add("a", new Pca());      ⇶ Function:Add Text:"a" Keyword:new Name:Pca
        if (x > 1.5) return; // y ⇶ Keyword:if Number:1.5 Keyword:return Comment://·y
        Show($"{x} rows");        ⇶ Function:Show Text:$"{x}·rows"
        'c' + @"a\b"              ⇶ Text:'c' Text:@"a\b"
        /* open                   ⇶ Comment:/*·open
        "open                     ⇶ Text:"open
        a.value.where             ⇶
        #r "nuget: A, 1.0"        ⇶ Keyword:#r·"nuget:·A,·1.0"
        """;

    public static TheoryData<string, string> ColourCases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in Cases.ReplaceLineEndings("\n").Split('\n')) cases.Add(line.Split(" ⇶")[0].Trim(), line.Split(" ⇶")[1].Trim());
            return cases;
        }
    }

    [Theory, MemberData(nameof(ColourCases))]
    public void Code_is_coloured(string code, string coloured) =>
        Assert.Equal(coloured, string.Join(' ', CodeColours.Of(code).Select(c => $"{c.Class}:{code.Substring(c.Span.Start, c.Span.Length).Replace(' ', '·')}")));

    [Fact]
    public void Whatever_is_written_the_stretches_are_in_order_within_it()
    {
        const string Parts = "\"'`{}()$@#/*\\\n var if 1.x é漢 \0";
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var code = string.Concat(Enumerable.Range(0, 30).Select(_ => Parts[random.Next(Parts.Length)]));
            var end = 0;
            foreach (var (span, _) in CodeColours.Of(code))
            {
                Assert.InRange(span.Start, end, code.Length);
                Assert.InRange(end = span.End, span.Start, code.Length);
            }
        }
    }
}
