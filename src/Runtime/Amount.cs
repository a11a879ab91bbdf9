using System.Globalization;

namespace Runtime;

/// <summary>How many of something: a whole number of them, or a share of all (<c>10%</c>).</summary>
public readonly record struct Amount(double Value, bool IsShare)
{
    /// <summary>How many of <paramref name="all"/> that are; a share is rounded and never comes to none.</summary>
    public int Of(int all) => IsShare ? Math.Clamp((int)Math.Round(Value * all), Math.Min(1, all), all) : (int)Math.Min(Value, all);

    public static implicit operator Amount(int count) => new(count, IsShare: false);

    public override string ToString() => IsShare ? $"{(100 * Value).ToString(CultureInfo.InvariantCulture)}%" : Value.ToString(CultureInfo.InvariantCulture);
}
