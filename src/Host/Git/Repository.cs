using System.Diagnostics;
using System.Text;

namespace Host.Git;

/// <summary>
/// What lies in the commits of a folder's repository, asked of git itself. Only its plumbing that reads objects is used: it runs no hook,
/// no filter, no helper and no pager, and fetches nothing, whatever the repository is configured to do.
/// </summary>
sealed class Repository
{
    const int MostBytes = 64 << 20;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Settings of a repository that lead git to programs.</summary>
    static readonly string[] Deaf =
    [
        "--no-pager", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-c", "gc.auto=0",
        "--literal-pathspecs",
    ];

    static readonly (string Name, string Value)[] Calm =
        [("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_TERMINAL_PROMPT", "0"), ("LC_ALL", "C")];

    readonly string folder;

    Repository(string folder, string root) => (this.folder, Root) = (folder, root);

    /// <summary>The top of the work tree.</summary>
    public string Root { get; }

    /// <summary>Null when the folder is in none.</summary>
    /// <exception cref="Refusal">Git is not there.</exception>
    public static Repository? Of(string folder, CancellationToken cancel) =>
        Ask(folder, cancel, "rev-parse", "--show-toplevel") is { } root
            ? new(folder, Encoding.UTF8.GetString(root).TrimEnd('\n', '\r')) : null;

    /// <summary>The commit that a person calls so; null when there is none.</summary>
    public string? Commit(string name, CancellationToken cancel) =>
        Ask(folder, cancel, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}") is { } hash
            ? Encoding.ASCII.GetString(hash).Trim() : null;

    /// <summary>The files of a commit below the folder, as the folder has them.</summary>
    public IReadOnlyList<string> Files(string commit, CancellationToken cancel) =>
        Ask(folder, cancel, "ls-tree", "-r", "-z", "--name-only", commit) is { } names
            ? Encoding.UTF8.GetString(names).Split('\0', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>A file as a commit has it; null when it has none.</summary>
    /// <param name="path">From the folder, with <c>/</c> between.</param>
    public string? Text(string commit, string path, CancellationToken cancel)
    {
        var below = Path.GetRelativePath(Root, Path.GetFullPath(path, RealRoot)).Replace(Path.DirectorySeparatorChar, '/');
        return Ask(folder, cancel, "cat-file", "blob", $"{commit}:{below}") is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
    }

    /// <summary>Git names the top without links; the folder may be known with them.</summary>
    string RealRoot => Runtime.Files.RealPath.Of(folder);

    /// <summary>What it answers; null when it says no.</summary>
    static byte[]? Ask(string folder, CancellationToken cancel, params string[] words)
    {
        using var git = MachineProgram.Start("git", [.. Deaf, .. words], folder, Calm)
            ?? throw new Refusal("`git` is not there to ask.", "Install it, or compare two records: `pipe diff OLD.results NEW.results`.");
        return Answer(git, cancel);
    }

    static byte[]? Answer(Process git, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var stop = patience.Token.Register(() => Kill(git));
        git.StandardInput.Close();
        git.ErrorDataReceived += static (_, _) => { };
        git.BeginErrorReadLine();
        using var answer = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = git.StandardOutput.BaseStream.Read(buffer)) > 0;)
        {
            answer.Write(buffer, 0, read);
            if (answer.Length <= MostBytes) continue;
            Kill(git);
            throw new Refusal("`git` answers with more than a record can be.", "Look at the repository: a file in it is very large.");
        }
        git.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        if (patience.IsCancellationRequested) throw new Refusal("`git` did not answer in time.", "Try again, or compare two files.");
        return git.ExitCode == 0 ? answer.ToArray() : null;
    }

    static void Kill(Process git)
    {
        try
        {
            git.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It is over already.
        }
    }
}
