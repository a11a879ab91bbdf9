using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>A node near the top of a hierarchy.</summary>
/// <param name="Node">Its number, points first; the last is the root.</param>
/// <param name="Height">The height at which its parts merged; 0 where it is shown as a leaf.</param>
/// <param name="Rows">Rows below it.</param>
/// <param name="Left">Its place in the list, larger part first; −1 for a leaf.</param>
/// <param name="Right">As <paramref name="Left"/>.</param>
public sealed record Branch(int Node, double Height, int Rows, int Left, int Right)
{
    public bool IsLeaf => Left < 0;

    /// <summary>The last merges, so that so many leaves are left; parts before what they make, the root last.</summary>
    internal static IReadOnlyList<Branch> Of(Dendrogram merges, int leaves, BinaryUnit unit)
    {
        var done = merges.Points - leaves;
        var (places, branches) = (new Dictionary<int, int>(), new List<Branch>());
        if (merges.Merges == 0) return [new(0, 0, merges.Size(0), -1, -1)];
        for (var merge = done; merge < merges.Merges; merge++)
        {
            var (left, right) = (merges.Left(merge), merges.Right(merge));
            if (merges.Size(left) < merges.Size(right)) (left, right) = (right, left);
            var (one, other) = (Place(left), Place(right));
            places[merges.Points + merge] = branches.Count;
            branches.Add(new(merges.Points + merge, unit.Length(merges.Distance(merge)), merges.Size(merges.Points + merge), one, other));
        }
        return branches;

        int Place(int node)
        {
            if (places.TryGetValue(node, out var place)) return place;
            places[node] = branches.Count;
            branches.Add(new(node, 0, merges.Size(node), -1, -1));
            return branches.Count - 1;
        }
    }
}
