using System.Numerics.Tensors;

namespace Runtime.Numerics.Mixtures;

/// <summary>
/// Expectation–maximisation on a tile of rows that stays in the nearest caches: column-major, so that neighbouring rows
/// fill a vector. Rows beyond the last are padded and weigh nothing.
/// </summary>
/// <remarks>
/// Both steps are small matrix products. About an origin, |L⁻¹(x − m)|² is |L⁻¹x − t|² with t = L⁻¹m; and Σ r x, Σ r x xᵀ are the
/// responsibilities times the monomials of x, which all components share.
/// </remarks>
sealed unsafe class EmTile
{
    /// <summary>Rows in a tile; a multiple of twice the eight lanes and of four vectors of any width there is.</summary>
    public const int Rows = 128;

    readonly int components, dimension, stride;
    readonly AlignedNumbers monomials, rotated, membership, weights, sums;

    public EmTile(int components, int dimension)
    {
        (this.components, this.dimension) = (components, dimension);
        stride = EmKernels.Padded(dimension * (dimension + 3) / 2);
        (monomials, rotated) = (new(stride * Rows, 0), new(dimension * Rows, 0));
        // One more than the components: a row of ones, whose products are those of all rows together.
        membership = new((components + 1) * Rows, 1);
        weights = new(components * Lanes.Count, 0);
        sums = new((components + 1) * stride * Lanes.Count, 0);
    }

    public bool Fits(int components, int dimension) => (this.components, this.dimension) == (components, dimension);

    /// <summary>Responsibilities after <see cref="Expect"/>: row r of component c stands at c·<see cref="Rows"/> + r.</summary>
    public ReadOnlySpan<double> Membership => membership.Span;

    /// <summary>E-step: fills <see cref="Membership"/> for at most <see cref="Rows"/> rows.</summary>
    /// <returns>The sum of their log densities.</returns>
    public double Expect(RowBlock rows, MixtureFactors factors)
    {
        var count = rows.Rows;
        ExpectFar(rows, factors);
        Place(rows, factors.Origin, factors.Rotation);
        for (var c = 0; c < components; c++)
        {
            var target = membership.Pointer + c * Rows;
            if (factors.Far[c] is null) Density(factors, c, factors.Offsets[c], target);
            // Padding: density 1 in the first component and 0 elsewhere adds ln 1 = 0.
            new Span<double>(target + count, Rows - count).Fill(c == 0 ? 0 : -1e300);
        }
        var sum = EmKernels.Normalise(membership.Pointer, components);
        for (var c = 0; c < components; c++) new Span<double>(membership.Pointer + c * Rows + count, Rows - count).Clear();
        return sum;
    }

    /// <summary>The densities of components that are far from the origin for their size, each about its own mean.</summary>
    void ExpectFar(RowBlock rows, MixtureFactors factors)
    {
        for (var c = 0; c < components; c++)
        {
            if (factors.Far[c] is not { } mean) continue;
            Place(rows, mean, factors.Rotation);
            Density(factors, c, new double[dimension], membership.Pointer + c * Rows);
        }
    }

    void Place(RowBlock rows, double[] origin, double[]? rotation)
    {
        Subtract(rows, origin);
        if (rotation is not null) EmKernels.Rotate(rotation, monomials.Pointer, dimension, rotated.Pointer);
    }

    /// <summary>The component that each row most likely belongs to after <see cref="Expect"/>, and how likely it does.</summary>
    public void Likeliest(Span<int> labels, Span<double> strength)
    {
        double* best = stackalloc double[Rows], most = stackalloc double[Rows];
        EmKernels.Likeliest(membership.Pointer, components, best, most);
        for (var row = 0; row < labels.Length; row++) labels[row] = (int)best[row];
        new ReadOnlySpan<double>(most, strength.Length).CopyTo(strength);
    }

    /// <summary>M-step after <see cref="Expect"/>: adds the tile's moments about the factors' origin to its sums.</summary>
    public void Accumulate(EmMoments moments)
    {
        if (moments == EmMoments.None) return;
        var count = EmKernels.Multiply(monomials.Pointer, dimension, moments);
        EmKernels.Weigh(membership.Pointer, components, weights.Pointer);
        AddProducts(0, components, moments == EmMoments.Pooled ? dimension : count);
        if (moments == EmMoments.Pooled) AddProducts(components, 1, count);
    }

    /// <summary>The same about a pivot of each component's own, for those far away for their size; k × d.</summary>
    public void Accumulate(RowBlock rows, double[][] pivots, EmMoments moments)
    {
        EmKernels.Weigh(membership.Pointer, components, weights.Pointer);
        for (var c = 0; c < components; c++)
        {
            Subtract(rows, pivots[c]);
            AddProducts(c, 1, EmKernels.Multiply(monomials.Pointer, dimension, moments));
        }
    }

    /// <summary>Moves the sums of the tiles so far to the statistics.</summary>
    public void Empty(EmMoments moments, EmStatistics into)
    {
        for (var c = 0; c < components; c++)
        {
            into.Weight[c] += EmKernels.Sum(weights.Pointer, c);
            for (var i = 0; i < dimension; i++) into.First[c * dimension + i] += EmKernels.Sum(sums.Pointer, c * stride + i);
            if (moments != EmMoments.Pooled) EmptySecond(c, moments, into.SecondOf(c));
        }
        if (moments == EmMoments.Pooled) EmptySecond(components, moments, into.Total);
        weights.Span.Clear();
        sums.Span.Clear();
    }

    void EmptySecond(int c, EmMoments moments, Span<double> second)
    {
        var at = c * stride + dimension;
        for (var i = 0; i < dimension; i++)
        {
            var last = moments == EmMoments.Diagonal ? i : dimension - 1;
            for (var j = i; j <= last; j++) second[i * dimension + j] += EmKernels.Sum(sums.Pointer, at++);
        }
    }

    void AddProducts(int first, int count, int terms)
    {
        var target = sums.Pointer + first * stride * Lanes.Count;
        EmKernels.AddProducts(membership.Pointer + first * Rows, count, monomials.Pointer, terms, target, stride);
    }

    /// <summary>The first monomials, those of degree 1: differences of the rows from an origin; padding gets 0.</summary>
    void Subtract(RowBlock rows, double[] origin)
    {
        for (var j = 0; j < dimension; j++)
        {
            var target = new Span<double>(monomials.Pointer + j * Rows, Rows);
            TensorPrimitives.Subtract(rows.Numbers(j), origin[j], target);
            target[rows.Rows..].Clear();
        }
    }

    /// <summary>ln w + ln N(x) of each row under one component.</summary>
    void Density(MixtureFactors factors, int c, double[] offset, double* target)
    {
        var (factor, constant) = (factors.Inverse[c], factors.Constants[c]);
        if (factors.Triangular) EmKernels.TriangularDensity(factor, offset, constant, monomials.Pointer, target);
        else EmKernels.AxisDensity(factor, offset, constant, (factors.Rotation is null ? monomials : rotated).Pointer, target);
    }
}
