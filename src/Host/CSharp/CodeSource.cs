using Runtime.Files;

namespace Host.CSharp;

/// <summary>Reads files of code, once each, when they can be such.</summary>
static class CodeSource
{
    const int MostText = 1_000_000, MostAssembly = 500_000_000;
    const string Name = "Name a file of C#, or an assembly.";

    /// <exception cref="Refusal">It is not there, is no file, or is too long.</exception>
    public static string Text(string path, string written) => Read(
        () => RegularFile.Text(path, written, Name, MostText), path, written,
        $"There is no file `{Printable.Of(written)}` to load.", "Give its path relative to the file that loads it.");

    /// <exception cref="Refusal">It is not there, is no file, or is too long.</exception>
    public static byte[] Assembly(string path, string written) => Read(
        () => RegularFile.Bytes(path, written, Name, MostAssembly), path, written, $"There is no assembly `{Printable.Of(written)}`.",
        "Give its path relative to the script, or write `nuget: NAME, VERSION`.");

    static T Read<T>(Func<T> read, string path, string written, string missing, string hint)
    {
        if (FileKinds.OfTarget(path) == FileKind.None) throw new Refusal(missing, hint);
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"`{Printable.Of(written)}` cannot be read: {e.Message.TrimEnd('.')}.", "Check that it may be read.");
        }
    }
}
