using System.Globalization;
using Runtime.Expressions;

namespace Runtime.Operators.Judge;

[Operator("expect", "Fail the run unless an expression about the results holds.", Keywords = "assert test require")]
[AlsoCalled("assert", "check", "verify", "require", "test", "ensure", "validate", "must", "stopifnot", "should", "assertthat", "guard")]
[Example("expect missing(genre) == 0 and distinct(track_id) == rows and mean(tempo) > 50")]
[Example("expect clusters(kmeans) == 3 and rows > 0", After = "scale standard | kmeans k=3")]
public sealed record Expect : Operator
{
    public static readonly DiagnosticCode NotHeld = new("expectation", "Expectation does not hold",
        "What `expect` demands is not so in these data. The run stops there, and what it made before stays.");

    [Arg("What must hold: figures of earlier steps such as `noise(dense)` or of columns such as `missing(sex)`, compared.",
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
        WarnOfShares(check);
        return before;
    }

    /// <summary>A share is at most 1: held against more, it always or never is.</summary>
    void WarnOfShares(CheckContext check)
    {
        foreach (var test in Condition.All().OfType<BinaryExpression>().Where(b => b.Level == Levels.Comparison))
        {
            var (figure, number) = test.Right is NumberLiteral right ? (test.Left, right) : (test.Right, test.Left as NumberLiteral);
            if (number is not { Value: > 1 } || !StudyScope.IsShare(figure)) continue;
            var isPercent = number.Value <= 100;
            check.Add(new(ContractCodes.AlwaysSame, nameof(Condition),
                $"`{figure.Show()}` is a share, at most 1: what it is compared with here is always more.",
                isPercent ? $"Write `{number.Show()}%` for a share of {number.Show()} in a hundred." : "Compare it with a share: `5%`.")
            {
                About = number,
                Remedies = isPercent ? [new() { Instead = $"{number.Show()}%" }] : [],
            });
        }
    }

    protected override Study Run(Study study, RunContext run)
    {
        var known = new Dictionary<string, double>();
        var holds = Holds(Replace(Condition, study, known));
        foreach (var (name, value) in known) run.Show(new Metric(name, value));
        var counted = Counted(study);
        if (!holds)
            throw new Refusal(
                $"`{Condition.Show()}` does not hold: {Wording.And(known.Select(k => $"`{k.Key}` is {Shown(k.Value)}"))}{counted}.",
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
    Expression Replace(Expression expression, Study study, Dictionary<string, double> known)
    {
        if (expression is NameExpression or CallExpression { IsFigure: true })
            return new NumberLiteral(known[expression.Show()] = StudyScope.Value(expression, study, Noise == NoiseRows.Drop));
        return expression.Map(part => Replace(part, study, known));
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
        if (StudyScope.Check(leaf, shape) is not { } wrong) return ExpressionType.Number;
        Complain(check, wrong);
        return null;
    }

    static void Complain(CheckContext check, Mistake mistake) => check.Add(Complaint.Of(mistake, nameof(Condition)));
}
