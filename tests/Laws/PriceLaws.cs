using Runtime;

namespace Tests.Laws;

/// <summary>Every operator has a price, and more rows are never cheaper.</summary>
public sealed class PriceLaws
{
    static readonly double[] Rows = [2, 100, 5_000, 20_000, 20_001, 1_000_000, 50_000_000];

    /// <summary>Above so many rows they leave out what takes most of their time, and say so: all pairs become pairs of a sample.</summary>
    static readonly string[] CheaperWithMore = ["judge", "kmeans search"];

    public static TheoryData<string, string, string> Examples => OperatorExamples.All;

    [Theory, MemberData(nameof(Examples))]
    public void A_price_is_above_nothing_finite_and_never_falls_with_rows(string name, string after, string script)
    {
        var (op, study) = OperatorExamples.Of(after, script);
        var shape = study.Shape;
        var load = new Workload(op, shape, op.Apply(shape, new CheckContext())) { RowsAfter = shape.Rows ?? 0 };
        var (before, memory) = (0.0, 0.0);
        foreach (var rows in Rows)
        {
            Price price;
            try
            {
                price = op.PriceOf(load.WithRows(rows));
            }
            catch (Refusal refusal)
            {
                Assert.True(rows > 1e5, $"{name}: {refusal.Text}");
                Assert.NotNull(refusal.Hint);
                break;
            }
            var seconds = Machine.Reference.Seconds(price);
            Assert.True(double.IsFinite(seconds) && seconds > 0, $"{name}: {seconds} s");
            Assert.True(seconds >= before || CheaperWithMore.Contains(name), $"{name}: {rows} rows take {seconds} s, fewer {before} s");
            Assert.True(double.IsFinite(price.Memory) && price.Memory >= memory, $"{name}: {price.Memory} bytes after {memory}");
            Assert.True(price.Spread is >= 1 and < 4, $"{name}: × {price.Spread}");
            (before, memory) = (seconds, price.Memory);
        }
    }

    [Fact]
    public void A_machine_that_is_measured_is_a_likely_one()
    {
        var machine = Machine.Measured(2);
        Assert.True(machine.IsSound, $"{machine}");
        Assert.True(machine.Seconds(new Price { Shared = 1e9 }) <= machine.Seconds(new Price { Alone = 1e9 }));
        Assert.Equal(2 * machine.Seconds(new Price { Alone = 1e9, Moved = 1e9 }), machine.Seconds(2 * new Price { Alone = 1e9, Moved = 1e9 }), 9);
    }

    [Fact]
    public void What_costs_less_costs_less()
    {
        var (op, study) = OperatorExamples.Of("scale standard | kmeans k=3", "judge kmeans scores=silhouette");
        var load = new Workload(op, study.Shape, study.Shape).WithRows(1e6);
        Assert.True(Machine.Reference.Seconds(op.Cheaper()!.PriceOf(load)) < Machine.Reference.Seconds(op.PriceOf(load)) / 10);
    }
}
