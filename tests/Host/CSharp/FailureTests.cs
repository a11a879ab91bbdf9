using System.Diagnostics;
using Host;
using Host.CSharp;

namespace Tests.Host.CSharp;

/// <summary>Blocks that fail or do not end.</summary>
public sealed class FailureTests
{
    [Fact]
    public void A_block_that_fails_names_its_line()
    {
        using var sandbox = new Sandbox().With("study.pipe", """
            load sample:blobs rows=40
            csharp ```
              var sums = new double[3];
              foreach (var (x, row) in Numbers("x").Select((x, row) => (x, row)))
                  sums[row] += x;
              Show(sums[0]);
            ```
            """);
        Golden.Matches("host/csharp_fails", sandbox.Run("run", "study.pipe", "--trust", "--quiet").Shown);
    }

    [Theory]
    [InlineData("Add(\"bad\", row =>\n  Half(row));\ndouble Half(int row) =>\n  throw new NotSupportedException(\"no half\");", "`NotSupportedException` in line 6: no half.")]
    [InlineData("int zero = 0;\nShow(1);\nShow(1 / zero);", "`DivideByZeroException` in line 5:")]
    [InlineData("Study none = null!;\n\nShow(none.Rows);", "`NullReferenceException` in line 5:")]
    [InlineData("for (var i = 0; i < 3; i++)\n  switch (i)\n  {\n    case 2: Show(1); Numbers(\"none\"); break;\n  }", "There is no column `none`.")]
    public void Its_line_is_known_in_optimised_code(string code, string text)
    {
        using var sandbox = new Sandbox().With("study.pipe", $"load sample:blobs rows=40\ncsharp ```\n{code}\n```\n");
        var said = sandbox.Run("run", "study.pipe", "--trust", "--quiet");
        Assert.Contains(text, string.Join(" ", said.Error.Split(['\n', ' ', '│'], StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
    }

    [Fact]
    public void Code_that_does_not_listen_is_torn_off()
    {
        using var stop = new CancellationTokenSource(50);
        var rounds = 0L;
        Assert.Throws<OperationCanceledException>(() => Stoppable.Run<int>(() =>
        {
            while (true) Volatile.Write(ref rounds, rounds + 1);
        }, stop.Token));
        var then = Volatile.Read(ref rounds);
        Thread.Sleep(100);
        Assert.Equal(then, Volatile.Read(ref rounds));
    }

    [Fact]
    public void Code_that_listens_ends_in_its_own_way()
    {
        using var stop = new CancellationTokenSource(50);
        Assert.Equal(7, Stoppable.Run(() => stop.Token.WaitHandle.WaitOne() ? 7 : 8, stop.Token));
        Assert.Throws<Refusal>(() => Stoppable.Run<int>(() => throw new Refusal("No."), stop.Token));
    }

    [Fact]
    public void A_block_that_does_not_listen_is_left_behind()
    {
        using var stop = new CancellationTokenSource();
        using var sandbox = new Sandbox { Cancel = stop.Token }.With("study.pipe", """
            load sample:blobs rows=40
            csharp ```
              File.WriteAllText("BEGUN", "");
              var end = Environment.TickCount64 + 20_000;
              while (Environment.TickCount64 < end && !File.Exists("ENOUGH")) { }
            ```
            """.Replace("BEGUN", "$begun").Replace("ENOUGH", "$enough"));
        var (begun, enough) = (sandbox.PathOf("begun"), sandbox.PathOf("enough"));
        sandbox.With("study.pipe", sandbox.Read("study.pipe").Replace("$begun", begun.Replace('\\', '/')).Replace("$enough", enough.Replace('\\', '/')));
        var watch = Stopwatch.StartNew();
        // A thread of its own: those of the pool may all be at work for other tests.
        new Thread(() =>
        {
            while (!File.Exists(begun)) Thread.Sleep(50);
            stop.Cancel();
        })
        { IsBackground = true }.Start();
        Assert.Equal(ExitCode.Cancelled, sandbox.Run("run", "study.pipe", "--trust", "--quiet").Exit);
        File.WriteAllText(enough, "");
        Assert.InRange(watch.ElapsedMilliseconds, 0, 18_000);
        Assert.Contains("\"cancelled\"", sandbox.Read("study.out/run.json"));
    }
}
