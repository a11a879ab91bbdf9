using Runtime.Numerics.Transforms;

namespace Runtime.Operators.Transform;

/// <summary>Brings the columns of the current points to one scale.</summary>
[Operator("scale", "Bring the columns of the points to one scale.", Needs = Needs.Points,
    Keywords = "normalise normalize standardise standardize zscore minmax robust")]
[AlsoCalled("normalise", "normalize", "standardise", "standardize", "rescale", "scaler", "preprocessing", "scale_columns",
    "feature_scaling")]
[AlsoCalled("StandardScaler", "zscore", "zscores", "standard_scale", "standard", "step_normalize", As = "scale standard")]
[AlsoCalled("MinMaxScaler", "minmax", "minmax_scale", "range_scale", "step_range", As = "scale minmax")]
[AlsoCalled("RobustScaler", "robust", "robust_scale", As = "scale robust")]
[InsteadOf("power transform", "PowerTransformer", "box_cox", "yeo_johnson", "QuantileTransformer")]
[InsteadOf("scaling of rows", "Normalizer", "l2_normalize", "row_normalize")]
[Example("scale minmax as scaled")]
[Example("scale standard")]
[Example("scale robust")]
public sealed record Scale : Operator
{
    [Arg("What to bring to a common scale: the range, mean and spread (divisor n), or median and quartiles.", Positional = true)]
    [AlsoCalled("how", "kind", "scaler", "with", "type")]
    [AlsoCalled("zscore", "z", "StandardScaler", "standardize", "standardise", "normal", "gaussian", "mean_sd", "unit_variance",
        Value = "standard")]
    [AlsoCalled("MinMaxScaler", "range", "normalize", "normalise", "unit", "01", "zero_one", Value = "minmax")]
    [AlsoCalled("RobustScaler", "iqr", "median", "quartiles", Value = "robust")]
    public required ScalingMethod Method { get; init; }

    internal static readonly DiagnosticCode ScaledTwice = new("scaled-twice", "Scaled twice",
        "Every scaling starts from the range or the spread of each column, so that a second one right after the first undoes "
        + "it.",
        CodeExamples.Chosen + "scale minmax\nscale standard\nkmeans k=3", CodeExamples.Chosen + "scale standard\nkmeans k=3")
    { Severity = Severity.Warning };

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (check.Previous is Scale first)
            check.Warn(ScaledTwice, nameof(Method),
                $"The step above has just scaled the same points; `scale {Signature.SnakeCase($"{Method}")}` undoes that.",
                $"Leave out `scale {Signature.SnakeCase($"{first.Method}")}`, or go back with `use` first.");
        var (name, scaled) = (NameIn(before), before.Current);
        return before.With(new PointsShape(name, scaled?.Columns) { Source = scaled?.Source }).With(ModelShape.Of<ScaleModel>(name));
    }
    protected override Price Cost(Workload load) =>
        new Price { Alone = 3e7, Shared = 4 * load.Rows * load.Dimensions, Moved = 24 * load.Rows * load.Dimensions }
        + Price.Showing(tables: 1, charts: 0);

    protected override Study Run(Study study, RunContext run)
    {
        var points = study.Current;
        if (points.Matrix.Rows == 0) throw new Refusal("There are no rows to scale.", "Check the file or the last `filter`.");
        var work = run.Work;
        work.Report("scaling columns");
        var scaling = points.Fit(matrix => Scaling.Fit(matrix, Method, work));
        Warn(scaling.Constant, points, "constant: scaled, every value is 0", run);
        Warn(scaling.Flat, points, "without spread by this method: only shifted", run);
        var model = new ScaleModel(NameIn(study.Shape), scaling) { Inputs = points.Columns, Outputs = points.Columns, Step = this };
        return study.With(points.Through(model, model.Apply(points.Matrix, work))).With(model);
    }

    static void Warn(IReadOnlyList<int> columns, Points points, string what, RunContext run)
    {
        if (columns.Count == 0) return;
        var names = Wording.Names(columns.Select(j => points.Columns[j]));
        run.Warn($"{names} {(columns.Count == 1 ? "is" : "are")} {what}.",
            "Leave such columns out of `features`, or choose another method.");
    }
}
