namespace Runtime.Numerics.Density;

/// <summary>
/// The dendrogram seen from above with splits ignored that leave less than two clusters: clusters that are born, lose points
/// and split or vanish. Equal edges are cut together. λ = 1 / distance. Cluster 0 is the root; a child's number is above its parent's.
/// </summary>
/// <remarks>
/// Campello, Moulavi &amp; Sander 2013, §3. Rows that are equal and whose core distance is 0 leave at λ = ∞: they never part.
/// </remarks>
sealed class CondensedTree
{
    const int Root = 0;

    /// <summary>Instead of the cluster of a merge that is part of the one above it.</summary>
    const int Within = -1;

    readonly List<int> parents = [];
    readonly List<double> births = [];
    readonly List<double> deaths = [];
    readonly List<double> stabilities = [];
    readonly int minCluster;

    [Recomputed]
    readonly Dendrogram linkage;

    [Recomputed]
    readonly double[] cores;

    [Recomputed]
    readonly Stack<int> open = new();

    [Recomputed]
    readonly List<Part> parts = [];

    /// <param name="cores">Core distances of the points.</param>
    /// <param name="minCluster">Rows that make a cluster.</param>
    public CondensedTree(Dendrogram linkage, double[] cores, int minCluster)
    {
        (this.linkage, this.cores, this.minCluster) = (linkage, cores, minCluster);
        ClusterOfPoint = new int[linkage.Points];
        LambdaOfPoint = new double[linkage.Points];
        Add(-1, 0);
        Condense();
    }

    public int Clusters => parents.Count;

    /// <summary>The last cluster that each point was in.</summary>
    public int[] ClusterOfPoint { get; }

    /// <summary>The λ at which each point left it.</summary>
    public double[] LambdaOfPoint { get; }

    /// <summary>The largest λ at which anything left any cluster.</summary>
    public double MaxLambda { get; private set; }

    public int Parent(int cluster) => parents[cluster];

    /// <summary>The λ at which the cluster split off; 0 for the root.</summary>
    public double Birth(int cluster) => births[cluster];

    /// <summary>The largest λ at which points or children left the cluster.</summary>
    public double Death(int cluster) => deaths[cluster];

    /// <summary>Σ over rows of (λ at which the row left − λ of birth): the excess of mass.</summary>
    public double Stability(int cluster) => stabilities[cluster];

    /// <summary>λ of a distance; ∞ at 0.</summary>
    public static double Lambda(double distance) => distance > 0 ? 1 / distance : double.PositiveInfinity;

    /// <summary>Goes through the merges from the root down; a merge knows its cluster, and whether it fell out of it before.</summary>
    void Condense()
    {
        var owners = new Owner[linkage.Merges];
        if (linkage.Merges == 0) Stay(0, Root, owners);
        var first = linkage.Merges;
        for (var merge = linkage.Merges - 1; merge >= 0; merge--)
        {
            var (distance, (own, fallen)) = (linkage.Distance(merge), owners[merge]);
            while (first > 0 && (first > merge || linkage.Distance(first - 1) == distance)) first--;
            if (own == Within) continue;
            if (fallen > 0)
            {
                Drop(linkage.Left(merge), own, fallen, owners);
                Drop(linkage.Right(merge), own, fallen, owners);
                continue;
            }
            Cut(merge, first, own, owners);
        }
    }

    /// <summary>Cuts a merge, and with it those below it at the same distance.</summary>
    /// <param name="first">Of the merges at this distance, which follow each other.</param>
    void Cut(int merge, int first, int own, Owner[] owners)
    {
        var (left, right, distance) = (linkage.Left(merge), linkage.Right(merge), linkage.Distance(merge));
        if (IsBelow(left, first) && IsBelow(right, first))
        {
            var (one, other) = (PartAt(left, distance), PartAt(right, distance));
            Divide(one, one.IsLarge && other.IsLarge, own, distance, owners);
            Divide(other, one.IsLarge && other.IsLarge, own, distance, owners);
            return;
        }
        Gather(merge, first, owners);
        var splits = parts.Count(part => part.IsLarge) > 1;
        foreach (var part in parts) Divide(part, splits, own, distance, owners);
    }

    bool IsBelow(int node, int first) => node - linkage.Points < first;

    /// <summary>What a cut at a merge's distance leaves of it: more than two nodes where several merged at that distance.</summary>
    void Gather(int merge, int first, Owner[] owners)
    {
        parts.Clear();
        open.Push(merge);
        while (open.TryPop(out var at))
        {
            foreach (var node in (ReadOnlySpan<int>)[linkage.Left(at), linkage.Right(at)])
            {
                if (IsBelow(node, first))
                {
                    parts.Add(PartAt(node, linkage.Distance(merge)));
                    continue;
                }
                owners[node - linkage.Points] = new(Within, 0);
                open.Push(node - linkage.Points);
            }
        }
    }

    /// <summary>Large is a cluster's worth of rows; equal rows that are no nearer to each other than to the rest are not.</summary>
    Part PartAt(int node, double distance)
    {
        var size = linkage.Size(node);
        return new(node, size, size >= minCluster && (node >= linkage.Points || !EqualLengths.Reaches(cores[node], distance)));
    }

    void Divide(Part part, bool splits, int own, double distance, Owner[] owners)
    {
        if (part.IsLarge && !splits)
        {
            Stay(part.Node, own, owners);
            return;
        }
        var lambda = Lambda(distance);
        Leave(own, part.Size, lambda);
        if (part.IsLarge) Stay(part.Node, Add(own, lambda), owners);
        else Drop(part.Node, own, lambda, owners);
    }

    int Add(int parent, double birth)
    {
        parents.Add(parent);
        births.Add(birth);
        deaths.Add(0);
        stabilities.Add(0);
        return parents.Count - 1;
    }

    void Leave(int own, int size, double lambda)
    {
        if (lambda > births[own]) stabilities[own] += (lambda - births[own]) * size;
        deaths[own] = Math.Max(deaths[own], lambda);
        MaxLambda = Math.Max(MaxLambda, lambda);
    }

    /// <summary>The node goes on as the cluster; equal rows, which are one node, until their core distance.</summary>
    void Stay(int node, int own, Owner[] owners)
    {
        if (node >= linkage.Points)
        {
            owners[node - linkage.Points] = new(own, 0);
            return;
        }
        var lambda = Lambda(cores[node]);
        Leave(own, linkage.Size(node), lambda);
        (ClusterOfPoint[node], LambdaOfPoint[node]) = (own, lambda);
    }

    void Drop(int node, int own, double lambda, Owner[] owners)
    {
        if (node < linkage.Points) (ClusterOfPoint[node], LambdaOfPoint[node]) = (own, lambda);
        else owners[node - linkage.Points] = new(own, lambda);
    }

    /// <summary>The cluster of a merge, and the λ at which it fell out of it; 0 while it is one.</summary>
    readonly record struct Owner(int Cluster, double Fallen);

    readonly record struct Part(int Node, int Size, bool IsLarge);
}
