using System.Globalization;
using System.Text;

namespace Host.Report;

/// <summary>The bars of a cell as a drawing in the line, in the colour of the text.</summary>
static class HtmlBars
{
    const int Height = 18, Width = 5;

    public static string Of(SmallBars bars)
    {
        var most = Math.Max(1, bars.Most);
        var drawn = new StringBuilder();
        for (var bin = 0; bin < bars.Counts.Count; bin++)
        {
            // What is there is seen.
            var height = bars.Counts[bin] == 0 ? 0 : Math.Max(1, (double)Height * bars.Counts[bin] / most);
            drawn.Append(CultureInfo.InvariantCulture,
                $"<rect x=\"{bin * Width}\" y=\"{Height - height:0.##}\" width=\"{Width - 1}\" height=\"{height:0.##}\"/>");
        }
        var words = $"Counts of {Wording.Plural(bars.Counts.Count, "equal bin")}: {bars}";
        return string.Create(CultureInfo.InvariantCulture, $"<svg class=\"bars\" role=\"img\" width=\"{bars.Counts.Count * Width}\" "
            + $"height=\"{Height}\"><title>{Html.Escape(words)}</title>{drawn}</svg>");
    }
}
