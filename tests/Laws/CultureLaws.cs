using System.Globalization;
using System.Text;
using Runtime;
using Runtime.Charts;
using Runtime.Operators.Transform;

namespace Tests.Laws;

/// <summary>A program that uses the library may have a culture; sentences, tables and charts have none.</summary>
public class CultureLaws
{
    /// <summary>Numbers as German has them; cultures by name are not there without their data.</summary>
    static readonly CultureInfo German = Made();

    [Theory]
    [MemberData(nameof(OperatorExamples.All), MemberType = typeof(OperatorExamples))]
    public void What_a_step_shows_is_written_the_same_under_any_culture(string op, string after, string script)
    {
        var (step, before) = OperatorExamples.Of(after, script);
        var (ours, theirs) = (Shown(step, before, CultureInfo.InvariantCulture), Shown(step, before, German));
        TextDifference.FailUnless(ours, theirs, $"`{op}` writes something else in German.", "Write it with `Wording`, or give it a culture:");
    }

    [Fact]
    public void What_breaks_a_rule_is_told_the_same_under_any_culture()
    {
        Assert.Contains("not `1.5`", Told(German));
        Assert.Equal(Told(CultureInfo.InvariantCulture), Told(German));

        static string Told(CultureInfo culture) => In(culture, () => Assert.Throws<Refusal>(
            () => new Pca { Variance = 1.5 }.Apply(Study.Of(Matrix.OfRows([[1, 2], [3, 4]]), "x", "y"))).Text);
    }

    static string Shown(Operator step, Study before, CultureInfo culture) => In(culture, () =>
    {
        var shown = new List<Result>();
        var after = step.Apply(before, new RunContext { Sink = shown.Add, Seed = 1, OutputFolder = OperatorExamples.Quiet.OutputFolder });
        return string.Join('\n', shown.Select(r => r is Figure figure ? Json(figure) : $"{r}").Append($"{after}").Append(step.Text));
    });

    static string Json(Figure figure)
    {
        using var stream = new MemoryStream();
        FigureJson.Write(stream, figure);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static T In<T>(CultureInfo culture, Func<T> work)
    {
        var own = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }

    static CultureInfo Made()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
        return culture;
    }
}
