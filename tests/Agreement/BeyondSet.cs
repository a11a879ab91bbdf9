using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Runtime;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Data;
using Runtime.Operators.Transform;

namespace Agreement;

/// <summary>A data set of `reference/beyond`, prepared as its page says: factors stand on the raw features, all else on scaled points.</summary>
sealed class BeyondSet
{
    static readonly string[] Spotify =
        ["acousticness", "danceability", "energy", "instrumentalness", "liveness", "speechiness", "valence"];

    static readonly Dictionary<string, string[]> Features = new()
    {
        ["penguins"] = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"],
        ["htru2"] =
        [
            "Mean of the integrated profile", "Standard deviation of the integrated profile", "Excess kurtosis of the integrated profile",
            "Skewness of the integrated profile", "Mean of the DM-SNR curve", "Standard deviation of the DM-SNR curve",
            "Excess kurtosis of the DM-SNR curve", "Skewness of the DM-SNR curve",
        ],
    };

    readonly string folder;

    BeyondSet(string name, string folder, string path)
    {
        (Name, this.folder) = (name, Path.Combine(folder, "reference", "beyond"));
        ValueList<ColumnRef> columns = [.. Features.GetValueOrDefault(name, Spotify).Select(f => new ColumnRef(f))];
        var loaded = new Load { File = new InputFile(Path.GetFullPath(path), path) }.Apply(Study.Empty, ReferenceSet.Context);
        Raw = new Features { Columns = columns }.Apply(new DropMissing { Columns = columns }.Apply(loaded, ReferenceSet.Context), ReferenceSet.Context);
        var narrowed = Features.ContainsKey(name) ? Raw : Raw.Then(new Scale { Method = ScalingMethod.Minmax }, new Pca { Variance = 0.93 });
        Points = narrowed.Then(new Scale { Method = ScalingMethod.Standard }).Current.Matrix;
    }

    public static IEnumerable<string> Names => [.. Features.Keys, "spotify_sample_10000", "spotify_114k", "spotify_1159764"];

    public string Name { get; }

    public Study Raw { get; }

    public Matrix Points { get; }

    /// <summary>The set, or null when its data or all of its references are not there.</summary>
    public static BeyondSet? Find(string name, string folder)
    {
        var path = new[] { ".csv", ".csv.gz" }.Select(e => Path.Combine(folder, "data", name + e)).FirstOrDefault(File.Exists);
        var references = Path.Combine(folder, "reference", "beyond");
        return path is null || !Directory.Exists(references) || !Directory.EnumerateFiles(references, name + ".*.json").Any()
            ? null : new(name, folder, path);
    }

    /// <summary>What the references say of a part, or null.</summary>
    public JsonElement? Part(string part)
    {
        var path = Path.Combine(folder, $"{Name}.{part}.json");
        if (!File.Exists(path)) return null;
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    public int[] Labels(string file) => [.. Lines(file).Select(line => int.TryParse(line, out var label) ? label : (int?)null).OfType<int>()];

    public double[] Values(string file) =>
        [.. Lines(file).Select(line => double.TryParse(line, CultureInfo.InvariantCulture, out var value) ? value : (double?)null).OfType<double>()];

    /// <summary>Of a file of the folder, or of the one above.</summary>
    string[] Lines(string file)
    {
        var path = new[] { folder, Path.GetDirectoryName(folder)! }.Select(f => Path.Combine(f, file)).First(File.Exists);
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
