using System.CommandLine;
using System.Text;
using Runtime.Files;

namespace Host.CommandLine;

/// <summary><c>pipe init</c>: what a folder of analyses under version control needs.</summary>
sealed class InitCommand : ProgramCommand
{
    const string Hook = ".git/hooks/pre-commit";

    /// <summary>Where each file goes, and the part of the program that holds it.</summary>
    static readonly (string File, string Holds)[] Files =
    [
        ("study.pipe", "init.pipe"), (".gitignore", "init.gitignore"), (".gitattributes", "init.gitattributes"),
        (".github/workflows/pipe.yml", "init.workflow"),
    ];

    readonly Option<bool> hook = new("--hook")
    {
        Description = "Also check form, mistakes and records before every commit, by a hook of git.",
    };

    public override string Name => "init";

    public override IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) => [];

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name,
            "Write what a folder of analyses needs: a script to start from, files for git, a workflow that checks and verifies.") { hook };
        command.SetAction(parsed => Run(parsed.GetValue(hook), host));
        return command;
    }

    static int Run(bool withHook, HostContext host)
    {
        if (withHook && !Directory.Exists(host.PathOf(".git")))
            throw new WrongCommandLine("A hook belongs at the top of a git repository, and this folder is none.",
                "Write `git init` first, or leave out `--hook`.");
        foreach (var (file, holds) in withHook ? [.. Files, (Hook, "init.hook")] : Files) Write(file, holds, host);
        host.Output.WriteLine("Next: `pipe run study.pipe --record`, then commit study.pipe and study.results.");
        return ExitCode.Fine;
    }

    /// <summary>What is there already stays.</summary>
    static void Write(string file, string holds, HostContext host)
    {
        var path = host.PathOf(file);
        if (FileKinds.Of(path) != FileKind.None)
        {
            host.Output.WriteLine($"{file} is there already and stays as it is.");
            return;
        }
        using var folder = OpenFolder.At(host.WorkingFolder);
        folder.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(Text(holds))));
        if (file == Hook && !OperatingSystem.IsWindows()) File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        host.Output.WriteLine($"{file} is written.");
    }

    static string Text(string holds)
    {
        using var stream = typeof(InitCommand).Assembly.GetManifestResourceStream(holds)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
