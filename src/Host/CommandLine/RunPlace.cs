using Dsl;
using Host.CSharp;
using Host.Report;
using Host.Results;
using Runtime.Files;

namespace Host.CommandLine;

/// <summary>Where a run writes to, as the person wrote it, and what it reads and so leaves as it is.</summary>
/// <param name="Copy">Where else <c>run.json</c> goes.</param>
sealed record RunPlace(string Folder, string? Copy, ReadFiles Read)
{
    /// <summary>Where what was found is kept beside the script; null when it is not.</summary>
    public ResultsFile? Results { get; private init; }

    /// <summary>Keeps what is found beside the script.</summary>
    /// <exception cref="Refusal">A file that is read lies there, or a link is on the way.</exception>
    public RunPlace Recording(Plan plan, LanguageOptions options, HostContext host)
    {
        var results = ResultsFile.Of(plan.Source.Name, host);
        Read.Spare(host.PathOf(results.Written), results.Written);
        RefuseLinks(results.Written, options.ScriptFolder, host);
        return this with { Results = results };
    }

    /// <summary>Looks at all places that are known before the run, which may take hours.</summary>
    /// <exception cref="Refusal">One is of a file that is read, or behind a link that came with the script.</exception>
    public static RunPlace Of(Plan plan, LanguageOptions options, string folder, string? copy, HostContext host)
    {
        var script = plan.Source.Name == ScriptFiles.StandardInput ? [] : new[] { host.PathOf(plan.Source.Name) };
        var read = new ReadFiles([.. script, .. plan.FilesRead, .. CodeFiles.Of(plan, options.ScriptFolder)]);
        string[] own = [Publisher.ReportFile, Publisher.MarkdownFile, Publisher.RecordFile];
        foreach (var file in own.Concat(plan.Steps.SelectMany(Publisher.FilesWrittenBy)))
            read.Spare(Path.Combine(host.PathOf(folder), file), Path.Combine(folder, file));
        RefuseLinks(folder, options.ScriptFolder, host);
        if (copy is null) return new RunPlace(folder, copy, read);
        read.Spare(host.PathOf(copy), copy);
        RefuseLinks(copy, options.ScriptFolder, host);
        return new RunPlace(folder, copy, read);
    }

    /// <summary>
    /// Links on the way to what is written are the person's, but not those in the script's folder, which may have come from anywhere; the
    /// person's home is theirs. The place itself is looked at when it is opened.
    /// </summary>
    static void RefuseLinks(string written, string scriptFolder, HostContext host)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (home.Length > 0 && RealPath.IsBelow(home, scriptFolder)) return;
        if (Path.GetDirectoryName(host.PathOf(written)) is { } above && RealPath.LinkIn(scriptFolder, above) is { } link)
            throw new Refusal($"`{Printable.Of(link)}` is a link in the script's folder, and nothing is written through one.",
                "Name the folder that it leads to.");
    }
}
