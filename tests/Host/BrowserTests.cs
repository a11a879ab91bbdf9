using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Tests.Host;

/// <summary>The report of the main example in Chromium: what a reader sees, clicks and prints.</summary>
public sealed class BrowserTests(ReportInBrowser browser) : IClassFixture<ReportInBrowser>
{
    // Paper of 210 mm less the margins of 14 mm, at 96 pixels an inch.
    const int PaperWidth = 688;

    [BrowserFact]
    public async Task The_page_asks_for_nothing_says_nothing_and_leads_where_its_contents_say()
    {
        var page = await browser.Open();
        Assert.Equal("Do audio features find genres?", await page.TitleAsync());
        var links = page.Locator(".contents a");
        Assert.InRange(await links.CountAsync(), 30, 60);
        await links.GetByText("Gaussian mixtures").ClickAsync();
        Assert.InRange(await page.EvaluateAsync<double>("document.querySelector(location.hash).getBoundingClientRect().top"), -1, 100);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Equal("rgb(20, 24, 31)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Equal([new Uri(browser.Address).AbsoluteUri], browser.Asked.Distinct());
        Assert.Empty(browser.Said);
    }

    [BrowserFact]
    public async Task A_table_is_sorted_by_click_and_by_key_and_filtered()
    {
        var page = await browser.Open();
        var table = page.Locator("table").Filter(new() { HasText = "log_likelihood" }).Filter(new() { HasText = "covariance" }).First;
        var head = table.Locator("thead th").Filter(new() { HasText = "evidence" });
        await head.Locator("button").ClickAsync();
        Assert.Equal("ascending", await head.GetAttributeAsync("aria-sort"));
        var rising = await Numbers(table, 2);
        Assert.Equal(rising.Order(), rising);
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("descending", await head.GetAttributeAsync("aria-sort"));
        Assert.Equal(rising.OrderDescending(), await Numbers(table, 2));
        await page.Locator("figure.table").Filter(new() { Has = table }).Locator("input.filter").FillAsync("tied");
        Assert.Equal(10, await table.Locator("tbody tr:visible").CountAsync());
    }

    [BrowserFact]
    public async Task A_cluster_under_the_pointer_is_lit_in_all_pictures_and_says_its_number()
    {
        var page = await browser.Open();
        var mark = page.Locator(".picture [data-group=\"1\"]").First;
        await mark.ScrollIntoViewIfNeededAsync();
        await mark.HoverAsync(new() { Force = true });
        Assert.Equal(0, await page.Locator(".picture .dim[data-group=\"1\"]").CountAsync());
        Assert.InRange(await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.picture')].filter(p => p.querySelector('.dim[data-group=\"0\"]')).length"), 3, 100);
        Assert.NotEqual("", await mark.EvaluateAsync<string>("m => (m.querySelector('title') || m.closest('g').querySelector('title')).textContent"));
        await page.Mouse.MoveAsync(1, 1);
        Assert.Equal(0, await page.Locator(".dim").CountAsync());
    }

    [BrowserFact]
    public async Task All_of_it_goes_by_keys()
    {
        var page = await browser.Open();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        var picture = page.Locator(".picture").First;
        await picture.Locator("button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Contains("large", await picture.GetAttributeAsync("class"));
        await page.Keyboard.PressAsync("Escape");
        Assert.DoesNotContain("large", await picture.GetAttributeAsync("class"));
        Assert.Equal(0, await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.scroll')].filter(b => b.scrollWidth > b.clientWidth && b.tabIndex < 0).length"));
    }

    [BrowserFact]
    public async Task No_width_and_no_paper_loses_a_column()
    {
        var page = await browser.Open();
        foreach (var width in (int[])[1400, 800, 390])
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(await page.EvaluateAsync<string[]>(Cut, "auto"));
        }
        await page.SetViewportSizeAsync(PaperWidth, 900);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await page.EvaluateAsync<string[]>(Cut, "visible"));
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, PaperWidth);
        Assert.InRange((await page.PdfAsync(new() { Format = "A4" })).Length, 100_000, 20_000_000);
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_to_complain_of()
    {
        var page = await browser.Open();
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await page.EvaluateAsync<string[]>(
                "async () => (await axe.run()).violations.map(v => `${v.impact} ${v.id}: ${v.nodes[0].html.slice(0, 200)}`)");
            Assert.Empty(found);
        }
    }

    /// <summary>Tables wider than the place they have: where it neither scrolls nor shows what is beyond; on paper, wider than it.</summary>
    const string Cut = """
        overflow => [...document.querySelectorAll('.scroll')].filter(box => box.checkVisibility() && (
            getComputedStyle(box).overflowX !== overflow ||
            (overflow === 'visible' && box.querySelector('table').getBoundingClientRect().right > innerWidth + 1)))
            .map(box => box.getAttribute('aria-label'))
        """;

    static async Task<double[]> Numbers(ILocator table, int column)
    {
        var texts = await table.Locator($"tbody td:nth-child({column + 1})").AllInnerTextsAsync();
        return [.. texts.Select(text => double.Parse(text.Replace(",", "").Replace('−', '-')))];
    }
}
