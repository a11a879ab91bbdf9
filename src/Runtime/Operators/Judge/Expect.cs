using System.Globalization;
using Runtime.Expressions;

namespace Runtime.Operators.Judge;

[Operator("expect", "Fail the run unless an expression about the results holds.", Keywords = "assert test require")]
[AlsoCalled("assert", "check", "verify", "require", "test", "ensure", "validate", "must", "stopifnot", "should", "assertthat", "guard")]
[Example("expect clusters(kmeans) == 3 and rows > 0", After = "scale standard | kmeans k=3")]
public sealed record Expect : Operator
{
    [Arg("What must hold: figures of earlier steps such as `noise(dense)`, compared.", Positional = true), OfStudy]
    [AlsoCalled("that", "condition_to_hold", "test")]
    public required Expression Condition { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        new Typing(name => TypeOf(name, before, check) is null ? null : ColumnType.Number, mistake => Complain(check, mistake))
        {
            Figures = call => TypeOf(call, before, check),
        }.IsTruth(Condition);
        return before;
    }

    protected override Study Run(Study study, RunContext run)
    {
        var known = new Dictionary<string, double>();
        var holds = Holds(Replace(Condition, study, known));
        foreach (var (name, value) in known) run.Show(new Metric(name, value));
        if (!holds)
            throw new Refusal($"`{Condition.Show()}` does not hold: {Wording.And(known.Select(k => $"`{k.Key}` is {Shown(k.Value)}"))}.",
                "Look at the steps it speaks of, or expect something else.")
            { Argument = nameof(Condition) };
        run.Say($"`{Condition.Show()}` holds.");
        return study;
    }

    /// <summary>The expression with every name and call replaced by its value, which <paramref name="known"/> collects.</summary>
    static Expression Replace(Expression expression, Study study, Dictionary<string, double> known)
    {
        if (expression is NameExpression or CallExpression { IsFigure: true })
            return new NumberLiteral(known[expression.Show()] = StudyScope.Value(expression, study));
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
