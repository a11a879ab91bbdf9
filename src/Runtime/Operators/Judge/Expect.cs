using System.Globalization;
using Runtime.Expressions;

namespace Runtime.Operators.Judge;

[Operator("expect", "Fail the run unless an expression about the results holds.", Keywords = "assert test require")]
[AlsoCalled("assert", "check", "verify", "require", "test", "ensure", "validate", "must", "stopifnot", "should", "assertthat", "guard")]
[Example("expect missing(genre) == 0 and distinct(track_id) == rows and mean(tempo) > 50")]
[Example("expect all(energy between 0 and 1) and unique(track_id)")]
[Example("expect clusters(kmeans) == 3 and rows > 0", After = "scale standard | kmeans k=3")]
public sealed record Expect : Operator
{
    public static readonly DiagnosticCode NotHeld = new("expectation", "Expectation does not hold",
        "What `expect` demands is not so in these data. The run stops there, and what it made before stays.");

    [Arg("What must hold: figures such as `noise(dense)` or `missing(sex)`, compared; `all(x > 0)` of every row; `unique(id)`.",
        Positional = true), OfStudy]
    [AlsoCalled("that", "condition_to_hold", "test")]
    public required Expression Condition { get; init; }

    [Arg("Whether noise counts as a label in measures such as `ami(a, b)`, as when this is not given, or its rows are left out.")]
    public NoiseRows Noise { get; init; } = NoiseRows.Label;

    protected override Shape Check(Shape before, CheckContext check)
    {
        new Typing(name => TypeOf(name, before, check) is null ? null : ColumnType.Number, mistake => Complain(check, mistake))
        {
            Figures = call => TypeOf(call, before, check),
        }.IsTruth(Condition);
        if (!check.Failed) FigureRanges.Warn(Condition, before, check, nameof(Condition));
        return before;
    }
    protected override Price Cost(Workload load) => new Price { Alone = 1e8 } + Price.Touching(load.Rows, Math.Max(1, load.Columns));

    protected override Study Run(Study study, RunContext run)
    {
        var known = new Dictionary<string, string>();
        var holds = Holds(Replace(Condition, study, run, known));
        var counted = Counted(study);
        if (!holds)
            throw new Refusal(
                $"`{Condition.Show()}` does not hold: {Wording.And(known.Values)}{counted}.",
                counted.Length > 0 && Noise == NoiseRows.Label ? "Write `noise=drop` to leave such rows out, or expect something else."
                    : "Look at the steps it speaks of, or expect something else.")
            { Argument = nameof(Condition), Kind = NotHeld.Name };
        run.Say($"`{Condition.Show()}` holds{counted}.");
        return study;
    }

    /// <summary>What became of noise, where there is any.</summary>
    string Counted(Study study)
    {
        string[] names = [.. StudyScope.WithNoise(Condition, study)];
        if (names.Length == 0) return "";
        return Noise == NoiseRows.Drop ? $", without the rows that are noise in {Wording.Names(names)}"
            : $", where the noise of {Wording.Names(names)} counts as one more cluster";
    }

    /// <summary>The expression with every name and call replaced by its value, which <paramref name="known"/> collects.</summary>
    Expression Replace(Expression expression, Study study, RunContext run, Dictionary<string, string> known)
    {
        var name = expression.Show();
        if (RowDemands.Is(expression))
        {
            var (holds, why) = RowDemands.Of((CallExpression)expression, study, run.Work);
            known[name] = holds ? $"`{name}` is so" : $"of `{name}`, {why}";
            return new TruthLiteral(holds);
        }
        if (expression is not (NameExpression or CallExpression { IsFigure: true }))
            return expression.Map(part => Replace(part, study, run, known));
        var value = StudyScope.Value(expression, study, Noise == NoiseRows.Drop);
        if (known.TryAdd(name, $"`{name}` is {Shown(value)}")) run.Show(new Metric(name, value));
        return new NumberLiteral(value);
    }

    static bool Holds(Expression numbersOnly)
    {
        var truth = new byte[1];
        new RowProgram(new Table([], 1), Work.Alone).Truths(numbersOnly)(0, truth);
        return truth[0] == Truth.Yes;
    }

    static string Shown(double value) => value.ToString(value == Math.Floor(value) ? "N0" : "G6", CultureInfo.InvariantCulture);

    static ExpressionType? TypeOf(Expression leaf, Shape shape, CheckContext check)
    {
        if (RowDemands.Is(leaf))
        {
            RowDemands.Check((CallExpression)leaf, shape, check, nameof(Condition));
            return check.Failed ? null : ExpressionType.Truth;
        }
        if (StudyScope.Check(leaf, shape) is not { } wrong) return ExpressionType.Number;
        Complain(check, wrong);
        return null;
    }

    static void Complain(CheckContext check, Mistake mistake) => check.Add(Complaint.Of(mistake, nameof(Condition)));
}
