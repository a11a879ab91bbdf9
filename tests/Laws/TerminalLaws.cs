using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Host;
using Host.CommandLine;
using Tests.Host;
using Tests.Host.Editor;

namespace Tests.Laws;

/// <summary>Text from data, scripts, file names and the command line is text at every door: a terminal obeys none of it.</summary>
public sealed partial class TerminalLaws : IDisposable
{
    /// <summary>A move of the caret, a title, a bell, C1, turned directions, what has no width, a line of its own.</summary>
    const string Evil = "\e[6;6H\e]0;t\a\u009b31m\u202ea\u200bb\u2066\u061c\ufeff\rc\bd\ne";

    /// <summary>As much of it as the names of files may hold.</summary>
    static string InFile => OperatingSystem.IsWindows() ? "\u202ea\u200b" : Evil;

    readonly Sandbox sandbox = new();

    public TerminalLaws()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{i % 7}.5,\"{(i % 3 == 0 ? Evil : "plain" + i % 3)}\"\n"));
        var header = $"x,\"{Evil} y\",\"cat{Evil}\"\n";
        sandbox.With($"d{InFile}.csv", header + rows).With("bad.csv", $"a,b\n1,2\n{Evil.Replace("\n", "").Replace("\r", "")}x,2,3\n");
        sandbox.With($"s{InFile}.pipe", $"## Prose {Evil.Replace("\n", "")}\n" + Steps + "describe nope\n");
        sandbox.With("good.pipe", Steps).With("bad.pipe", "load bad.csv\n").With("sub/a.pipe", "load sample:moons rows=9\n");
        sandbox.With("code.pipe", "load sample:moons rows=9\ncsharp ```\nShow(\"" + Escaped + "\");\n"
            + "if (Rows > 0) throw new Exception(\"" + Escaped + "\");\n```\n");
        sandbox.With("set.pipe", "param data = \"x\"\nload $data\n").With("unformed.pipe", "load   sample:moons # " + Evil.Replace("\n", ""));
    }

    static string Written => Evil.Replace("\n", "\\n");

    static string Escaped => string.Concat(Evil.Select(c => $"\\u{(int)c:x4}"));

    static string Steps => $"""
        load "d{InFile.Replace("\n", "\\n")}.csv" as t
        describe
        missing
        head 3
        top `cat{Written}` 10
        group by=`cat{Written}`
        derive `q{Written}` = x * 2
        features x `{Written} y`
        scale standard
        kmeans k=2 as `k{Written}`
        means by=`k{Written}`
        top `cat{Written}` 3 by=`k{Written}`
        correlate

        """.ReplaceLineEndings("\n");

    public void Dispose() => sandbox.Dispose();

    public static TheoryData<string[]> Doors => new(
        ["run", "good.pipe"], ["run", $"s{InFile}.pipe"], ["run", "bad.pipe"], ["run", "code.pipe"], ["run", "code.pipe", "--trust"],
        ["run", "set.pipe", "--set", $"data={Evil}"], ["run", "set.pipe", "--set", $"{Evil}=1"], ["run", Evil], ["run", "good.pipe", Evil],
        ["run", "good.pipe", "--out", $"o{InFile}"], ["check", "good.pipe", "bad.pipe", $"s{InFile}.pipe"], ["check", "."],
        ["test", $"s{InFile}.pipe", "good.pipe"], ["trust", $"s{InFile}.pipe"], ["trust", "code.pipe"], ["trust", Evil],
        ["fmt", "--check", "unformed.pipe", $"s{InFile}.pipe"], ["help", Evil], ["help", "--search", Evil], ["explain", Evil],
        [Evil], ["--" + Evil], ["complete", "--", "run", "s"], ["sample", Evil], ["sample", "fit", $"d{Evil}"], ["-c", Steps], ["-c", Evil],
        ["-c", $"load `{Written}`"], ["-c", $"load sample:moons rows=9 | describe `{Written}`"], ["repl", "good.pipe"], ["repl", Evil]);

    [Theory, MemberData(nameof(Doors))]
    public void No_door_lets_through_what_a_terminal_obeys(string[] words)
    {
        foreach (var colour in (bool[])[false, true])
        {
            var said = sandbox.Run(host => PipeCommand.Run(words, host with { Interactive = colour, Colour = colour, ColourErrors = colour }));
            Assert.NotEmpty(said.Output + said.Error);
            if (!colour) Assert.DoesNotContain(said.Output + said.Error, c => c is '\e' or '\r');
            Hold(said.Output + said.Error);
        }
    }

    [Fact]
    public void Neither_does_the_question_about_trust()
    {
        var said = sandbox.Run(host => PipeCommand.Run(["run", "code.pipe"], host with { CanAsk = true, ColourErrors = true }));
        Assert.Contains("Run it, now", said.Error);
        Hold(said.Output + said.Error);
    }

    [Theory]
    [InlineData("{Tab}{Tab}{Esc}{Ctrl-C}:columns{Enter}:study{Enter}:time{Enter}:more{Enter}:undo{Enter}:redo{Enter}")]
    [InlineData("describe {Tab}{Tab}{Tab}{Enter}{Enter}:run s{Tab}{Tab}{Enter}{Enter}:plot{Enter}:plot 7{Enter}")]
    [InlineData("load \"{Tab}{Tab}{Tab}{Enter}{Enter}{Ctrl-R}good{Enter}{Enter}:edit 9{Enter}{Enter}")]
    public void Neither_does_a_session(string typed)
    {
        var screen = new StringBuilder();
        using var output = new StringWriter(screen);
        PipeCommand.Run(["repl", "good.pipe"], new HostContext
        {
            Input = new(TextReader.Null),
            Output = output,
            OutputBytes = Stream.Null,
            Error = output,
            WorkingFolder = sandbox.Folder,
            ConfigFolder = sandbox.PathOf("config"),
            Colour = true,
            ColourErrors = true,
            Typing = (new Typist(typed + "{Ctrl-C}{Ctrl-D}").Keys, new Screen(text => screen.Append(text), () => (80, 1000), Colour: true)),
        });
        Hold(screen.ToString());
    }

    /// <summary>Nor what stands in files that are read in a terminal.</summary>
    [Fact]
    public void Messages_for_machines_are_text_too()
    {
        foreach (var form in (string[])["--json", "--sarif"])
            Hold(sandbox.Run("check", form, ".").Output);
    }

    /// <summary>The ways around the writer that makes everything text are few, and known.</summary>
    [Fact]
    public void Only_what_paints_goes_around_the_writer_of_text() => Assert.Equal(
    [
        "src/Host/CommandLine/ThisProcess.cs", "src/Host/Display/LiveLine.cs", "src/Host/Display/Terminal.cs", "src/Host/HostContext.cs", "src/Host/PlainWriter.cs",
        "src/Host/Repl/SessionOutput.cs",
    ], SourceTree.Files.Where(f => Around().IsMatch(f.GetText().ToString())).Select(f => f.FilePath).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\bConsole\.(Out|Error|Write\w*|OpenStandardOutput|OpenStandardError)\b|\bInked\(")]
    private static partial Regex Around();

    [GeneratedRegex(@"\e\[\??[0-9;]*[A-Za-z]")]
    private static partial Regex Own();

    static void Hold(string said)
    {
        Assert.DoesNotContain("\e[6;6H", said);
        var text = Own().Replace(said, "");
        Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value is not ('\n' or '\r' or '\t') && IsHidden(rune));
    }

    static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
