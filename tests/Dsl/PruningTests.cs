using Dsl;
using Dsl.Diagnostics;
using Tests.Runtime.Data;

namespace Tests.Dsl;

/// <summary>Columns that no step reads stay in their file, and nothing else changes.</summary>
public sealed class PruningTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("load t.csv | describe b", "b kmeans")]
    [InlineData("load t.csv | rename x=b | derive y = x + c | top y", "b c kmeans")]
    [InlineData("load t.csv | features b c | scale standard | kmeans k=2 | means of=features by=kmeans_2", "b c kmeans")]
    [InlineData("load t.csv | filter c > 1 | describe", "a b c d kmeans")]
    [InlineData("load t.csv | expect columns == 5", "a b c d kmeans")]
    [InlineData("load t.csv | save o.csv", "a b c d kmeans")]
    [InlineData("load t.csv", "a b c d kmeans")]
    public void Only_what_is_read_later_is_loaded(string script, string read)
    {
        folder.Write("t.csv", "a,b,c,d,kmeans\nx,1,1,z,1\ny,2,3,z,2\nx,5,4,z,1\n");
        var (whole, all) = (Run(script, isWhole: true), Run(script, isWhole: false));
        Assert.Equal(read, whole.Columns);
        Assert.Equal("a b c d kmeans", all.Columns);
        Assert.Equal(all.Later, whole.Later);
    }

    [Fact]
    public void Where_columns_tell_how_others_are_written_all_are_read()
    {
        folder.Write("t.csv", "a;b\n1.234;0,5\n12.500;1\n");
        Assert.Equal("a b", Run("load t.csv | describe a", isWhole: true).Columns);
    }

    /// <summary>The columns after the first step, and what the others showed.</summary>
    (string Columns, string Later) Run(string script, bool isWhole)
    {
        var plan = Language.Check(new SourceText("t.pipe", script), new LanguageOptions { ScriptFolder = folder.Root });
        Assert.DoesNotContain(plan.Diagnostics, d => d.IsError);
        var runner = new Runner(plan, new RunSettings { IsWhole = isWhole, OutputFolder = folder.At("out") });
        var (columns, later) = ("", new List<string>());
        runner.StepFinished += (step, _, after) => columns = step.Number == 1 ? string.Join(' ', after.Loaded.Columns.Names) : columns;
        runner.ResultShown += (step, result) => { if (step.Number > 1) later.Add($"{result}"); };
        Assert.IsType<Ending.Finished>(runner.Run());
        return (columns, string.Join("\n", later));
    }
}
