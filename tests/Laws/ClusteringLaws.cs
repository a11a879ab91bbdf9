using Runtime;
using Runtime.Numerics;
using Runtime.Operators.Cluster;
using Runtime.Operators.Data;

namespace Tests.Laws;

/// <summary>What every clustering obeys, each by its first example.</summary>
public sealed class ClusteringLaws
{
    public static TheoryData<string> Clusterings =>
        [.. Catalog.Operators.Where(o => o.Type.IsSubclassOf(typeof(Clustering))).Select(o => o.Name)];

    [Theory, MemberData(nameof(Clusterings))]
    public void Labels_do_not_depend_on_the_order_of_rows(string name)
    {
        var (op, study) = Example(name);
        var order = Enumerable.Range(0, study.Rows).ToArray();
        var random = new RandomStream(3, 1);
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = (int)(random.NextDouble() * (i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
        var (straight, shuffled) = (Labels(op, study), Labels(op, study.Take(order)));
        Assert.Equal(Array.ConvertAll(order, r => straight[r]), shuffled);
    }

    [Theory, MemberData(nameof(Clusterings))]
    public void Equal_rows_are_in_one_cluster(string name)
    {
        var (op, study) = Example(name);
        var twice = study.Take([.. Enumerable.Range(0, study.Rows), .. Enumerable.Range(0, study.Rows)]);
        var labels = Labels(op, twice);
        Assert.Equal(labels[..study.Rows], labels[study.Rows..]);
    }

    [Theory, MemberData(nameof(Clusterings))]
    public void One_row_and_a_constant_column_are_clustered_or_refused_in_words(string name)
    {
        var (op, study) = Example(name);
        foreach (var few in new[] { study.Take([0]), study.Take([.. Enumerable.Repeat(0, 50)]), WithConstant(study) })
        {
            try
            {
                Assert.All(Labels(op, few), l => Assert.InRange(l, -1, few.Rows));
            }
            catch (Refusal refusal)
            {
                Assert.EndsWith(".", refusal.Text);
                Assert.EndsWith(".", refusal.Hint);
            }
        }
    }

    [Theory, MemberData(nameof(Clusterings))]
    public void The_threads_do_not_matter(string name)
    {
        var (op, study) = Example(name);
        var (one, three) = (op.Apply(study, new RunContext { Threads = 1 }), op.Apply(study, new RunContext { Threads = 3 }));
        Assert.Equal(one.Labelings.Last().Content, three.Labelings.Last().Content);
    }

    /// <summary>Points are the door: nothing that is missing gets to a clustering.</summary>
    [Theory, InlineData(double.NaN)]
    public void What_is_missing_is_refused_before_any_clustering(double value)
    {
        var study = Study.Empty.With(new NumberColumn("x", [1, value, 3], whole: false));
        Assert.Contains("misses 1", Assert.Throws<Refusal>(() => new Features { Columns = ["x"] }.Apply(study, OperatorExamples.Quiet)).Text);
    }

    static Study WithConstant(Study study)
    {
        var points = study.Current;
        double[][] columns = [.. Enumerable.Range(0, points.Matrix.Columns).Select(points.Matrix.Column), new double[study.Rows]];
        return study.With(new Points("constant", new Matrix(columns, study.Rows), [.. points.Columns, "constant"]));
    }

    static (Operator Op, Study Study) Example(string name)
    {
        var example = Catalog.Find(name)!.Examples.First();
        return OperatorExamples.Of(example.After, example.Script);
    }

    static int[] Labels(Operator op, Study study) => op.Apply(study, OperatorExamples.Quiet).Labelings.Last().Storage;
}
