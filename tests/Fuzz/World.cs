using System.Text;
using Host;
using Host.CommandLine;

namespace Fuzz;

/// <summary>A folder with a study, the account's own files beside it, and the program run within.</summary>
sealed class World
{
    /// <summary>What the account keeps, by path.</summary>
    readonly Dictionary<string, string> account = new(StringComparer.Ordinal);
    readonly string folder;

    public World(string folder)
    {
        this.folder = folder;
        foreach (var file in (string[])["account/profile", "account/notes.txt", "account/deep/a.csv"]) account[file] = Put(file, $"precious {file}");
        Put("study/d.csv", "x,y,g\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},{i * i % 17},{(char)('a' + i % 3)}\n")));
    }

    public string PathOf(string file) => Path.Combine(folder, file);

    public string Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return text;
    }

    /// <summary>What must be as it was, whatever runs.</summary>
    public void Hold(IReadOnlyDictionary<string, string> more)
    {
        foreach (var (file, text) in account.Concat(more))
            if (!File.Exists(PathOf(file)) || File.ReadAllText(PathOf(file)) != text) throw new Find($"{file} is gone, or another.");
        foreach (var file in Directory.EnumerateFiles(PathOf("account"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)))
            if (!account.ContainsKey(file.Replace('\\', '/'))) throw new Find($"{file} has appeared.");
    }

    public (int Exit, string Said) Run(params string[] words)
    {
        using var output = new MemoryStream();
        using var said = new StringWriter();
        var exit = PipeCommand.Run(words, new HostContext
        {
            Input = new(TextReader.Null),
            Output = said,
            OutputBytes = output,
            Error = said,
            WorkingFolder = PathOf("study"),
            ConfigFolder = PathOf("config"),
        });
        return (exit, said + Encoding.UTF8.GetString(output.ToArray()));
    }
}
