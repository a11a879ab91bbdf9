using System.Diagnostics;
using System.Globalization;
using Fuzz;

// dotnet run -c Release --project tests/Fuzz -- TARGET [SEED] [COUNT | SECONDSs]
//
// TARGET is one of those below, or `all`. The same seed tries the same cases, one after the other; a find is said with the seed and number
// of its case, and `TARGET SEED@NUMBER` tries that one again. What a case has made stays in the folder that is said.
Target[] targets =
[
    new CsvTarget(), new ScriptTarget(), new ExpressionTarget(), new ProseTarget(), new FolderTarget(), new KillTarget(), new WritersTarget(),
    new CacheTarget(),
];
var chosen = args is ["all", ..] ? targets : [.. targets.Where(t => args.Contains(t.Name))];
if (chosen.Length == 0)
{
    Console.WriteLine($"Fuzz TARGET [SEED] [COUNT | SECONDSs]: all, {string.Join(", ", targets.Select(t => t.Name))}");
    return 2;
}
var place = args.ElementAtOrDefault(1)?.Split('@') ?? ["1"];
var (seed, only) = (long.Parse(place[0], CultureInfo.InvariantCulture), place.Length > 1 ? long.Parse(place[1], CultureInfo.InvariantCulture) : -1);
var limit = args.ElementAtOrDefault(2) ?? "10s";
var seconds = limit.EndsWith('s') ? double.Parse(limit[..^1], CultureInfo.InvariantCulture) / chosen.Length : double.PositiveInfinity;
var count = limit.EndsWith('s') ? long.MaxValue : long.Parse(limit, CultureInfo.InvariantCulture);
var failed = false;
foreach (var target in chosen) failed |= !Try(target);
return failed ? 1 : 0;

bool Try(Target target)
{
    var clock = Stopwatch.StartNew();
    var outcomes = new SortedDictionary<string, long>(StringComparer.Ordinal);
    using var folder = new CaseFolder(target.Name);
    for (var number = Math.Max(0, only); number < count && clock.Elapsed.TotalSeconds < seconds; number++)
    {
        try
        {
            var outcome = target.Try(new Dice(seed, number), folder.Empty());
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }
        catch (Exception find)
        {
            folder.Keep = true;
            Console.WriteLine($"{target.Name} {seed}@{number}: {find.Message}\n{(find is Find ? "" : find)}\nIts files are in {folder.Path}.");
            return false;
        }
        if (only >= 0) break;
    }
    var told = string.Join(", ", outcomes.Select(o => $"{o.Key} {o.Value.ToString("N0", CultureInfo.InvariantCulture)}"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{target.Name}: {outcomes.Values.Sum():N0} cases of seed {seed} in {clock.Elapsed.TotalSeconds:0.0} s: {told}"));
    return true;
}
