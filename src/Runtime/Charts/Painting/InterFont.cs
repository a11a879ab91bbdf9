using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Runtime.Charts.Painting;

/// <summary>
/// The font files of Inter, out of the assembly that a package carries them in. The assembly is embedded as a resource and
/// read as a file: its code is never loaded.
/// </summary>
static class InterFont
{
    const string Embedded = "Inter.dll";
    const string Bundle = "!AvaloniaResources";

    /// <param name="weight">As in the file's name: Regular, SemiBold.</param>
    public static byte[] Read(string weight)
    {
        using var stream = typeof(InterFont).Assembly.GetManifestResourceStream(Embedded)!;
        using var image = new PEReader(stream, PEStreamOptions.PrefetchEntireImage);
        var bundle = Resource(image);
        var index = bundle[4..];
        // Layout: length of the index; format, number of files, (path, offset, size) each; then the files.
        var data = bundle[(4 + BinaryPrimitives.ReadInt32LittleEndian(bundle))..];
        var count = BinaryPrimitives.ReadInt32LittleEndian(index[4..]);
        index = index[8..];
        for (var i = 0; i < count; i++)
        {
            // A path below 128 bytes has its length in one byte.
            var path = Encoding.UTF8.GetString(index.Slice(1, index[0]));
            index = index[(1 + index[0])..];
            if (path.EndsWith($"-{weight}.ttf", StringComparison.Ordinal))
            {
                var offset = BinaryPrimitives.ReadInt32LittleEndian(index);
                return data.Slice(offset, BinaryPrimitives.ReadInt32LittleEndian(index[4..])).ToArray();
            }
            index = index[8..];
        }
        throw new InvalidOperationException($"The font package holds no weight {weight}.");
    }

    static ReadOnlySpan<byte> Resource(PEReader image)
    {
        var metadata = image.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource)
            .First(one => metadata.StringComparer.Equals(one.Name, Bundle));
        var section = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress).GetContent();
        var bytes = section.AsSpan()[(int)resource.Offset..];
        return bytes.Slice(4, BinaryPrimitives.ReadInt32LittleEndian(bytes));
    }
}
