using Runtime.Storage;

namespace Host.Receipts;

/// <summary>Why a step whose results are kept is not what it was: the very argument, its own or of a step that it depends on.</summary>
static class Reasons
{
    const int LongValue = 60;

    public const string NothingKnown = "no earlier run of this script is known", AnotherBuild = "it is another build of `pipe`";

    public static IReadOnlyList<string> Gone { get; } = ["nothing has changed: it was too quick to be kept, or has gone since"];

    /// <param name="run">What the step is in.</param>
    /// <param name="earlier">The run before that; null when nothing is known of one.</param>
    public static IReadOnlyList<string> Of(StepReceipt step, Receipt run, Receipt? earlier)
    {
        if (earlier is null) return [NothingKnown];
        if (Match(step, run.Steps, earlier.Steps) is not { } was) return ["the step is new"];
        var own = Changed(Own(was), Own(step)).ToList();
        if (was.Key is not null && step.Key is not null && Content(was).SequenceEqual(Content(step)))
            return own.Count > 0 ? own : Gone;
        own.AddRange(Above(step, was, run, earlier));
        return own.Count > 0 ? own : [.. Changed(Content(was), Content(step))];
    }

    static IEnumerable<KeyPart> Own(StepReceipt step) => (step.Key ?? step.Arguments).Where(p => !IsOfData(p));

    static IEnumerable<KeyPart> Content(StepReceipt step) => (step.Key ?? []).Where(IsOfData);

    static bool IsOfData(KeyPart part) => part.IsContent || part.Name == KeyPart.Rows;

    /// <summary>The step of the earlier run that is this one: of the operator, and of what it makes before of its place.</summary>
    public static StepReceipt? Match(StepReceipt step, IReadOnlyList<StepReceipt> run, IReadOnlyList<StepReceipt> earlier)
    {
        StepReceipt[] alike = [.. earlier.Where(s => s.Operator == step.Operator)];
        StepReceipt[] here = [.. run.Where(s => s.Operator == step.Operator)];
        var place = Array.FindIndex(here, s => s.Number == step.Number);
        StepReceipt[] same = [.. alike.Where(s => s.Text == step.Text)];
        var twins = here.Take(place).Count(s => s.Text == step.Text);
        return same.ElementAtOrDefault(twins)
            ?? Array.Find(alike, s => s.Makes.Length > 0 && s.Makes.SequenceEqual(step.Makes))
            ?? alike.Where(s => here.All(h => h.Text != s.Text)).ElementAtOrDefault(
                here.Take(place).Count(h => alike.All(s => s.Text != h.Text)));
    }

    static IEnumerable<string> Above(StepReceipt step, StepReceipt was, Receipt run, Receipt earlier)
    {
        var (now, then) = (step.Above(run.Steps), was.Above(earlier.Steps));
        var matched = new HashSet<int>();
        foreach (var above in now)
        {
            if (Match(above, now, then) is not { } before)
            {
                yield return $"step {above.Number} `{above.Text}` is new";
                continue;
            }
            matched.Add(before.Number);
            foreach (var change in Changed(before.Arguments, above.Arguments))
                yield return $"step {above.Number} `{above.Operator}`: {change}";
        }
        foreach (var gone in then.Where(s => !matched.Contains(s.Number))) yield return $"`{gone.Text}` is gone";
    }

    static IEnumerable<string> Changed(IEnumerable<KeyPart> before, IEnumerable<KeyPart> after)
    {
        var (was, now) = (ByName(before), ByName(after));
        foreach (var name in was.Keys.Union(now.Keys))
            if (was.GetValueOrDefault(name) != now.GetValueOrDefault(name))
                yield return Said(name, was.GetValueOrDefault(name), now.GetValueOrDefault(name));
    }

    static Dictionary<string, string> ByName(IEnumerable<KeyPart> parts) =>
        parts.GroupBy(p => p.Name).ToDictionary(g => g.Key, g => string.Join(' ', g.Select(p => p.Value)));

    static string Said(string name, string? old, string? value) =>
        name == KeyPart.Program ? AnotherBuild
        : name == KeyPart.Rows || name.Contains(' ') || old is null || value is null ? $"{name} is another"
        : old.Length > LongValue || value.Length > LongValue || old.Contains('\n') || value.Contains('\n') ? $"`{name}` has changed"
        : $"`{name}` {Word(old)} → {Word(value)}";

    static string Word(string value) => value.Length == 0 ? "none" : value;
}
