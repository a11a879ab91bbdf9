using System.Text.RegularExpressions;
using Host;
using Tests.Runtime.Data;

namespace Tests.Laws;

/// <summary>Programs are started in one place, which finds them on the PATH alone and never in the folder where one stands.</summary>
public sealed partial class ProgramLaw
{
    [Fact]
    public void Nothing_else_starts_programs() => Assert.Empty(SourceTree.Files
        .Where(f => f.FilePath != "src/Host/MachineProgram.cs")
        .SelectMany(f => Starting().Matches(f.GetText().ToString()).Select(m => $"{f.FilePath}: {m.Value}")));

    [Fact]
    public void A_file_of_the_working_folder_is_no_program_of_the_machine()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TempFolder();
        var program = folder.Write("stray-program", "#!/bin/sh\nexit 0\n").Path;
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var fromHere = Path.GetRelativePath(Environment.CurrentDirectory, folder.Root);
        Assert.Null(MachineProgram.Find("stray-program", $"{fromHere}::."));
        Assert.Equal(program, MachineProgram.Find("stray-program", $"{fromHere}:{folder.Root}"));
    }

    [GeneratedRegex(@"\bProcess\.Start\(|\bnew ProcessStartInfo\(|\bExecve?\(")]
    private static partial Regex Starting();
}
