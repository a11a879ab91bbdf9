using System.IO.Compression;
using System.Text;
using Runtime;
using Runtime.Data;

namespace Tests.Runtime.Data;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("pipe-tests-").FullName;

    public string At(string name) => Path.Combine(Root, name);

    public InputFile File(string name) => new(At(name), name);

    public InputFile Write(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(At(name), bytes);
        return File(name);
    }

    public InputFile Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public Table Read(string text, ReadOptions? options = null, int threads = 2, string name = "t.csv") =>
        Formats.Read(Write(name, text), options ?? new(), new Work(threads)).Table;

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(content);
        return bytes.ToArray();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>Tables as text, to compare them whole.</summary>
public static class TableText
{
    public static string Dump(this Table table, bool codes = true) => string.Join("\n", table.Columns.Select(c =>
        $"{c.Name} {c.Type} {string.Join("|", Enumerable.Range(0, c.Rows).Select(c.Show))}"
            + (codes && c is TextColumn text ? $" codes {string.Join(",", text.Codes.ToArray())}" : "")));
}
