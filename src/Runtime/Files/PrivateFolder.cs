namespace Runtime.Files;

/// <summary>A folder of one's own below the system's for such, gone with what is in it when it is let go.</summary>
public sealed class PrivateFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("pipe-").FullName;

    public string At(string name) => Path.Combine(FullPath, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(FullPath, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is the system's to clear away.
        }
    }
}
