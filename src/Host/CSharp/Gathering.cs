namespace Host.CSharp;

/// <summary>Follows <c>#load</c> and <c>#r</c> from text to text.</summary>
sealed class Gathering
{
    const int Most = 100;
    const string Package = "nuget:";

    readonly HashSet<string> seen = [];

    public List<CodeFile> Files { get; } = [];

    public List<CodeReference> References { get; } = [];

    /// <param name="start">Where the text starts in the script, if it does.</param>
    public void Add(CodeFile file, string folder, int? start)
    {
        foreach (var directive in Directives.In(file.Text))
        {
            try
            {
                if (directive.IsLoad) Load(directive.Value, folder);
                else Refer(directive.Value, folder);
            }
            catch (Refusal refusal) when (start is { } at && refusal.At is null)
            {
                throw new Refusal(refusal.Text, refusal.Hint) { At = (at + directive.Start, directive.Length) };
            }
        }
        Files.Add(file);
    }

    void Load(string written, string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, written));
        if (!seen.Add(path)) return;
        if (seen.Count > Most) throw new Refusal($"More than {Most} files load one another.", "Put helpers into one file.");
        if (!File.Exists(path))
            throw new Refusal($"There is no file `{written}` to load.", "Give its path relative to the file that loads it.");
        Add(new CodeFile(written, File.ReadAllText(path)), Path.GetDirectoryName(path)!, null);
    }

    void Refer(string written, string folder)
    {
        if (written.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
        {
            foreach (var assembly in Packages.Resolve(written[Package.Length..])) Refer(assembly);
            return;
        }
        var path = Path.GetFullPath(Path.Combine(folder, written));
        if (!File.Exists(path))
            throw new Refusal($"There is no assembly `{written}`.",
                "Give its path relative to the script, or write `nuget: NAME, VERSION`.");
        Refer(path);
    }

    void Refer(string path)
    {
        if (!References.Exists(r => r.Path == path)) References.Add(new CodeReference(path, File.ReadAllBytes(path)));
    }
}
