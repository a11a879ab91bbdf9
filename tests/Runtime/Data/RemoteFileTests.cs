using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Runtime;
using Runtime.Operators.Data;

namespace Tests.Runtime.Data;

/// <summary>Files of the web, from a server on this machine that answers what a test says.</summary>
public sealed class RemoteFileTests : IDisposable
{
    const string Csv = "a,b\n1,x\n2,y\n";

    readonly TcpListener server = new(IPAddress.Loopback, 0);
    readonly List<string> asked = [];
    readonly CancellationTokenSource end = new();
    Func<string, string> answer = _ => Ok(Csv);

    public RemoteFileTests()
    {
        Environment.SetEnvironmentVariable("PIPE_FETCH_LOCAL", "1");
        server.Start();
        _ = Task.Run(Serve);
    }

    public void Dispose()
    {
        end.Cancel();
        server.Dispose();
        end.Dispose();
        Environment.SetEnvironmentVariable("PIPE_FETCH_LOCAL", null);
    }

    /// <summary>An address of its own for each test: what is kept of others does not matter.</summary>
    string Address(string name) => $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/{name}";

    static string Ok(string text) => $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(text)}\r\n\r\n{text}";

    static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    async Task Serve()
    {
        while (!end.IsCancellationRequested)
        {
            using var client = await server.AcceptTcpClientAsync(end.Token);
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            var lines = new List<string>();
            while (await reader.ReadLineAsync(end.Token) is { Length: > 0 } line) lines.Add(line);
            lock (asked) asked.Add(string.Join('\n', lines));
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer(lines.FirstOrDefault() ?? "")), end.Token);
        }
    }

    static Table Load(string address, string? hash) => new Load { File = address, Sha256 = hash }.Apply(Study.Empty).Loaded;

    static string Unique(string csv) => csv + $"3,{Guid.NewGuid():N}\n";

    [Fact]
    public void A_pinned_file_is_fetched_once_and_kept()
    {
        var text = Unique(Csv);
        answer = _ => Ok(text);
        var load = new Load { File = Address("wine.csv?raw=1"), Sha256 = HashOf(text).ToUpperInvariant() };
        var check = new CheckContext();
        Assert.True(load.Apply(Shape.Empty, check).AnyColumn);
        Assert.False(check.Failed);
        Assert.Empty(asked);
        Assert.Equal(3, load.Apply(Study.Empty).Rows);
        Assert.Equal(3, load.Apply(Study.Empty).Rows);
        Assert.Equal(["a", "b"], load.Apply(Shape.Empty, new CheckContext()).Columns!.Names);
        Assert.Single(asked);
        Assert.DoesNotContain("Cookie", asked[0]);
    }

    [Fact]
    public void Another_file_is_refused_and_not_kept()
    {
        var address = Address("a.csv");
        for (var i = 0; i < 2; i++)
        {
            var refusal = Assert.Throws<Refusal>(() => Load(address, HashOf("other")));
            Assert.Equal($"`{address}` is not the file that is meant: its `sha256` is {HashOf(Csv)}.", refusal.Text);
        }
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public void Without_a_pin_nothing_is_fetched()
    {
        var address = Address("a.csv");
        Assert.Equal($"What `{address}` holds can change at any time.", Assert.Throws<Refusal>(() => Load(address, null)).Text);
        Assert.Throws<Refusal>(() => Load(address, "abc"));
        Assert.Empty(asked);
    }

    [Fact]
    public void A_machine_at_home_is_not_asked_unless_that_is_said()
    {
        Environment.SetEnvironmentVariable("PIPE_FETCH_LOCAL", null);
        Assert.Equal("`127.0.0.1` is a machine in the network at home, which a script does not reach.",
            Assert.Throws<Refusal>(() => Load(Address("a.csv"), HashOf(Csv))).Text);
        Assert.Empty(asked);
    }

    [Fact]
    public void Redirects_are_followed_a_few_times()
    {
        var text = Unique(Csv);
        answer = line => line.Contains("/to.csv") ? Ok(text) : "HTTP/1.1 302 Found\r\nLocation: /to.csv\r\nContent-Length: 0\r\n\r\n";
        Assert.Equal(3, Load(Address("from.csv"), HashOf(text)).Rows);
        answer = _ => "HTTP/1.1 302 Found\r\nLocation: /again.csv\r\nContent-Length: 0\r\n\r\n";
        Assert.EndsWith("leads on more than 5 times.", Assert.Throws<Refusal>(() => Load(Address("b.csv"), HashOf("b"))).Text, StringComparison.Ordinal);
        answer = _ => "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n";
        Assert.EndsWith("leads on to an address that is not `https`.", Assert.Throws<Refusal>(() => Load(Address("c.csv"), HashOf("c"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\na,b\n1,")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\na")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void What_goes_wrong_is_refused_in_words(string said)
    {
        answer = _ => said;
        var refusal = Assert.Throws<Refusal>(() => Load(Address("d.csv"), HashOf("d")));
        Assert.Contains("/d.csv` ", refusal.Text);
    }

    [Fact]
    public void A_file_of_this_machine_can_be_pinned_too()
    {
        using var folder = new TempFolder();
        var file = folder.Write("p.csv", Csv);
        Assert.Equal(2, new Load { File = file, Sha256 = HashOf(Csv) }.Apply(Study.Empty).Rows);
        folder.Write("p.csv", Csv + "3,z\n");
        Assert.StartsWith("`p.csv` is not the file that is meant", Assert.Throws<Refusal>(() => new Load { File = file, Sha256 = HashOf(Csv) }.Apply(Study.Empty)).Text, StringComparison.Ordinal);
    }
}
