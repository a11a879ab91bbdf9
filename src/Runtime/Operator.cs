using Runtime.Numerics;

namespace Runtime;

/// <summary>A verb with its arguments filled in. One file each, in the folder of its category.</summary>
/// <remarks>
/// The two <c>Apply</c> are the only way in: they hold the rules of the arguments, look for the names that these speak of,
/// ask the operator's own check, and see to it that what was promised is made. So an operator may rely on all of it,
/// whoever calls: a script, a session, a block of C#, a library, a test.
/// </remarks>
[Gathered(With = typeof(OperatorAttribute))]
public abstract record Operator
{
    /// <summary>The name for what the step makes (<c>as NAME</c>); without it, the operator's own name.</summary>
    public string? As { get; init; }

    /// <summary>An argument of every operator that takes columns.</summary>
    [Arg("Columns to leave out of those that a choice such as `*` stands for.")]
    public ValueList<ColumnRef> Except { get; init; } = [];

    /// <summary>The step as one would write it; two operators are equal when their texts are.</summary>
    public string Text => CanonicalText.Of(this);

    /// <summary>What the study is going to be after this step; what is wrong with the step is told to <paramref name="check"/>.</summary>
    /// <remarks>After a mistake it is the best guess, so that later steps can be checked too.</remarks>
    public Shape Apply(Shape before, CheckContext check)
    {
        Contract.Hold(this, before, check);
        // What follows from a broken rule or a name that is not there is no further mistake.
        return Check(ChosenColumns.In(this, before), before, check.Failed ? check.Unheard() : check);
    }

    /// <summary>The check of a step whose choices of columns have become names; what it says is told of what was written.</summary>
    Shape Check(ChosenColumns chosen, Shape before, CheckContext check)
    {
        if (ReferenceEquals(chosen.Step, this)) return Check(before, check);
        var own = check.Unheard();
        var after = chosen.Step.Check(before, own);
        foreach (var complaint in own.Complaints) check.Add(chosen.Told(complaint));
        return after;
    }

    /// <summary>The study after this step.</summary>
    /// <param name="run">Where results go, the seed and so on; without it nothing is shown.</param>
    /// <exception cref="Refusal">An argument breaks its rule, a name is not there, or the data do not allow it.</exception>
    public Study Apply(Study study, RunContext? run = null)
    {
        run ??= new();
        var check = run.Checking();
        var shape = study.Shape;
        Contract.Hold(this, shape, check);
        check.ThrowIfFailed();
        var chosen = ChosenColumns.In(this, shape);
        var promised = Check(chosen, shape, check);
        check.ThrowIfFailed();
        Visual? drawn = null;
        var watched = run with { Sink = result => run.Show(result is Visual { IsAside: false } visual ? drawn = visual : result) };
        var made = run.Recall is { } recall
            ? recall(new StepCall(chosen.Step, study, promised, watched, chosen.Step.Computed(study)))
            : chosen.Step.Run(study, watched);
        Contract.HoldPromise(this, study, promised, made);
        return Showing(drawn ?? (Change.Between(study, made).IsNothing ? study.Drawn : null), made);
    }

    static Study Showing(Visual? drawn, Study study) => ReferenceEquals(study.Drawn, drawn) ? study : study with { Drawn = drawn };

    Func<RunContext, Study> Computed(Study study) => run => Run(study, run);

    /// <summary>What the step reads: all that its arguments name, and what <see cref="ReadsUnnamed"/> adds.</summary>
    public Reads Reads(Shape before)
    {
        var step = ChosenColumns.In(this, before).Step;
        return Contract.Named(step, before).And(step.ReadsUnnamed(before));
    }

    /// <summary>What the step reads though no argument names it.</summary>
    protected virtual Reads ReadsUnnamed(Shape before) => Runtime.Reads.Nothing;

    /// <summary>What the step costs.</summary>
    /// <exception cref="Refusal">It refuses so many rows, and says what to do instead.</exception>
    public Price PriceOf(Workload load)
    {
        try
        {
            return Cost(load);
        }
        catch (NumericsException refused)
        {
            throw new Refusal(refused.Message, refused.Advice);
        }
    }

    /// <summary>Finite, above zero, and never less for more rows; by default that of looking at each value once.</summary>
    protected virtual Price Cost(Workload load) =>
        Price.Touching(load.Rows, Math.Max(1, load.Columns)) + Price.Showing(tables: 1, charts: 0);

    /// <summary>How many rows there are after the step, where its check cannot tell; a guess.</summary>
    public virtual double RowsAfter(Workload load) => load.Rows;

    /// <summary>A step that answers the same question for less, to be offered where this one takes too long or too much memory.</summary>
    public virtual Operator? Cheaper() => null;

    /// <summary>What the study will be after this step, and what is wrong with the step if it cannot be.</summary>
    protected abstract Shape Check(Shape before, CheckContext check);

    /// <summary>The study after this step, which nothing has been found wrong with.</summary>
    /// <exception cref="Refusal">The data do not allow it.</exception>
    protected abstract Study Run(Study study, RunContext run);

    /// <summary>The name for what this step makes, given the names that are taken: <c>pca</c>, then <c>pca_2</c>.</summary>
    protected string NameIn(Shape before) => As ?? before.Free(Catalog.Of(this).Name.Replace(' ', '_'));
}
