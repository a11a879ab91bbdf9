namespace Runtime.Numerics.Explanation;

/// <summary>What a column must be for a rule to hold: above <see cref="Above"/> and at most <see cref="Most"/>.</summary>
/// <param name="Above">−∞ when there is no such bound.</param>
/// <param name="Most">∞ when there is no such bound.</param>
public readonly record struct RuleCondition(int Column, double Above, double Most);

/// <summary>Conditions that tell a group from the rest, and how well.</summary>
/// <param name="Conditions">At most three; none when nothing does.</param>
/// <param name="Precision">The share of the rows that fulfil them which are in the group.</param>
/// <param name="Recall">The share of the group's rows which fulfil them.</param>
public sealed record GroupRule(RuleCondition[] Conditions, double Precision, double Recall)
{
    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}
