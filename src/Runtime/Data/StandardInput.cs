namespace Runtime.Data;

/// <summary>What is piped into the program, as a file: <c>load -</c>. It is read whole when it is first asked for, and kept.</summary>
static class StandardInput
{
    static readonly Lazy<byte[]> All = new(ReadAll);

    public static bool Is(InputFile file) => file.Written is "-" or "/dev/stdin";

    public static DataInput Open(InputFile file) =>
        DataInput.Of(file, new MemoryStream(All.Value, writable: false), FileState.Of(file.Path));

    static byte[] ReadAll()
    {
        using var bytes = new MemoryStream();
        using var input = Console.OpenStandardInput();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }
}
