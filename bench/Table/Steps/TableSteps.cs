using Runtime;
using Runtime.Data;
using Runtime.Operators.Look;

namespace Bench.Steps;

/// <summary>A file to a table, and a first look at the table.</summary>
static class TableSteps
{
    public static Step[] All => [new("load", Load), new("look", Look)];

    static Func<string> Load(StepInput input) => () =>
    {
        var table = Read(input);
        return $"{table.Rows} rows, {table.Columns.OfType<NumberColumn>().Count()} columns of numbers, {table.Columns.OfType<TextColumn>().Count()} of text";
    };

    static Func<string> Look(StepInput input)
    {
        var study = Study.Empty with { Table = Read(input) };
        Operator[] steps =
        [
            new Describe(), new Missing(), new Correlate(),
            .. study.Table.Columns.OfType<TextColumn>().Select(c => new Top { Column = new ColumnRef(c.Name) }),
        ];
        return () =>
        {
            var shown = 0;
            var run = new RunContext { Sink = _ => shown++ };
            foreach (var step in steps) step.Apply(study, run);
            return $"{shown} results of {steps.Length} operators";
        };
    }

    static Table Read(StepInput input) =>
        Formats.Read(new InputFile(input.Path, Path.GetFileName(input.Path)), new ReadOptions { Rows = input.Rows }, input.Work).Table;
}
