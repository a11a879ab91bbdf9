using Runtime.Files;

namespace Host.CSharp;

/// <summary>Follows <c>#load</c> and <c>#r</c> from text to text.</summary>
/// <param name="home">The folder that the code is at home in; what a person keeps as packages is theirs already.</param>
/// <param name="confined">What lies outside is noted, and not opened.</param>
sealed class Gathering(string home, bool confined)
{
    const int Most = 100;
    const string Package = "nuget:";

    readonly HashSet<string> seen = [];

    public List<CodeFile> Files { get; } = [];

    public List<CodeReference> References { get; } = [];

    /// <summary>What leads out of the folder, as it is written.</summary>
    public List<string> Outside { get; } = [];

    /// <summary>One mistake is no reason to keep quiet about the next.</summary>
    readonly List<Refusal> faults = [];

    public CodeUnit Unit => new(Files, References) { Outside = Outside, Faults = faults };

    /// <param name="start">Where the text starts in the script, if it does.</param>
    public void Add(CodeFile file, string folder, int? start)
    {
        foreach (var directive in Directives.In(file.Text))
        {
            var before = faults.Count;
            try
            {
                if (directive.IsLoad) Load(directive.Value, folder);
                else Refer(directive.Value, folder);
            }
            catch (Refusal refusal)
            {
                faults.Add(refusal);
            }
            for (var i = before; i < faults.Count; i++)
                if (start is { } at && faults[i].At is null)
                    faults[i] = new Refusal(faults[i].Text, faults[i].Hint) { At = (at + directive.Start, directive.Length) };
        }
        Files.Add(file);
    }

    /// <summary>A file by its path, when it may be opened.</summary>
    public void AddFile(string path, string written)
    {
        if (!MayOpen(path, written)) return;
        Add(new CodeFile(written, CodeSource.Text(path, written)) { Path = path }, Path.GetDirectoryName(path)!, null);
    }

    void Load(string written, string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, written));
        if (!seen.Add(path) || seen.Count > Most + 1) return;
        if (seen.Count > Most) throw new Refusal($"More than {Most} files load one another.", "Put helpers into one file.");
        AddFile(path, written);
    }

    void Refer(string written, string folder)
    {
        if (written.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
        {
            foreach (var assembly in Packages.Resolve(written[Package.Length..])) Take(assembly, written);
            return;
        }
        var path = Path.GetFullPath(Path.Combine(folder, written));
        if (MayOpen(path, written)) Take(path, written);
    }

    void Take(string path, string written)
    {
        if (!References.Exists(r => r.Path == path)) References.Add(new CodeReference(path, CodeSource.Assembly(path, written)));
    }

    bool MayOpen(string path, string written)
    {
        if (RealPath.IsBelow(path, home)) return true;
        Outside.Add(written);
        return !confined;
    }
}
