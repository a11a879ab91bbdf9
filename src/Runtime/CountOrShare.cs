using Runtime.Expressions;

namespace Runtime;

/// <summary>How many of something: a whole number of them, or a share of all (<c>10%</c>).</summary>
public readonly record struct CountOrShare(double Value, bool IsShare)
{
    /// <summary>How many of <paramref name="all"/> that are; a share is rounded and never comes to none.</summary>
    public int Of(int all) => IsShare ? Math.Clamp((int)Math.Round(Value * all), Math.Min(1, all), all) : (int)Math.Min(Value, all);

    public static implicit operator CountOrShare(int count) => new(count, IsShare: false);

    /// <summary>As it stands in a step: a percentage, unless its digits would not say the same share.</summary>
    public override string ToString()
    {
        var percent = Math.Round(100 * Value, 10);
        return IsShare && percent / 100 == Value ? $"{Notation.Number(percent)}%" : Notation.Number(Value);
    }
}
