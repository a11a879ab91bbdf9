using System.Diagnostics;
using System.Text;

namespace Tests.Host.Repl;

/// <summary>The program in a real terminal of the system, which `script` opens.</summary>
public class PseudoTerminal
{
    [TerminalFact]
    public void The_same_session_works_through_a_pseudo_terminal()
    {
        using var sandbox = new Sandbox();
        using var terminal = new Typed(sandbox);
        terminal.Await("1> ");
        terminal.Type("load sample:moons rows=40\r", "40 rows");
        terminal.Type("featurs x\r", "Did you mean `features`?");
        terminal.Type("features x y\r", "3> ");
        terminal.Type("kmeans k=2 see\t", "kmeans k=2 seed=");
        terminal.Type("7 as two\r", "4> ");
        terminal.Type("top x 3\r", "5> ");
        terminal.Type(":undo\r", "Undone: top x 3");
        terminal.Type(":save a.pipe\r", "3 steps saved");
        terminal.Type("\u0004", "");
        Assert.Equal("load sample:moons rows=40\nfeatures x y\nkmeans k=2 seed=7 as two\n", sandbox.Read("a.pipe"));
        Assert.True(terminal.Ended, terminal.Shown);
    }

    /// <summary>Skipped, and says so, where there is no `script` (util-linux) to open a terminal.</summary>
    sealed class TerminalFactAttribute : FactAttribute
    {
        public TerminalFactAttribute()
        {
            if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script")) Skip = "needs /usr/bin/script on Linux to open a pseudo-terminal";
        }
    }

    sealed class Typed : IDisposable
    {
        static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
        readonly Process process;
        readonly StringBuilder shown = new();

        public Typed(Sandbox sandbox)
        {
            var program = $"stty cols 80 rows 30; exec dotnet '{Path.Combine(AppContext.BaseDirectory, "pipe.dll")}'";
            var start = new ProcessStartInfo("/usr/bin/script", ["-qec", program, "/dev/null"])
            {
                WorkingDirectory = sandbox.Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            (start.Environment["TERM"], start.Environment["NO_COLOR"], start.Environment["XDG_CONFIG_HOME"], start.Environment["SHELL"]) = ("xterm", "1", sandbox.PathOf("config"), "/bin/sh");
            process = Process.Start(start)!;
            new Thread(Listen) { IsBackground = true }.Start();
        }

        public string Shown
        {
            get
            {
                lock (shown) return shown.ToString();
            }
        }

        public bool Ended => process.WaitForExit(Patience);

        /// <summary>Types and waits for an answer that was not there before.</summary>
        public void Type(string keys, string answer)
        {
            lock (shown) shown.Clear();
            process.StandardInput.Write(keys);
            process.StandardInput.Flush();
            Await(answer);
        }

        public void Await(string answer)
        {
            var watch = Stopwatch.StartNew();
            while (!Shown.Contains(answer) && watch.Elapsed < Patience) Thread.Sleep(20);
            Assert.Contains(answer, Shown);
        }

        void Listen()
        {
            var buffer = new char[1024];
            while (process.StandardOutput.Read(buffer) is > 0 and var count)
                lock (shown) shown.Append(buffer, 0, count);
        }

        public void Dispose()
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }
}
