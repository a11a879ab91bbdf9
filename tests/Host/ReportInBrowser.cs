using System.Collections.Concurrent;
using Host;
using Microsoft.Playwright;

namespace Tests.Host;

/// <summary>Skipped, and says so, where there is no Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class BrowserFactAttribute : FactAttribute
{
    static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    public static readonly string? Browser = Places.FirstOrDefault(File.Exists);

    public BrowserFactAttribute()
    {
        if (Browser is null) Skip = "needs Chromium to open the report in";
    }
}

/// <summary>The main example, run on few rows once, and a browser to open its report in.</summary>
public sealed class ReportInBrowser : IAsyncLifetime, IDisposable
{
    const string Example = "spotify.pipe";

    readonly Sandbox sandbox = new();
    IPlaywright? playwright;
    IBrowser? browser;
    IPage? page;

    public string Address { get; private set; } = "";

    /// <summary>Whatever the page asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What it wrote to the console, mistakes too.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Browser is null) return;
        sandbox.With(Example, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "examples", Example)));
        var ran = sandbox.Run(["run", Example, "--quiet", "--set", "rows=4000", "--set", "min_cluster=60", "--set", "min_cluster_fine=40",
            "--set", "least_agreement=0"]);
        Assert.True(ran.Exit is ExitCode.Fine, ran.Error);
        Address = new Uri(sandbox.PathOf("spotify.out/report.html")).AbsoluteUri;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserFactAttribute.Browser,
            Args = ["--no-sandbox"],
        });
    }

    /// <summary>The report as it is when it is opened, in a window of 1400 pixels.</summary>
    public async Task<IPage> Open()
    {
        if (page is not null) await page.CloseAsync();
        page = await browser!.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        page.Request += (_, asked) => Asked.Enqueue(asked.Url.Split('#')[0]);
        page.Console += (_, said) => Said.Enqueue(said.Text);
        page.PageError += (_, mistake) => Said.Enqueue(mistake);
        await page.GotoAsync(Address);
        return page;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }

    public void Dispose() => sandbox.Dispose();
}
