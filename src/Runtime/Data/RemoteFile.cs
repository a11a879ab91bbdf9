using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Runtime.Files;

namespace Runtime.Data;

/// <summary>
/// A file at an address of the web, which is what its SHA-256 says or is not read at all. It is fetched once, and kept.
/// </summary>
static partial class RemoteFile
{
    public static bool Is(InputFile file) =>
        file.Path.StartsWith("https://", StringComparison.Ordinal) || file.Path.StartsWith("http://", StringComparison.Ordinal);

    public static bool IsHash(string text) => Hash().IsMatch(text);

    /// <summary>The file as it was fetched before; null when it was not.</summary>
    public static InputFile? Kept(InputFile file, string hash) =>
        File.Exists(PlaceOf(file, hash)) ? file with { Path = PlaceOf(file, hash) } : null;

    /// <summary>The file, fetched now if it is not there, or not any more what it was.</summary>
    /// <exception cref="Refusal">It cannot be fetched, or is another one.</exception>
    public static InputFile Fetched(InputFile file, string hash, Work work)
    {
        var place = PlaceOf(file, hash);
        if (File.Exists(place) && Same(place, hash)) return file with { Path = place };
        var address = AddressOf(file);
        try
        {
            CacheFolder.Make(Path.GetDirectoryName(place)!);
            using var folder = OpenFolder.At(Path.GetDirectoryName(place)!);
            folder.Write(Path.GetFileName(place), stream => Fetch(file, address, hash, stream, work));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"`{file}` cannot be kept: {error.Message.TrimEnd('.')}.", "Check the space left on the disk.");
        }
        return file with { Path = place };
    }

    static void Fetch(InputFile file, Uri address, string hash, Stream stream, Work work)
    {
        using var sum = SHA256.Create();
        using (var summing = new CryptoStream(stream, sum, CryptoStreamMode.Write, leaveOpen: true))
            SourcesRoom.Make<FileFetcher>("Web.HttpFetcher").Fetch(file, address, summing, work);
        var found = Convert.ToHexStringLower(sum.Hash!);
        if (!found.Equals(hash, StringComparison.OrdinalIgnoreCase))
            throw Another(file, found);
    }

    public static Refusal Another(InputFile file, string hash) =>
        new($"`{file}` is not the file that is meant: its `sha256` is {hash}.",
            "Look at what it is now; if that is meant, write its `sha256`.")
        {
            Argument = "Sha256",
        };

    static bool Same(string place, string hash)
    {
        using var stream = File.OpenRead(place);
        return Convert.ToHexStringLower(SHA256.HashData(stream)).Equals(hash, StringComparison.OrdinalIgnoreCase);
    }

    static Uri AddressOf(InputFile file) => Uri.TryCreate(file.Path, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
        ? address
        : throw new Refusal($"`{Printable.Of(file.Written)}` is no address of a file.",
            "Write `https://HOST/PATH`, without a user or password.");

    /// <summary>The hash, and as much of the name as says what kind of file it is.</summary>
    static string PlaceOf(InputFile file, string hash)
    {
        var name = Path.GetFileName(AddressOf(file).AbsolutePath);
        var ending = Others().Replace(name.Length > 60 ? name[^60..] : name, "_");
        return Path.Combine(CacheFolder.Of("data"), $"{hash.ToLowerInvariant()}.{ending}");
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}$")]
    private static partial Regex Hash();

    [GeneratedRegex("[^A-Za-z0-9._-]")]
    private static partial Regex Others();
}

/// <summary>Fetches a file from the web.</summary>
abstract class FileFetcher
{
    /// <exception cref="Refusal">It cannot be fetched.</exception>
    public abstract void Fetch(InputFile file, Uri address, Stream to, Work work);
}
