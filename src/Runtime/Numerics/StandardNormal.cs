namespace Runtime.Numerics;

/// <summary>The normal distribution with mean 0 and standard deviation 1.</summary>
/// <remarks>
/// Hart 1968, Computer Approximations, as given by West 2005, Wilmott Magazine, "Better approximations to cumulative normal
/// functions": off by at most 1e-15; Wichura 1988, Applied Statistics 37, AS 241: 16 digits.
/// </remarks>
public static class StandardNormal
{
    static readonly double[] Numerator =
    [
        3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383,
        112.079291497871, 221.213596169931, 220.206867912376,
    ];

    static readonly double[] Denominator =
    [
        8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461,
        296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752,
    ];

    static readonly double[] Middle =
    [
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
        1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.387132872796366608,
    ];

    static readonly double[] MiddleUnder =
    [
        5.226495278852854561e3, 2.8729085735721942674e4, 3.930789580009271061e4, 2.1213794301586595867e4,
        5.3941960214247511077e3, 6.871870074920579083e2, 4.2313330701600911252e1, 1,
    ];

    static readonly double[] Side =
    [
        7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.4178072517745061177e-1, 1.27045825245236838258,
        3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
    ];

    static readonly double[] SideUnder =
    [
        1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 1.4810397642748007459e-1,
        6.8976733498510000455e-1, 1.6763848301838038494, 2.05319162663775882187, 1,
    ];

    static readonly double[] Far =
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3, 2.6532189526576123093e-2,
        2.9656057182850489123e-1, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
    ];

    static readonly double[] FarUnder =
    [
        2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
        1.48753612908506148525e-2, 1.3692988092273580531e-1, 5.9983220655588793769e-1, 1,
    ];

    /// <summary>How likely a value is at most x.</summary>
    public static double Cumulative(double x)
    {
        var distance = Math.Abs(x);
        var beyond = distance > 37 ? 0 : Exponential.Of(-distance * distance / 2) * Tail(distance);
        return x > 0 ? 1 - beyond : beyond;
    }

    /// <summary>The x that a value is at most with this probability, which lies between 0 and 1.</summary>
    public static double Quantile(double probability)
    {
        var distance = probability - 0.5;
        if (Math.Abs(distance) <= 0.425)
        {
            var r = 0.180625 - distance * distance;
            return distance * Horner(Middle, r) / Horner(MiddleUnder, r);
        }
        var root = Math.Sqrt(-Logarithm.Of(distance < 0 ? probability : 1 - probability));
        var far = root <= 5 ? Horner(Side, root - 1.6) / Horner(SideUnder, root - 1.6) : Horner(Far, root - 5) / Horner(FarUnder, root - 5);
        return distance < 0 ? -far : far;
    }

    /// <summary>The tail beyond x over e^(−x²/2).</summary>
    static double Tail(double x)
    {
        if (x < 7.07106781186547) return Horner(Numerator, x) / Horner(Denominator, x);
        return 1 / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631;
    }

    static double Horner(double[] coefficients, double x)
    {
        var value = 0.0;
        foreach (var coefficient in coefficients) value = value * x + coefficient;
        return value;
    }
}
