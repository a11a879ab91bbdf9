namespace Runtime.Numerics;

/// <summary>Sine and cosine of angles in half turns (units of π), with the same bits on any machine.</summary>
/// <remarks>Sun Microsystems 1993, fdlibm, k_sin.c and k_cos.c, for angles of at most an eighth of a turn.</remarks>
public static class HalfTurns
{
    /// <summary>(sin πx, cos πx) for |x| below 2³⁰, within 2 ulp.</summary>
    public static (double Sin, double Cos) SinCos(double x)
    {
        var quarters = (int)Math.Round(2 * x);
        var angle = (x - 0.5 * quarters) * Math.PI;
        var (sin, cos) = (Sin(angle), Cos(angle));
        return (quarters & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    static double Sin(double x)
    {
        var z = x * x;
        var rest = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * (2.75573137070700676789e-06
            + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
        return x + z * x * (-1.66666666666666324348e-01 + z * rest);
    }

    static double Cos(double x)
    {
        var z = x * x;
        var rest = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * (2.48015872894767294178e-05
            + z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
        return 1 - (0.5 * z - z * rest);
    }
}
