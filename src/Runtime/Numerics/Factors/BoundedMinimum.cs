namespace Runtime.Numerics.Factors;

/// <summary>A minimum of a smooth function of a few variables that each have the same bounds.</summary>
/// <remarks>
/// Quasi-Newton steps (BFGS; Nocedal &amp; Wright 2006, ch. 6) in the variables that are not held by a bound, projected onto the bounds
/// (Bertsekas 1982, SIAM J. Control Optim. 20).
/// </remarks>
sealed class BoundedMinimum(Func<double[], (double Value, double[] Gradient)> function, double low, double high)
{
    const int MostSteps = 2_000;
    const double Flat = 1e-9;

    double[] x = [];
    double[] gradient = [];
    double[][] inverse = [];
    double value;

    public (double[] At, double Value) From(double[] start)
    {
        x = Array.ConvertAll(start, v => Math.Clamp(v, low, high));
        (value, gradient) = function(x);
        Reset();
        var fresh = true;
        for (var step = 0; step < MostSteps && Steepness() > Flat; step++)
        {
            if (Step()) fresh = false;
            else if (fresh) break;
            else
            {
                Reset();
                fresh = true;
            }
        }
        return (x, value);
    }

    bool IsHeld(int i) => x[i] <= low && gradient[i] > 0 || x[i] >= high && gradient[i] < 0;

    /// <summary>The largest slope along which it can still go down.</summary>
    double Steepness() => Enumerable.Range(0, x.Length).Where(i => !IsHeld(i)).Select(i => Math.Abs(gradient[i])).DefaultIfEmpty(0).Max();

    void Reset() => inverse = [.. x.Select((_, i) => x.Select((_, j) => i == j ? 1.0 : 0).ToArray())];

    bool Step()
    {
        int[] free = [.. Enumerable.Range(0, x.Length).Where(i => !IsHeld(i))];
        var direction = new double[x.Length];
        var slope = 0.0;
        foreach (var i in free)
        {
            foreach (var j in free) direction[i] -= inverse[i][j] * gradient[j];
            slope += direction[i] * gradient[i];
        }
        if (slope >= 0) return false;
        // A first step that leaves the box tells nothing; none is longer than the box is wide.
        var longest = direction.Max(Math.Abs);
        for (var length = Math.Min(1, (high - low) / longest); length * longest > 1e-16; length /= 2)
        {
            var next = x.Select((v, i) => Math.Clamp(v + length * direction[i], low, high)).ToArray();
            var (there, slopes) = function(next);
            var expected = 0.0;
            for (var i = 0; i < x.Length; i++) expected += gradient[i] * (next[i] - x[i]);
            if (!(there <= value + 1e-4 * expected) || expected >= 0) continue;
            Learn([.. next.Zip(x, (a, b) => a - b)], [.. slopes.Zip(gradient, (a, b) => a - b)]);
            var progress = value - there;
            (x, value, gradient) = (next, there, slopes);
            return progress > 0;
        }
        return false;
    }

    void Learn(double[] moved, double[] bent)
    {
        var (d, curvature) = (moved.Length, ShortVectors.Product(moved, bent));
        if (curvature <= 1e-14 * Math.Sqrt(ShortVectors.Product(moved, moved) * ShortVectors.Product(bent, bent))) return;
        double[] turned = [.. inverse.Select(row => ShortVectors.Product(row, bent))];
        var scale = (1 + ShortVectors.Product(bent, turned) / curvature) / curvature;
        for (var i = 0; i < d; i++)
            for (var j = 0; j < d; j++)
                inverse[i][j] += scale * moved[i] * moved[j] - (turned[i] * moved[j] + moved[i] * turned[j]) / curvature;
    }
}
