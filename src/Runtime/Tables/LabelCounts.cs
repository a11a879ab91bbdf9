using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Runtime.Tables;

/// <summary>What is asked of labels without looking at each: it stays with the column when they are brought only on demand.</summary>
/// <param name="Sizes">How many rows are in each cluster.</param>
/// <param name="Noise">How many are in none.</param>
/// <param name="Absent">How many were not judged.</param>
/// <param name="Digest">SHA-256 of the labels.</param>
sealed record LabelCounts(int Rows, int[] Sizes, int Noise, int Absent, Lazy<string> Digest)
{
    public static LabelCounts Of(int[] labels, int clusters)
    {
        var counts = new int[clusters - LabelColumn.Absent];
        foreach (var label in labels) counts[label - LabelColumn.Absent]++;
        return new(labels.Length, counts[-LabelColumn.Absent..], counts[LabelColumn.Noise - LabelColumn.Absent], counts[0],
            new(() => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(labels.AsSpan())))));
    }
}
