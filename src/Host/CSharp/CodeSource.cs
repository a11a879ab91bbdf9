using Runtime.Files;

namespace Host.CSharp;

/// <summary>Reads files of code, once each, when they can be such.</summary>
static class CodeSource
{
    const int MostText = 10_000_000, MostAssembly = 500_000_000;

    /// <exception cref="Refusal">It is not there, is no file, or is too long.</exception>
    public static string Text(string path, string written)
    {
        using var text = new StreamReader(new MemoryStream(Bytes(path, written, MostText,
            $"There is no file `{Printable.Of(written)}` to load.", "Give its path relative to the file that loads it.")));
        return text.ReadToEnd();
    }

    /// <exception cref="Refusal">It is not there, is no file, or is too long.</exception>
    public static byte[] Assembly(string path, string written) => Bytes(path, written, MostAssembly,
        $"There is no assembly `{Printable.Of(written)}`.", "Give its path relative to the script, or write `nuget: NAME, VERSION`.");

    static byte[] Bytes(string path, string written, int most, string missing, string hint)
    {
        switch (FileKinds.OfTarget(path))
        {
            case FileKind.None: throw new Refusal(missing, hint);
            case FileKind.File: break;
            default: throw new Refusal($"`{Printable.Of(written)}` is no regular file.", "Name a file of C#, or an assembly.");
        }
        try
        {
            return new FileInfo(path).Length <= most ? File.ReadAllBytes(path)
                : throw new Refusal($"`{Printable.Of(written)}` has more than {Wording.Count(most)} bytes.", "Name a file of code.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"`{Printable.Of(written)}` cannot be read: {e.Message.TrimEnd('.')}.", "Check that it may be read.");
        }
    }
}
