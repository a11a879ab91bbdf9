using System.Globalization;

namespace Runtime;

/// <summary>A rule for the values of an argument, with its sentence.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class RuleAttribute : Attribute
{
    public abstract bool Holds(double value);

    /// <summary>What must be, to follow "must be": <c>at least 2</c>.</summary>
    public abstract string Must { get; }

    /// <summary>Values that break the rule, for the law that tests it.</summary>
    public abstract IEnumerable<double> BadValues { get; }

    /// <summary>What there is to judge of an argument's value: the number, or both ends of an interval.</summary>
    static double[] NumbersIn(object value) => value switch
    {
        int number => [number],
        double number => [number],
        Interval interval => [interval.First, interval.Last],
        CountOrShare amount => [amount.Value],
        _ => [],
    };

    public bool HoldsFor(object value)
    {
        foreach (var number in NumbersIn(value))
            if (!Holds(number)) return false;
        return true;
    }

    protected static string Text(double value) => value.ToString("G", CultureInfo.InvariantCulture);
}

/// <summary>The value must be ≥ <paramref name="least"/>.</summary>
public sealed class AtLeastAttribute(double least) : RuleAttribute
{
    public override bool Holds(double value) => value >= least;

    public override string Must => $"at least {Text(least)}";

    public override IEnumerable<double> BadValues => [least - 1];
}

/// <summary>The value must be &gt; <paramref name="bound"/>.</summary>
public sealed class AboveAttribute(double bound) : RuleAttribute
{
    public override bool Holds(double value) => value > bound;

    public override string Must => $"above {Text(bound)}";

    public override IEnumerable<double> BadValues => [bound, bound - 1];
}

/// <summary>The value must be in [low, high].</summary>
public sealed class BetweenAttribute(double low, double high) : RuleAttribute
{
    public double High => high;

    public override bool Holds(double value) => value >= low && value <= high;

    public override string Must => $"from {Text(low)} to {Text(high)}";

    public override IEnumerable<double> BadValues => [low - 1, high + 1];
}

/// <summary>The column must hold numbers.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumericAttribute : Attribute
{
    /// <summary>Dates will do, too: they have an order and distances.</summary>
    public bool OrDates { get; init; }

    /// <summary>So will texts of dates or months (2024-01), which shows in their rows.</summary>
    public bool OrPeriods { get; init; }
}
