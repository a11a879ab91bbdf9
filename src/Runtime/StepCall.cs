namespace Runtime;

/// <summary>A step that is about to run on data: who has its result already need not compute it.</summary>
/// <param name="Step">With names in the place of its choices of columns.</param>
/// <param name="Promised">What its check said the study will be.</param>
/// <param name="Compute">Runs it.</param>
public sealed record StepCall(Operator Step, Study Study, Shape Promised, RunContext Run, Func<RunContext, Study> Compute);
