namespace Bench.Steps;

/// <summary>A step to be timed by itself, in a process of its own.</summary>
/// <param name="Prepare">Reads the input, untimed, and gives what is timed; that gives what came out, in words.</param>
sealed record Step(string Name, Func<StepInput, Func<string>> Prepare)
{
    public static IReadOnlyList<Step> All { get; } =
    [
        .. TableSteps.All, .. TransformSteps.All, .. MixtureSteps.All, .. DensitySteps.All, .. LabelingSteps.All, .. DrawSteps.All,
        .. BeyondSteps.All,
    ];

    public static Step Named(string name) => All.Single(s => s.Name == name);
}

/// <summary>Where a step's data are, and its own arguments.</summary>
/// <param name="Rows">How many rows of the file to take.</param>
sealed record StepInput(string Path, int Rows, int Columns, int[] Arguments)
{
    public Work Work { get; } = new(Environment.ProcessorCount);

    public Matrix Points() => PointsFile.Read(Path, Rows, Columns);

    /// <summary>The same points as others, so that nothing is known of them yet.</summary>
    public static Matrix Fresh(Matrix points) => new([.. Enumerable.Range(0, points.Columns).Select(points.Column)], points.Rows);
}
