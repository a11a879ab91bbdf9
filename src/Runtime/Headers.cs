using System.Collections.Concurrent;

namespace Runtime;

/// <summary>
/// What the heads of files say of their tables, read once as long as a file stays as it is (its length and the time of its last change):
/// an editor checks at every keystroke.
/// </summary>
public sealed class Headers
{
    /// <summary>More than any script loads; then everything is forgotten.</summary>
    const int Most = 1000;

    readonly ConcurrentDictionary<Key, Entry> known = new();

    /// <param name="how">The options that it is read with; two that are equal read the same.</param>
    /// <param name="read">Reads it; what that throws is not kept.</param>
    public T Of<T>(string path, object how, Func<T> read) where T : class
    {
        // The name of a sample may be any text, also none.
        if (!File.Exists(path)) return read();
        var file = new FileInfo(path);
        var (length, changed) = (file.Length, file.LastWriteTimeUtc);
        if (known.TryGetValue(new(path, how), out var kept) && kept.Length == length && kept.Changed == changed
            && kept.Head is T same)
            return same;
        if (known.Count >= Most) known.Clear();
        var head = read();
        known[new(path, how)] = new(length, changed, head);
        return head;
    }

    sealed record Key(string Path, object How);

    sealed record Entry(long Length, DateTime Changed, object Head);
}
