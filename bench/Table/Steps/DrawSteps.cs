using Runtime;
using Runtime.Charts;
using Runtime.Charts.Painting;

namespace Bench.Steps;

/// <summary>Pair plots from points to PNG. In the file the last column is a labeling.</summary>
static class DrawSteps
{
    public static Step[] All => [new("pairs", input => Pairs(input, coloured: false)), new("pairs_coloured", input => Pairs(input, coloured: true))];

    static Func<string> Pairs(StepInput input, bool coloured)
    {
        var all = input.Points();
        var d = all.Columns - 1;
        var labels = Array.ConvertAll(all.Column(d), v => (int)v);
        var study = Study.Of(new Matrix([.. Enumerable.Range(0, d).Select(all.Column)], all.Rows), [.. Enumerable.Range(1, d).Select(j => $"feature {j}")])
            .With(new LabelColumn("groups", labels, labels.Max() + 1));
        var step = new Runtime.Operators.Draw.PairPlot { Color = coloured ? (LabelingRef?)"groups" : null };
        return () =>
        {
            byte[] picture = [];
            step.Apply(study, new RunContext { Sink = result => picture = result is Figure figure ? Painter.Png(figure) : picture });
            return $"{picture.Length / 1000} kB";
        };
    }
}
