using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Host.Report;
using Runtime.Files;

namespace Host.Watch;

/// <summary>
/// Shows the files of an output folder to a browser on this machine, and tells it when they are new. Only this machine can reach it, and
/// only who knows its address, which nobody can guess.
/// </summary>
sealed class LivePage : IDisposable
{
    static readonly Dictionary<string, string> Kinds = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".json"] = "application/json",
        [".csv"] = "text/csv; charset=utf-8",
        [".md"] = "text/markdown; charset=utf-8",
    };

    const string Plain = "application/octet-stream";

    readonly HttpListener listener = new();
    readonly string folder, token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    volatile Shown shown = new(0, null);

    public LivePage(string folder, int port)
    {
        this.folder = folder;
        var root = $"http://127.0.0.1:{(port > 0 ? port : Free())}/";
        Address = $"{root}{token}/";
        // All that is asked there, so that each question has one answer: what the listener says of places that are nobody's comes twice.
        listener.Prefixes.Add(root);
        try
        {
            listener.Start();
        }
        catch (HttpListenerException taken)
        {
            throw new Refusal($"The page cannot be shown at port {port}: {taken.Message.TrimEnd('.')}.", "Give `--port` another number.");
        }
        new Thread(Serve) { IsBackground = true, Name = "pipe watch" }.Start();
    }

    public string Address { get; }

    /// <summary>There is a new report, or something is wrong with the script.</summary>
    public void Show(string? wrong) => shown = new(shown.Number + 1, wrong);

    string State => shown is var (number, wrong) ? $"{number}\n{wrong}" : "";

    void Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = listener.GetContext();
                ThreadPool.QueueUserWorkItem(_ => Answer(context));
            }
            catch (Exception over) when (over is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    void Answer(HttpListenerContext context)
    {
        var response = context.Response;
        try
        {
            // One answer a connection: it is said, so that nobody asks again on one that is being closed.
            response.KeepAlive = false;
            // Whatever comes between: only what was read is an answer.
            response.StatusCode = (int)HttpStatusCode.NotFound;
            var asked = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath);
            response.Headers["Cache-Control"] = "no-store";
            response.Headers["X-Content-Type-Options"] = "nosniff";
            response.Headers["Referrer-Policy"] = "no-referrer";
            if (context.Request.HttpMethod != "GET") response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
            else if (asked.StartsWith($"/{token}/", StringComparison.Ordinal)) Answer(response, asked[(token.Length + 2)..]);
            response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or InvalidOperationException or Refusal
            or UnauthorizedAccessException)
        {
            // Who asked has left, the page is closed, or the file is being written: the page asks again.
            response.Abort();
        }
    }

    void Answer(HttpListenerResponse response, string asked)
    {
        if (asked.Length == 0) Write(response, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Frame));
        else if (asked == "state") Write(response, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(State));
        else if (Read(asked) is { } bytes) Write(response, Kinds.GetValueOrDefault(Path.GetExtension(asked), Plain), bytes);
    }

    /// <summary>A file of the output folder; no link is followed.</summary>
    byte[]? Read(string file)
    {
        if (file.Split('/').Any(part => part is "" or "." or "..") || file.Contains('\\')) return null;
        if (!Directory.Exists(folder)) return null;
        var path = Path.Combine(folder, file);
        if (!Directory.Exists(Path.GetDirectoryName(path)) || RealPath.LinkIn(folder, path) is not null) return null;
        using var open = OpenFolder.At(Path.GetDirectoryName(path)!);
        return open.BytesOf(Path.GetFileName(path));
    }

    static void Write(HttpListenerResponse response, string kind, byte[] bytes)
    {
        response.StatusCode = (int)HttpStatusCode.OK;
        response.ContentType = kind;
        response.ContentLength64 = bytes.Length;
        response.OutputStream.Write(bytes);
    }

    /// <summary>A port that nobody has.</summary>
    static int Free()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        return ((IPEndPoint)one.LocalEndpoint).Port;
    }

    public void Dispose() => listener.Close();

    const string Frame = $$"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>pipe watch</title>
        <style>
        html, body { margin: 0; height: 100%; } iframe { border: 0; width: 100%; height: 100%; }
        #wrong { position: fixed; left: 0; right: 0; bottom: 0; max-height: 50%; overflow: auto; margin: 0; padding: 1rem;
          background: #3b1614; color: #ffb4ab; font: 14px ui-monospace, monospace; white-space: pre-wrap; }
        #wrong:empty { display: none; }
        </style></head><body>
        <iframe title="Report"></iframe><pre id="wrong" role="alert"></pre>
        <script>
        var seen = -1, frame = document.querySelector("iframe"), wrong = document.getElementById("wrong");
        function look() {
          fetch("state", { cache: "no-store" }).then(function (answer) { return answer.text(); }).then(function (text) {
            var lines = text.split("\n"), number = parseInt(lines[0], 10), what = lines.slice(1).join("\n");
            if (number === seen) return;
            seen = number; wrong.textContent = what;
            if (number === 0 || what) return;
            if (frame.getAttribute("src")) frame.contentWindow.location.reload(); else frame.src = "{{Publisher.ReportFile}}";
          }).catch(function () { wrong.textContent = "pipe watch has ended."; });
        }
        setInterval(look, 250); look();
        </script></body></html>
        """;

    /// <param name="Number">Grows with every run.</param>
    /// <param name="Wrong">With the script, in words.</param>
    sealed record Shown(int Number, string? Wrong);
}
