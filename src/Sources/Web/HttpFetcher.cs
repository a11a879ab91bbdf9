using System.Net;
using System.Net.Sockets;
using Runtime.Data;

namespace Sources.Web;

/// <summary>
/// Asks for one file, and says nothing but its address: no cookies, no passwords. It follows redirects a few times, never from https to
/// http, and never into the network at home.
/// </summary>
sealed class HttpFetcher : FileFetcher
{
    const int MostRedirects = 5;

    /// <summary>More is no table that a study would fetch.</summary>
    const long MostBytes = 1L << 33;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Whether machines at home are asked: a script that somebody sent could reach them, so the person has to say so.</summary>
    static bool MayAskHome => Environment.GetEnvironmentVariable("PIPE_FETCH_LOCAL") == "1";

    public override void Fetch(InputFile file, Uri address, Stream to, Work work)
    {
        try
        {
            using var client = new HttpClient(Handler()) { Timeout = Timeout.InfiniteTimeSpan };
            using var answer = Follow(client, file, address, work);
            Copy(answer, file, to, work);
        }
        catch (Exception fault) when (fault is HttpRequestException or SocketException or IOException or OperationCanceledException)
        {
            work.Cancel.ThrowIfCancellationRequested();
            var why = fault is OperationCanceledException ? "no answer for half a minute"
                : (fault.GetBaseException() as SocketException ?? fault).Message.TrimEnd('.');
            throw new Refusal($"`{file}` cannot be fetched: {why}.", "Check the address and the network.");
        }
    }

    static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PreAuthenticate = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = Patience,
        ConnectCallback = Connect,
    };

    /// <summary>Connects to addresses that were looked at, so that a name cannot lead elsewhere in between.</summary>
    static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var proxied = HttpClient.DefaultProxy.GetProxy(context.InitialRequestMessage.RequestUri!) is { } proxy && proxy.Host == host;
        var addresses = await Dns.GetHostAddressesAsync(host, cancel);
        if (!proxied && !MayAskHome && addresses.Any(PublicAddress.IsNot))
            throw new Refusal($"`{host}` is a machine in the network at home, which a script does not reach.",
                "Set `PIPE_FETCH_LOCAL=1` if it is meant to.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static HttpResponseMessage Follow(HttpClient client, InputFile file, Uri address, Work work)
    {
        for (var step = 0; step <= MostRedirects; step++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.ParseAdd("pipe");
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(work.Cancel);
            patience.CancelAfter(Patience);
            var answer = Sent(client, request, patience.Token);
            if (answer.IsSuccessStatusCode) return answer;
            using (answer)
            {
                if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } next)
                    throw new Refusal($"`{file}` cannot be fetched: the server says {(int)answer.StatusCode}.", "Check the address.");
                next = new Uri(address, next);
                if (next.Scheme != Uri.UriSchemeHttps && next.Scheme != address.Scheme)
                    throw new Refusal($"`{file}` leads on to an address that is not `https`.", "Write the address that it leads to.");
                address = next;
            }
        }
        throw new Refusal($"`{file}` leads on more than {MostRedirects} times.", "Write the address that it leads to.");
    }

    static HttpResponseMessage Sent(HttpClient client, HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (HttpRequestException fault) when (fault.InnerException is Refusal refusal)
        {
            throw refusal;
        }
    }

    static void Copy(HttpResponseMessage answer, InputFile file, Stream to, Work work)
    {
        using var from = answer.Content.ReadAsStream(work.Cancel);
        var (length, done, buffer) = (answer.Content.Headers.ContentLength, 0L, new byte[1 << 16]);
        if (length > MostBytes) throw TooLong(file);
        while (true)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(work.Cancel);
            patience.CancelAfter(Patience);
            var count = from.ReadAsync(buffer, patience.Token).AsTask().GetAwaiter().GetResult();
            if (count == 0) break;
            if ((done += count) > MostBytes) throw TooLong(file);
            to.Write(buffer, 0, count);
            work.Report("fetching", length is > 0 ? (double)done / length.Value : double.NaN);
        }
    }

    static Refusal TooLong(InputFile file) =>
        new($"`{file}` is longer than {MostBytes >> 30} GB.", "Fetch it otherwise, and load the file.");
}
