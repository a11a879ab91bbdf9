using Host;
using Host.CommandLine;

namespace Tests.Host;

/// <summary>A script that is saved is run again from where it differs, and a browser on this machine sees it.</summary>
public sealed class WatchTests
{
    const string Script = "load sample:penguins\ndrop missing\nfeatures bill_length_mm body_mass_g\nscale standard\nkmeans k=2 as found\n";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_save_is_seen_in_the_page_and_a_mistake_in_its_words()
    {
        using var stop = new CancellationTokenSource();
        using var sandbox = new Sandbox { Cancel = stop.Token }.With("study.pipe", Script);
        using var output = new StringWriter();
        using var said = TextWriter.Synchronized(output);
        var watching = Task.Run(() => sandbox.Run(host => PipeCommand.Run(["watch", "study.pipe"], host with { Output = said })));
        using var client = new HttpClient();
        var address = await Until(() => Task.FromResult(Address(output, said)), a => a is not null);
        var first = await Until(() => client.GetStringAsync(address + "state"), state => !state.StartsWith("0\n", StringComparison.Ordinal));
        Assert.Equal("1\n", first);
        Assert.Contains("kmeans", await client.GetStringAsync(address + "report.html"));
        sandbox.With("study.pipe", Script + "means by=found\n");
        await Until(() => client.GetStringAsync(address + "state"), state => state == "2\n");
        Assert.Contains("against the rest", await client.GetStringAsync(address + "report.html"));
        Assert.NotEmpty(await client.GetByteArrayAsync(address + "figures/05_found_sizes.png"));
        sandbox.With("study.pipe", Script + "mean by=found\n");
        Assert.Contains("mean", await Until(() => client.GetStringAsync(address + "state"), state => state.StartsWith("3\n", StringComparison.Ordinal)));
        foreach (var elsewhere in Enumerable.Repeat((string[])["../study.pipe", "%2e%2e/study.pipe", "nothing.html", ".."], 40).SelectMany(e => e))
            Assert.False((await client.GetAsync(address + elsewhere)).IsSuccessStatusCode, elsewhere);
        Assert.False((await client.GetAsync(new Uri(new Uri(address!), "/"))).IsSuccessStatusCode);
        Assert.StartsWith("http://127.0.0.1:", address);
        stop.Cancel();
        Assert.Equal(ExitCode.Fine, (await watching).Exit);
    }

    /// <param name="said">Through which it is written, one at a time.</param>
    static string? Address(StringWriter output, TextWriter said)
    {
        lock (said)
            return output.ToString().Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal));
    }

    static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> enough)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            var answer = await ask();
            if (enough(answer) || DateTime.UtcNow > end) return answer;
            await Task.Delay(30);
        }
    }
}
