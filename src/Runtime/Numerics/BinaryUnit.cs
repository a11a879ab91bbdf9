namespace Runtime.Numerics;

/// <summary>A power of two in which lengths are measured where their squares would overflow or vanish.</summary>
/// <remarks>Measuring in it changes no digit. Lengths of a usual size are measured in one, so nothing happens to them.</remarks>
/// <param name="Exponent">0 for one.</param>
public readonly record struct BinaryUnit(long Exponent)
{
    const int Usual = 400;

    public static BinaryUnit One => default;

    /// <summary>The unit of a length above 0: 1 if that is of a usual size, else the power of two just below.</summary>
    public static BinaryUnit Of(double length) =>
        length > 0 && Math.Abs(Math.ILogB(length)) > Usual ? new(double.IsFinite(length) ? Math.ILogB(length) : 1024) : One;

    /// <summary>Of two units the larger; beside it, what needs the smaller one does not count.</summary>
    public static BinaryUnit Larger(BinaryUnit a, BinaryUnit b) => a.Exponent >= b.Exponent ? a : b;

    /// <summary>The length in this unit.</summary>
    public double Measure(double length) => Exponent == 0 ? length : Math.ScaleB(length, -(int)Exponent);

    /// <summary>The length that measures so much; infinite or zero when no double holds it.</summary>
    public double Length(double measure) => Exponent == 0 ? measure : Math.ScaleB(measure, (int)Exponent);

    /// <summary>The area that measures so much.</summary>
    public double Area(double measure) => Exponent == 0 ? measure : Math.ScaleB(measure, 2 * (int)Exponent);

    /// <summary>A square of this unit in squares of another.</summary>
    public double AreaIn(BinaryUnit other, double measure) =>
        Exponent == other.Exponent ? measure : Math.ScaleB(measure, 2 * (int)(Exponent - other.Exponent));

    /// <summary>Each number in this unit, in its place.</summary>
    public void Measure(Span<double> lengths)
    {
        if (Exponent == 0) return;
        // Twice half the way: the whole may be no double.
        var (half, rest) = (Math.ScaleB(1, -(int)(Exponent / 2)), Math.ScaleB(1, -(int)(Exponent - Exponent / 2)));
        foreach (ref var length in lengths) length = length * half * rest;
    }
}
