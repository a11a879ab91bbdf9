using System.Xml.Linq;
using Host;

namespace Tests.Host;

/// <summary>What a report says, to somebody who was not there.</summary>
public sealed class ReportTests
{
    const string Script = """
        ## # Do {rows} rows fall apart?
        ##
        ## Two columns and a question, with {$k} groups asked for and `{$k}` left alone.
        ##
        ## ## A look
        ##
        ## {noise(found)} of the rows are noise, {nothing here} is left alone.

        param k = 2
        load d.csv
        features a b
        kmeans k=$k as found
        means by=found
        pairplot color=found
        expect clusters(found) == 2
        """;

    static Sandbox Ran(string script = Script, params string[] more)
    {
        var rows = Enumerable.Range(0, 60).Select(i => $"{i % 2 * 100 + i % 7},{i % 2 * 1000 + i % 5}");
        var sandbox = new Sandbox().With("d.csv", "a,b\n" + string.Join('\n', rows) + "\n").With("study.pipe", script);
        var said = sandbox.Run(["run", "study.pipe", "--quiet", .. more]);
        Assert.True(said.Exit == ExitCode.Fine, said.Error);
        return sandbox;
    }

    static ILookup<string, XElement> Report(Sandbox sandbox) =>
        XDocument.Parse(sandbox.Read("study.out/report.html")).Descendants().ToLookup(e => e.Name.LocalName);

    [Fact]
    public void The_first_screen_says_what_was_asked_and_found_and_what_to_beware_of()
    {
        using var sandbox = Ran();
        var html = Report(sandbox);
        Assert.Equal("Do 60 rows fall apart?", Assert.Single(html["h1"]).Value);
        Assert.Equal("Do 60 rows fall apart?", Assert.Single(html["title"], t => t.Parent!.Name.LocalName == "head").Value);
        var head = Assert.Single(html["header"]).Value;
        Assert.Contains("60 rows × 2 columns", head);
        Assert.Contains("1 of 1 expectation holds", head);
        Assert.Contains("against the rest", head);
        // What the check says stands in the report, and leads to its step.
        var warning = Assert.Single(html["p"], p => p.Attribute("class")?.Value == "warning");
        Assert.Contains(html["a"], a => a.Attribute("href")?.Value == "#" + warning.Attribute("id")!.Value);
    }

    [Fact]
    public void Prose_has_results_and_parameters_in_it()
    {
        using var sandbox = Ran();
        var text = Report(sandbox)["main"].Single().Value;
        Assert.Contains("with 2 groups asked for and {$k} left alone", text);
        Assert.Contains("0.0 % of the rows are noise, {nothing here} is left alone", text);
    }

    [Fact]
    public void Whatever_a_link_of_the_page_leads_to_is_there()
    {
        using var sandbox = Ran();
        var html = Report(sandbox);
        var ids = html.SelectMany(g => g).Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(html["a"].Attributes("href").Where(a => a.Value.StartsWith('#')), a => Assert.Contains(a.Value[1..], ids));
        var contents = Assert.Single(html["nav"]).Value;
        Assert.Contains("A look", contents);
        Assert.Contains("kmeans", contents);
    }

    [Fact]
    public void Headings_leave_no_level_out_and_boxes_can_be_reached_by_keys()
    {
        using var sandbox = Ran();
        var html = Report(sandbox);
        var levels = html.SelectMany(g => g).Where(e => e.Name.LocalName is "h1" or "h2" or "h3" or "h4").Select(e => e.Name.LocalName[1] - '0');
        var ordered = XDocument.Parse(sandbox.Read("study.out/report.html")).Descendants()
            .Where(e => e.Name.LocalName is ['h', >= '1' and <= '6']).Select(e => e.Name.LocalName[1] - '0').ToArray();
        Assert.Equal(levels.Count(), ordered.Length);
        Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.InRange(pair.Second, 1, pair.First + 1));
        Assert.All(html["div"].Where(d => d.Attribute("class")?.Value == "scroll"), box =>
        {
            Assert.Equal("0", box.Attribute("tabindex")?.Value);
            Assert.NotEqual("", box.Attribute("aria-label")?.Value);
        });
        Assert.All(html["table"], table => Assert.Equal("caption", table.Elements().First().Name.LocalName));
        Assert.All(html["th"], head => Assert.Equal("col", head.Attribute("scope")?.Value));
    }

    [Fact]
    public void Figures_are_numbered_with_a_finding_and_fold_their_numbers_beneath()
    {
        using var sandbox = Ran();
        var html = Report(sandbox);
        var captions = html["figure"].Where(f => f.Attribute("class")?.Value == "chart")
            .Select(f => f.Elements().Single(e => e.Name.LocalName == "figcaption").Value).ToArray();
        Assert.NotEmpty(captions);
        Assert.All(captions.Index(), c => Assert.StartsWith($"Figure {c.Index + 1}. ", c.Item));
        Assert.DoesNotContain(captions, c => c.Contains('`'));
        Assert.Contains(html["details"], d => d.Attribute("class")?.Value == "table");
        Assert.Contains(html["a"], a => a.Attribute("download") is not null);
    }

    [Theory]
    [InlineData("a <b>c</b> ![x](http://y) | `z`", "a &lt;b&gt;c&lt;/b&gt; \\!\\[x\\](http://y) \\| \\`z\\`")]
    [InlineData("*a* _b_ @c #d", "\\*a\\* \\_b\\_ \\@c \\#d")]
    public void In_markdown_what_data_holds_is_no_markup(string cell, string written)
    {
        Assert.Equal(written, MarkdownText.Cell(cell));
        Assert.Equal($"it is `{"<b>"}`, {MarkdownText.Cell("<b>")}", MarkdownText.Of("it is `<b>`, <b>"));
    }

    [Fact]
    public void As_markdown_it_tells_the_same_and_is_the_same_every_time()
    {
        using var sandbox = Ran(Script, "--report", "md");
        var first = sandbox.Read("study.out/report.md");
        Assert.StartsWith("# Do 60 rows fall apart?\n", first);
        Assert.Contains("## What was found", first);
        Assert.Contains("![", first);
        Assert.Contains("*Figure 1.*", first);
        foreach (var line in first.Split('\n').Where(l => l.StartsWith("![", StringComparison.Ordinal)))
            Assert.True(File.Exists(sandbox.PathOf("study.out/" + line.Split("](")[1].TrimEnd(')'))), line);
        sandbox.Run("run", "study.pipe", "--quiet", "--report", "md");
        Assert.Equal(first, sandbox.Read("study.out/report.md"));
    }

    [Fact]
    public void A_kind_of_report_that_there_is_not_is_refused()
    {
        using var sandbox = new Sandbox().With("study.pipe", "load sample:penguins\n");
        var said = sandbox.Run("run", "study.pipe", "--report", "docx");
        Assert.NotEqual(ExitCode.Fine, said.Exit);
        Assert.Contains("`--report` has no kind `docx`", said.Error);
    }
}
