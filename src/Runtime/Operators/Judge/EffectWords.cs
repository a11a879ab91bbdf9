using Runtime.Numerics.Explanation;

namespace Runtime.Operators.Judge;

/// <summary>What sets a group apart, in words.</summary>
static class EffectWords
{
    /// <summary>Half a standard deviation, or three pairs of four: less is not worth a word.</summary>
    const double WorthAWord = 0.5;

    /// <summary>Half a standard deviation between normal groups is this dominance.</summary>
    const double WorthAPair = 0.276;

    /// <summary>"high `energy` (+1.8 sd)"; where tails are heavy "high `speechiness` (above the rest in 84.0 % of pairs)".</summary>
    public static IEnumerable<string> Of(GroupEffects effects, int group, IReadOnlyList<string> columns, int most) =>
        Telling(effects, group).Take(most).Select(j => $"{HighLow(effects, group, j)} `{columns[j]}` ({How(effects, group, j)})");

    /// <summary>The columns that set a group apart, the first one most.</summary>
    public static IEnumerable<int> Telling(GroupEffects effects, int group) => Enumerable.Range(0, effects.HeavyTails.Length)
        .Where(j => effects.HeavyTails[j] ? Math.Abs(effects.Dominance[group][j]) >= WorthAPair
            : Math.Abs(effects.Effects[group][j]) >= WorthAWord)
        .OrderByDescending(j => Math.Abs(effects.Dominance[group][j])).ThenBy(j => j);

    public static string HighLow(GroupEffects effects, int group, int column) => effects.Dominance[group][column] > 0 ? "high" : "low";

    static string How(GroupEffects effects, int group, int column)
    {
        if (!effects.HeavyTails[column]) return $"{Wording.Signed(effects.Effects[group][column])} sd";
        var pairs = (1 + Math.Abs(effects.Dominance[group][column])) / 2;
        return $"{(effects.Dominance[group][column] > 0 ? "above" : "below")} the rest in {Wording.Share(pairs)} of pairs";
    }
}
