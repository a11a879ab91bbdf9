using Dsl;
using Dsl.Diagnostics;
using Dsl.Editing;

namespace Fuzz;

/// <summary>
/// Scripts of steps that were changed here and there: they are read, bound, checked and formatted, whatever they are. A form is the form of
/// itself, and means the same; fixes can be made.
/// </summary>
sealed class ScriptTarget() : Target("script")
{
    const string Start = "load sample:spotify rows=40\nfeatures danceability energy valence\n";

    static readonly string[] Steps =
    [
        "load sample:moons rows=9 as m", "features numbers except=year", "use m", "param k = 3", "## Prose with {k}",
        .. Catalog.Operators.Where(o => o.Name != "csharp").SelectMany(o => o.Examples.SelectMany(e => e.After.Split('|').Append(e.Script)))
            .Select(s => s.Trim()).Where(s => s.Length > 0).Distinct(),
    ];

    static readonly string[] Parts =
    [
        .. Steps.SelectMany(s => s.Split(' ')).Distinct(), "|", "||", "(", ")", "=", "==", ",", "..", "1..3", "20%", "-", "- ", "*", "**", "/", "^", "\"",
        "`", "```", "```a```", "#", "##", "# ok: unused", "\n", "\r\n", "\n  ", "\t", " ", "$k", "$", "as", "as x", "and", "or", "not", "if", "then", "else",
        "in", "between", "is", "missing", "by", "true", "1e9", "1e999", "2147483648", "0x1", "_", "é", "日", "\ufeff", "\0", "\u2028", "'", "“", "{", "}", "[",
        "]", ";", "!", "&", "\\", "~", ":", "@", "?", "<", ">", "!=", "mean(x) by g", "sample:", "..a", "a..", "*a*", "\ud800",
    ];

    public override string Try(Dice dice, string folder)
    {
        var steps = string.Join(dice.One(["\n", "\n", " | "]), Enumerable.Range(0, 1 + dice.Few(8)).Select(_ => dice.One(Steps)));
        var text = dice.Next(20) switch { 0 => dice.Text(Parts, 60), < 6 => Start + steps, _ => dice.Changed(Start + steps, Parts) };
        var source = new SourceText("s.pipe", text);
        try
        {
            var plan = Language.Check(source, new LanguageOptions { ScriptFolder = folder });
            Sound.Hold(plan);
            var formatted = Formatter.Format(source, out var mistakes);
            if (mistakes.Count > 0) return "unreadable";
            var again = new SourceText("s.pipe", formatted);
            Demand(Formatter.Format(again, out _) == formatted, "The form has another form.");
            var same = Language.Check(again, new LanguageOptions { ScriptFolder = folder });
            Demand(same.Steps.Select(s => s.Operator?.Text).SequenceEqual(plan.Steps.Select(s => s.Operator?.Text)), "The form means something else.");
            return plan.HasErrors ? "wrong" : "sound";
        }
        catch
        {
            File.WriteAllText(Path.Combine(folder, "s.pipe"), text);
            throw;
        }
    }
}
