using Dsl.Binding;
using Runtime;

namespace Dsl;

/// <summary>
/// Walks a plan over shapes once more, with rows where only a run will count them: the sizes of files, and guesses where data decide. What
/// each step costs follows from its own formula. Nothing runs.
/// </summary>
public sealed class Pricing
{
    /// <summary>
    /// By how many times the rows of a file that were not counted, and those that a condition leaves, may be more or fewer.
    /// </summary>
    const double DoubtOfFile = 1.05, DoubtOfChoice = 1.4;

    /// <summary>The first step of an operator, and the first that draws: nanoseconds until its code is there.</summary>
    const double FirstOfAll = 8e6, FirstChart = 1.8e8;

    const double KeptByVariance = 0.7;

    readonly Plan plan;
    readonly List<PricedStep> steps = [];
    readonly Dictionary<string, Workload> makers = [];
    Shape shape = Shape.Empty;
    readonly HashSet<string> seen = [];
    double doubt = 1;
    bool draws;

    Pricing(Plan plan) => this.plan = plan;

    /// <summary>All steps of a plan without errors.</summary>
    public static IReadOnlyList<PricedStep> Of(Plan plan)
    {
        var pricing = new Pricing(plan);
        foreach (var step in plan.Steps) pricing.Take(step);
        return pricing.steps;
    }

    void Take(PlannedStep planned)
    {
        var (op, rows) = (planned.Operator!, planned.Signature!.Rows);
        var check = new CheckContext { Headers = plan.Headers, Wanted = rows == RowEffect.New ? plan.ReadAfter(planned) : null };
        var after = op.Apply(shape, check);
        var load = LoadOf(op, after, check);
        var left = op.RowsAfter(load);
        if (after.HasTable && after.Rows is null) doubt *= rows == RowEffect.New ? DoubtOfFile : DoubtOfChoice;
        after = Filled(after, left);
        load = load with { After = after, RowsAfter = after.Rows ?? left };
        steps.Add(Priced(planned, load) with { Warnings = [.. check.Complaints.Where(c => !c.IsError && IsNew(c, planned))] });
        foreach (var name in after.Names.Except(shape.Names)) makers[name] = load;
        shape = after;
    }

    Workload LoadOf(Operator op, Shape after, CheckContext check) => new(op, shape, after)
    {
        Headers = plan.Headers,
        Wanted = check.Wanted,
        Maker = name => makers.GetValueOrDefault(name),
        Earlier = steps.Take(steps.Count).Select(s => s.Load),
    };

    PricedStep Priced(PlannedStep planned, Workload load)
    {
        try
        {
            return new(planned, load, Starting(planned, planned.Operator!.PriceOf(load)), doubt, Workload.BytesOf(load.After));
        }
        catch (Refusal refusal)
        {
            return new(planned, load, new(), doubt, Workload.BytesOf(load.After)) { Refusal = refusal };
        }
    }

    /// <summary>With what is only paid once in a run.</summary>
    Price Starting(PlannedStep planned, Price price)
    {
        if (seen.Add(planned.Signature!.Name)) price = price with { Alone = price.Alone + FirstOfAll };
        if (price.Charts == 0 || draws) return price;
        draws = true;
        return price with { Alone = price.Alone + FirstChart };
    }

    /// <summary>What nothing was said of when rows were not known.</summary>
    bool IsNew(Complaint complaint, PlannedStep planned)
    {
        var check = new CheckContext { Headers = plan.Headers };
        planned.Operator!.Apply(planned.Before, check);
        return !check.Complaints.Any(c => c.Code == complaint.Code && c.Text == complaint.Text);
    }

    /// <summary>Nobody knows before how many components hold a share of the variance: of seven features of tracks, five do.</summary>
    static ValueList<string>? Kept(ValueList<string>? source) =>
        source is null ? null : [.. source.Take((int)Math.Ceiling(KeptByVariance * source.Count))];

    /// <summary>With rows and columns in the place of those that only data will tell.</summary>
    Shape Filled(Shape after, double left)
    {
        int? rows = (int)Math.Clamp(Math.Round(left), 1, int.MaxValue);
        return after with
        {
            Rows = after.Rows ?? (after.HasTable ? rows : null),
            Aside = after.Aside.Map(a => a.Rows is null ? a with { Rows = rows } : a),
            Points = after.Points.Map(p => p.Columns is null ? p with { Columns = Kept(shape.Current?.Columns ?? p.Source) } : p),
        };
    }
}
