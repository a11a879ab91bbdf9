using System.Text.Json;

namespace Tests.Fixtures;

/// <summary>
/// Made-up sets of 121–540 points with what scikit-learn 1.7.dev0 and hdbscan 0.8.43 (exact tree) give for them.
/// </summary>
public static class Small
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "small");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    /// <summary>For <c>[MemberData]</c>.</summary>
    public static TheoryData<string> All => [.. Names];

    public static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
        return document.RootElement.Clone();
    }

    public static Matrix Points(this JsonElement set) => Matrix.OfRows(set.GetProperty("points").Rows());

    public static double[][] Rows(this JsonElement matrix) => [.. matrix.EnumerateArray().Select(r => r.Numbers())];

    public static double[] Numbers(this JsonElement list) => [.. list.EnumerateArray().Select(x => x.GetDouble())];

    public static int[] Integers(this JsonElement list) => [.. list.EnumerateArray().Select(x => x.GetInt32())];
}
