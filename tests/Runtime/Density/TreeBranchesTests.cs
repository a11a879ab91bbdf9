using CsCheck;
using Runtime.Numerics.Density;
using Tests.Fixtures;

namespace Tests.Runtime.Density;

public sealed class TreeBranchesTests
{
    static readonly Gen<(double[][] Rows, int Most, int Steps)> Drawn =
        from dimensions in Gen.Int[1, 3]
        from coarse in Gen.Bool
        from rows in (coarse ? Gen.Int[0, 5].Select(x => (double)x) : Gen.Double[-1, 1]).Array[dimensions].Array[2, 150]
        from most in Gen.Int[1, 30]
        from steps in Gen.Int[1, 60]
        select (rows, most, steps);

    /// <summary>What is drawn is what clusters were chosen by.</summary>
    [Theory, MemberData(nameof(Small.All), MemberType = typeof(Small))]
    public void The_area_of_a_branch_is_the_stability_of_its_cluster(string name)
    {
        var tree = DensityTree.Of(Small.Read(name).Points(), 5, Work.Alone);
        var found = tree.Extract(new Extraction(8), Work.Alone);
        var branches = tree.Branches(found.Flat, 1_000_000, 1_000_000, Work.Alone);
        var greatest = branches.SelectMany(b => b.Lambdas).Max();
        // Equal rows never part: no area is finite then.
        if (double.IsInfinity(greatest)) return;
        for (var c = 0; c < found.Clusters; c++)
        {
            var head = branches.First(b => b.Cluster == c);
            var area = head.Lambdas.Select((lambda, i) => (lambda - head.Birth) * (head.Rows[i] - head.Rows[i + 1])).Sum();
            Assert.Equal(found.Flat.Persistence[c], area / (found.Sizes[c] * greatest), 1e-9);
        }
    }

    [Fact]
    public void Branches_lie_within_what_they_split_off_from() => Drawn.Sample(drawn =>
    {
        var (branches, _) = Branches(drawn, 1);
        Assert.Equal((-1, 0.0, (long)drawn.Rows.Length), (branches[0].Parent, branches[0].Birth, branches[0].Rows[0]));
        Assert.All(branches, b => Assert.Equal(b.Rows.OrderDescending(), b.Rows));
        Assert.All(branches, b => Assert.Equal(b.Lambdas.Order().Distinct(), b.Lambdas));
        Assert.All(branches, b => Assert.Equal((b.Lambdas.Length + 1, 0), (b.Rows.Length, b.Rows[^1])));
        foreach (var parts in branches.Skip(1).GroupBy(b => b.Parent))
        {
            var whole = branches[parts.Key];
            Assert.All(parts, part => Assert.Equal(whole.Lambdas[^1], part.Birth));
            Assert.InRange(parts.Sum(part => part.Rows[0]), 1, whole.Rows[^2]);
        }
    }, iter: 200);

    [Fact]
    public void There_are_as_many_as_can_be_drawn_whatever_the_tree() => Drawn.Sample(drawn =>
    {
        var (branches, found) = Branches(drawn, 1);
        Assert.InRange(branches.Length, 1, 6 * drawn.Most + 1);
        Assert.All(branches, b => Assert.InRange(b.Lambdas.Length, 1, Math.Max(24, drawn.Steps) + 1));
        var seen = branches.Select(b => b.Cluster).Where(c => c >= 0).ToHashSet();
        Assert.Superset(Enumerable.Range(0, Math.Min(drawn.Most, found.Clusters)).ToHashSet(), seen);
    }, iter: 200);

    [Fact]
    public void Threads_give_the_same_bits() => Drawn.Sample(drawn =>
    {
        var one = Branches(drawn, 1).Branches;
        var three = Branches(drawn, 3).Branches;
        Assert.Equal(one.Select(b => (b.Parent, b.Cluster, b.Birth)), three.Select(b => (b.Parent, b.Cluster, b.Birth)));
        Assert.Equal(one.SelectMany(b => b.Lambdas), three.SelectMany(b => b.Lambdas));
        Assert.Equal(one.SelectMany(b => b.Rows), three.SelectMany(b => b.Rows));
    }, iter: 60);

    static (TreeBranch[] Branches, DensityClustering Found) Branches((double[][] Rows, int Most, int Steps) drawn, int threads)
    {
        var work = new Work(threads);
        var tree = DensityTree.Of(Matrix.OfRows(drawn.Rows), 3, work);
        var found = tree.Extract(new Extraction(4), work);
        return (tree.Branches(found.Flat, drawn.Most, drawn.Steps, work), found);
    }
}
