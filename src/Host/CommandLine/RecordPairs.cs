using Host.Git;
using Host.Results;
using Runtime.Files;

namespace Host.CommandLine;

/// <summary>Finds the records to compare: of what the words of a command line call commits, scripts and files.</summary>
static class RecordPairs
{
    const int MostBytes = 16 << 20;

    public static IReadOnlyList<RecordPair> Of(string[] words, HostContext host)
    {
        if (words.Length == 2 && words.All(IsRecord)) return [OfFiles(words[0], words[1], host)];
        var files = words.Where(w => IsRecord(w) || IsScript(w) || Directory.Exists(host.PathOf(w))).ToArray();
        var names = words.Where(w => !files.Contains(w)).ToArray();
        if (names.Length > 2) throw new WrongCommandLine($"`{names[2]}` is one commit too many.", "Name two at most, and scripts.");
        var repository = Repository.Of(host.WorkingFolder, host.Cancel)
            ?? throw new WrongCommandLine("This folder is in no git repository.",
                "Compare two records: `pipe diff OLD.results NEW.results`.");
        var before = Commit(repository, names.Length > 0 ? names[0] : "HEAD", host);
        var after = names.Length > 1 ? Commit(repository, names[1], host) : null;
        var between = $"{(names.Length > 0 ? names[0] : "HEAD")} → {(names.Length > 1 ? names[1] : "here")}";
        return [.. Records(repository, before, after, host).Where(r => files.Length == 0 || files.Any(f => Covers(f, r)))
            .Select(r => Pair(r, between, repository, before, after, host)).Where(p => files.Length > 0 || IsOfInterest(p))];
    }

    static bool IsRecord(string word) => word.EndsWith(RecordedFindings.Ending, StringComparison.Ordinal);

    static bool IsScript(string word) => word.EndsWith(".pipe", StringComparison.Ordinal);

    static bool IsOfInterest(RecordPair pair) => pair.Difference is not { IsNone: true } || pair.TextOnly || pair.Unrecorded;

    static bool Covers(string file, string record) =>
        Path.ChangeExtension(file.Replace('\\', '/'), RecordedFindings.Ending).TrimStart('.', '/') == record
        || file is "." || record.StartsWith(file.TrimEnd('/') + "/", StringComparison.Ordinal);

    static string Commit(Repository repository, string name, HostContext host) => repository.Commit(name, host.Cancel)
        ?? throw new WrongCommandLine($"There is no commit `{name}` here.",
            "Name a commit such as `HEAD~1`, a script, or two records. A shallow clone has only its last commits.");

    /// <summary>Of both sides, below this folder.</summary>
    static IEnumerable<string> Records(Repository repository, string before, string? after, HostContext host) =>
        repository.Files(before, host.Cancel).Concat(after is null ? Here(host) : repository.Files(after, host.Cancel))
            .Where(IsRecord).Distinct().Order(StringComparer.Ordinal);

    static IEnumerable<string> Here(HostContext host)
    {
        var below = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 8,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
        };
        return Directory.EnumerateFiles(host.WorkingFolder, "*" + RecordedFindings.Ending, below)
            .Select(f => Path.GetRelativePath(host.WorkingFolder, f).Replace(Path.DirectorySeparatorChar, '/'));
    }

    static RecordPair Pair(string record, string between, Repository repository, string before, string? after, HostContext host)
    {
        var script = Path.ChangeExtension(record, ".pipe");
        var (old, now) = (repository.Text(before, record, host.Cancel), Text(record, repository, after, host));
        var pair = RecordPair.Of(script, between, old, now, _ => record);
        if (pair.Difference is { IsNone: true })
            pair = pair with { TextOnly = repository.Text(before, script, host.Cancel) != Text(script, repository, after, host) };
        return after is null && pair.Damaged is null && now is not null ? pair.With(script, FindingsReader.Of(now, record), host) : pair;
    }

    static string? Text(string file, Repository repository, string? commit, HostContext host) =>
        commit is not null ? repository.Text(commit, file, host.Cancel)
        : File.Exists(host.PathOf(file)) ? RegularFile.Text(host.PathOf(file), file, "Name a record.", MostBytes) : null;

    static RecordPair OfFiles(string before, string after, HostContext host)
    {
        string Read(string file) => File.Exists(host.PathOf(file)) ? RegularFile.Text(host.PathOf(file), file, "Name a record.", MostBytes)
            : throw new WrongCommandLine($"There is no file `{file}`.", "Check its name and folder.");
        var (old, now) = (Read(before), Read(after));
        return RecordPair.Of(Path.ChangeExtension(Path.GetFileName(after), ".pipe"), $"{before} → {after}", old, now,
            side => side == "before" ? before : after);
    }
}
