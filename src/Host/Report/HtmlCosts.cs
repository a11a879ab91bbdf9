using System.Globalization;
using System.Text;

namespace Host.Report;

/// <summary>Time and memory of each step, with bars and their sum.</summary>
sealed class HtmlCosts(StringBuilder html, ReportPage page)
{
    public void Write()
    {
        var longest = page.Run.Steps.Select(s => s.Time.TotalSeconds).DefaultIfEmpty().Max();
        html.Append("<h2 id=\"costs\">What it cost</h2>\n"
            + "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Costs\"><table>\n"
            + "<caption>Time and memory</caption>\n<thead><tr><th scope=\"col\" class=\"number\">Step</th><th scope=\"col\">What</th>"
            + "<th scope=\"col\" class=\"number\">Time</th><th scope=\"col\">Share</th>"
            + "<th scope=\"col\" class=\"number\">Peak memory</th></tr></thead>\n<tbody>\n");
        foreach (var step in page.Run.Steps)
        {
            var width = longest > 0 ? 100 * step.Time.TotalSeconds / longest : 0;
            html.Append($"<tr><td class=\"number\">{step.Number}</td><td>"
                + $"<a href=\"#step-{step.Number}\"><code>{Html.Escape(step.Brief)}</code></a>"
                + (step.Kept ? " <small>kept by an earlier run</small></td>" : "</td>")
                + $"<td class=\"number\">{Spent.Of(step.Time)}</td><td class=\"bar\">"
                + string.Create(CultureInfo.InvariantCulture, $"<span style=\"width:{width:0.#}%\"></span></td>")
                + $"<td class=\"number\">{Quantities.Bytes(step.PeakMemory)}</td></tr>\n");
        }
        html.Append($"</tbody>\n<tfoot><tr><td></td><td>All</td><td class=\"number\">{Quantities.Seconds(page.Run.Time)}</td><td></td>"
            + $"<td class=\"number\">{Quantities.Bytes(page.Run.PeakMemory)}</td></tr></tfoot>\n</table></div>\n");
    }
}
