using System.Text;
using Runtime.Files;

namespace Host.Editor;

/// <summary>What was submitted before, the oldest first, kept in a file when there is one to write.</summary>
/// <param name="file">Null keeps it for this session only.</param>
sealed class History(string? file)
{
    const int MostTexts = 2000;

    const int MostBytes = 1 << 20;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly List<string> texts = Load(file);

    public int Count => texts.Count;

    public string this[int index] => texts[index];

    /// <summary>The latest text that goes on after a beginning.</summary>
    public string? Suggest(string beginning) =>
        texts.FindLast(t => t.Length > beginning.Length && t.StartsWith(beginning, StringComparison.Ordinal) && !t.Contains('\n'));

    /// <summary>The latest text before <paramref name="before"/> that holds a part; −1 when none does.</summary>
    public int Find(string part, int before)
    {
        for (var i = Math.Min(before, texts.Count) - 1; i >= 0; i--)
            if (texts[i].Contains(part, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    public void Add(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || texts is [.., var last] && last == text) return;
        texts.Add(text);
        if (file is not null) Save(text);
    }

    /// <summary>
    /// Another session may have written since: its lines stay, ours come last. A file that cannot be written is done without.
    /// </summary>
    void Save(string text)
    {
        try
        {
            using var folder = OpenFolder.Made(Path.GetDirectoryName(file)!);
            folder.Own(Patience);
            var lines = string.Concat(Newest([.. Load(file), text]).Select(t => Written(t) + "\n"));
            folder.Write(Path.GetFileName(file!), stream => stream.Write(Encoding.UTF8.GetBytes(lines)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
        }
    }

    static IEnumerable<string> Newest(List<string> all)
    {
        var (bytes, first) = (0, all.Count);
        while (first > 0 && all.Count - first < MostTexts && (bytes += Encoding.UTF8.GetByteCount(all[first - 1]) + 1) <= MostBytes)
            first--;
        return all.Skip(first);
    }

    static List<string> Load(string? file)
    {
        try
        {
            return file is null || !File.Exists(file)
                ? []
                : [.. File.ReadLines(file).Where(l => l.Length > 0).Select(Read).TakeLast(MostTexts)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>A text is one line of the file.</summary>
    static string Written(string text) => text.Replace("\\", "\\\\").Replace("\n", "\\n");

    static string Read(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\' || i + 1 == line.Length) text.Append(line[i]);
            else text.Append(line[++i] == 'n' ? '\n' : line[i]);
        }
        return text.ToString();
    }
}
