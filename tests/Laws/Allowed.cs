using System.Globalization;

namespace Tests.Laws;

/// <summary>
/// What still breaks a law of size, in <c>tests/Laws/Allowed.txt</c>: a line of law, size and name. It only shrinks: an entry that is not
/// needed any more fails, and so does one that has grown.
/// </summary>
static class Allowed
{
    static readonly string Path = System.IO.Path.Combine(SourceTree.Root, "tests", "Laws", "Allowed.txt");
    static readonly Lock Gate = new();

    public static void Hold(string law, string unit, IEnumerable<(string Name, int Size)> broken)
    {
        var found = broken.ToLookup(b => b.Name, b => b.Size).ToDictionary(g => g.Key, g => g.Max(), StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("PIPE_ACCEPT") == "1") Accept(law, found);
        var allowed = Read().Where(e => e.Law == law).ToDictionary(e => e.Name, e => e.Size, StringComparer.Ordinal);
        string[] wrong =
        [
            .. found.Where(f => f.Value > allowed.GetValueOrDefault(f.Key)).Select(f => $"  {f.Key}: {f.Value} {unit}"
                + (allowed.TryGetValue(f.Key, out var size) ? $", {size} allowed" : "")),
            .. allowed.Keys.Where(n => !found.ContainsKey(n)).Select(n => $"  {n}: is as it should be; take its line out of tests/Laws/Allowed.txt"),
        ];
        Assert.True(wrong.Length == 0, $"The law of `{law}` is broken:\n{string.Join('\n', wrong.Order(StringComparer.Ordinal))}");
    }

    static void Accept(string law, Dictionary<string, int> found)
    {
        lock (Gate)
        {
            var lines = Read().Where(e => e.Law != law).Concat(found.Select(f => (Law: law, Size: f.Value, Name: f.Key)))
                .OrderBy(e => e.Law, StringComparer.Ordinal).ThenBy(e => e.Name, StringComparer.Ordinal);
            File.WriteAllLines(Path, lines.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Law} {e.Size} {e.Name}")));
        }
    }

    static (string Law, int Size, string Name)[] Read()
    {
        lock (Gate)
        {
            return [.. File.ReadAllLines(Path).Where(l => l.Length > 0).Select(l => l.Split(' ', 3)).Select(w => (w[0], int.Parse(w[1], CultureInfo.InvariantCulture), w[2]))];
        }
    }
}
