namespace Runtime.Numerics.Embedding;

/// <summary>How near two points of a picture count as by their distance there: 1 / (1 + a d²ᵇ).</summary>
/// <remarks>McInnes, Healy &amp; Melville 2018, arXiv:1802.03426, definition 11.</remarks>
public readonly record struct NearnessCurve(double A, double B)
{
    const int Knots = 300, MostSteps = 200;
    const double Reach = 3, Settled = 1e-12;

    /// <summary>
    /// The curve nearest, by least squares at 300 distances from 0 to 3, to one that is 1 up to a distance and falls as e⁻ᵈ from there;
    /// as in umap-learn with <c>spread=1</c>. Levenberg and Marquardt's method, to 12 digits.
    /// </summary>
    /// <param name="minDist">0 to 1.</param>
    public static NearnessCurve Of(double minDist)
    {
        var (curve, damping) = (new NearnessCurve(1, 1), 1e-3);
        var error = curve.Fit(minDist).Error;
        for (var step = 0; step < MostSteps && damping < 1e12; step++)
        {
            var (_, aa, ab, bb, a, b) = curve.Fit(minDist);
            var (steepA, steepB) = (aa * (1 + damping), bb * (1 + damping));
            var size = steepA * steepB - ab * ab;
            var (moveA, moveB) = ((steepB * a - ab * b) / size, (steepA * b - ab * a) / size);
            var next = new NearnessCurve(curve.A + moveA, curve.B + moveB);
            var left = next.A > 0 && next.B > 0 ? next.Fit(minDist).Error : double.PositiveInfinity;
            if (!(left <= error))
            {
                damping *= 10;
                continue;
            }
            (curve, error, damping) = (next, left, damping / 10);
            if (Math.Abs(moveA) < Settled * curve.A && Math.Abs(moveB) < Settled * curve.B) break;
        }
        return curve;
    }

    /// <summary>The squared error, and of the derivatives by a and b their products with each other and with what is missing.</summary>
    (double Error, double AA, double AB, double BB, double A, double B) Fit(double minDist)
    {
        double error = 0, aa = 0, ab = 0, bb = 0, a = 0, b = 0;
        for (var i = 0; i < Knots; i++)
        {
            var x = Reach * i / (Knots - 1);
            var wanted = x < minDist ? 1 : Exponential.Of(minDist - x);
            if (i == 0)
            {
                error += (wanted - 1) * (wanted - 1);
                continue;
            }
            var log = Logarithm.Of(x);
            var power = Exponential.Of(2 * B * log);
            var height = 1 / (1 + A * power);
            var (byA, byB, missing) = (-power * height * height, -2 * A * power * log * height * height, wanted - height);
            error += missing * missing;
            (aa, ab, bb) = (aa + byA * byA, ab + byA * byB, bb + byB * byB);
            (a, b) = (a + byA * missing, b + byB * missing);
        }
        return (error, aa, ab, bb, a, b);
    }
}
