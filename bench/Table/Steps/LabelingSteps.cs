using Runtime.Numerics.Agreement;

namespace Bench.Steps;

/// <summary>How far two labelings agree; the file has them as two columns.</summary>
static class LabelingSteps
{
    public static Step[] All => [new("ami", Agreement)];

    static Func<string> Agreement(StepInput input)
    {
        var columns = input.Points();
        var (a, b) = (Labels(columns.Column(0)), Labels(columns.Column(1)));
        return () => FormattableString.Invariant($"{AgreementMetric.Of("ami", a, b):F12}");
    }

    static int[] Labels(double[] values) => Array.ConvertAll(values, v => (int)v);
}
