using Host;

namespace Tests.Host.Results;

/// <summary>What <c>pipe init</c> writes works as it stands, and leaves alone what is there.</summary>
public sealed class InitTests
{
    [Fact]
    public void The_script_that_it_writes_is_checked_run_recorded_and_verified()
    {
        using var sandbox = new Sandbox().With(".gitignore", "mine\n");
        var said = sandbox.Run("init");
        Assert.Equal((ExitCode.Fine, ""), (said.Exit, said.Error));
        Assert.Contains(".gitignore is there already", said.Output);
        Assert.Equal("mine\n", sandbox.Read(".gitignore"));
        foreach (var line in (string[])["fmt --check .", "check . --strict", "test .", "run study.pipe --record --quiet", "verify ."])
            Assert.Equal((line, ExitCode.Fine), (line, sandbox.Run(line.Split(' ')).Exit));
        Assert.Contains("pipe verify .", sandbox.Read(".github/workflows/pipe.yml"));
    }

    [Fact]
    public void The_story_among_the_examples_is_what_its_script_finds()
    {
        var story = Path.Combine(AppContext.BaseDirectory, "examples", "story");
        using var sandbox = new Sandbox();
        foreach (var file in Directory.EnumerateFiles(story)) sandbox.With(Path.GetFileName(file), File.ReadAllText(file));
        var said = sandbox.Run("verify", "dense.pipe");
        Assert.True(said.Exit == ExitCode.Fine, said.Output + said.Error);
        Assert.Contains(sandbox.Run("diff", "first.results", "dense.results").Output.Trim().ReplaceLineEndings("\n"),
            sandbox.Read("README.md").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_hook_needs_a_repository()
    {
        using var sandbox = new Sandbox();
        Assert.Equal(ExitCode.WrongCommandLine, sandbox.Run("init", "--hook").Exit);
        Assert.Empty(sandbox.Files("."));
        Directory.CreateDirectory(sandbox.PathOf(".git/hooks"));
        Assert.Equal(ExitCode.Fine, sandbox.Run("init", "--hook").Exit);
        Assert.StartsWith("#!/bin/sh\n", sandbox.Read(".git/hooks/pre-commit"));
        if (!OperatingSystem.IsWindows()) Assert.True(File.GetUnixFileMode(sandbox.PathOf(".git/hooks/pre-commit")).HasFlag(UnixFileMode.UserExecute));
    }
}
