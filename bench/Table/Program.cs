using Bench;
using Bench.Steps;

// dotnet run -c Release --project bench/Table [-- OPTIONS]
//
//   --data FOLDER           also measure on the larger files in it
//   --rows N                rows of the generated points (1,160,000)
//   --runs N                turns of each row (3)
//   --budget S              nobody gets another turn of a row after spending so many seconds on it (20)
//   --only NAME,…           rows whose name begins so
//   --slow                  also the peers that take minutes
//   --peer STEP/NAME=COMMAND another peer; it is called with FILE ROWS COLUMNS and the step's arguments
//   --pipe FILE             the `pipe` whose start-up and study are measured
//   --growth                how cost grows with rows and columns, instead of the table
//   --plan                  what `pipe plan` says of scripts beside what they take, instead of the table
//   --out FOLDER            where --growth and --plan leave their files (bench)
if (args is ["measure", ..]) return Measure(args[1..]);
try
{
    var options = Options.Parse(args);
    if (options.Plan)
    {
        new Forecasts(options.Pipe, options.Data, options.Only, options.Limit).Run(options.Out);
        return 0;
    }
    using var sets = new DataSets(options.Rows, options.Data);
    if (options.Growth) new Growth(sets, options.Only, options.Limit).Run(options.Out, options.Rows);
    else ShowTable(options, sets);
    return 0;
}
catch (ArgumentException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

static void ShowTable(Options options, DataSets sets)
{
    var peers = new Peers(options.Slow, options.Peers);
    Console.Error.WriteLine($"python: {peers.Python}");
    var contest = new Contest(sets, peers, options.Pipe, options.Runs, options.Budget, options.Limit);
    var outcomes = new List<Outcome>();
    foreach (var row in TableRow.All.Where(r => options.Only.Length == 0 || options.Only.Any(r.Name.StartsWith)))
    {
        Console.Error.WriteLine(row.What);
        outcomes.Add(contest.Run(row));
    }
    Console.WriteLine(Report.Of(outcomes, options.Rows));
}

static int Measure(string[] words)
{
    var input = new StepInput(words[1], int.Parse(words[2]), int.Parse(words[3]), [.. words[4..].Select(int.Parse)]);
    var step = words[0] == DuckDbPeer.Name ? DuckDbPeer.Load(input.Path, input.Rows) : Step.Named(words[0]).Prepare(input);
    Console.WriteLine(Measured.Of(step).ToJson());
    return 0;
}
