using System.Text.RegularExpressions;

namespace Runtime;

/// <summary>
/// Steps with places for values: <c>top {1} by={2}</c>. A place <c>{#1}</c> takes a number or a text, no name; a form without places
/// stands for no values at all.
/// </summary>
public static partial class StepForm
{
    /// <summary>The form with the values in their places; null when it has not a place for each, or one does not fit.</summary>
    public static string? Fill(string form, IReadOnlyList<(string Text, bool IsLiteral)> values)
    {
        var places = Places.Matches(form);
        if (places.Select(At).Distinct().Count() != values.Count) return null;
        if (places.Any(p => At(p) >= values.Count || p.Value[1] == '#' && !values[At(p)].IsLiteral)) return null;
        return Places.Replace(form, p => values[At(p)].Text);
    }

    /// <summary>The form with letters in its places, so that it can be read.</summary>
    public static string Shown(string form) => Places.Replace(form, p => $"{"xyz"[At(p)]}");

    static int At(Match place) => place.Groups[1].Value[0] - '1';

    [GeneratedRegex(@"\{#?([1-3])\}")]
    static partial Regex Places { get; }
}
