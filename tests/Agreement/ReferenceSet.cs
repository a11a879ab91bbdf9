using System.IO.Compression;
using System.Text.Json;
using Runtime;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Data;
using Runtime.Operators.Transform;

namespace Agreement;

/// <summary>A data set prepared as in the study, and what the reference implementations say about it.</summary>
sealed class ReferenceSet
{
    readonly string folder;

    public ReferenceSet(string name, string folder)
    {
        (Name, this.folder) = (name, folder);
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "reference", name + ".json")));
        Json = document.RootElement.Clone();
        string[] features = [.. Json.GetProperty("features").EnumerateArray().Select(f => f.GetString()!)];
        ValueList<ColumnRef> columns = [.. features.Select(f => new ColumnRef(f))];
        var path = Path.Combine(folder, "data", name + ".csv.gz");
        Loaded = new Load { File = new InputFile(Path.GetFullPath(path), path) }.Apply(Study.Empty, Context);
        Loaded = new DropMissing { Columns = columns }.Apply(Loaded, Context);
        Raw = new Features { Columns = columns }.Apply(Loaded, Context);
        Scaled = new Scale { Method = ScalingMethod.Minmax }.Apply(Raw, Context);
        Rotated = new Pca { Variance = 0.93 }.Apply(Scaled, Context);
        Z = new Scale { Method = ScalingMethod.Standard }.Apply(Rotated, Context);
    }

    public static RunContext Context { get; } = new();

    public string Name { get; }

    public JsonElement Json { get; }

    /// <summary>The table; seven features; min-max scaled; the components that keep 93 %; standardised.</summary>
    public Study Loaded { get; }

    public Study Raw { get; }

    public Study Scaled { get; }

    public Study Rotated { get; }

    public Study Z { get; }

    public IEnumerable<JsonProperty> Starting(string prefix) => Json.EnumerateObject().Where(p => p.Name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>A label file: one label a line.</summary>
    public int[] Labels(string file)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "reference", file)), CompressionMode.Decompress));
        var labels = new List<int>();
        while (text.ReadLine() is { } line) if (int.TryParse(line, out var label)) labels.Add(label);
        return [.. labels];
    }
}

static class JsonNumbers
{
    public static double[] Numbers(this JsonElement list) => [.. list.EnumerateArray().Select(x => x.GetDouble())];

    public static double[][] Rows(this JsonElement matrix) => [.. matrix.EnumerateArray().Select(Numbers)];
}
