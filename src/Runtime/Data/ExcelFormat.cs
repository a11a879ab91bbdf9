namespace Runtime.Data;

/// <summary>A sheet of a workbook (Office Open XML).</summary>
sealed class ExcelFormat() : SourceFormat("Excel.ExcelReader")
{
    public override string Name => "excel";

    public override string Doc => "A sheet of an Excel workbook: the first one, or `sheet=`, or a part of it with `range=`.";

    public override ValueList<string> Endings { get; } = [".xlsx", ".xlsm"];

    internal override string Holds => "an Excel workbook";

    internal override IReadOnlyList<string> Heeds { get; } =
    [
        nameof(ReadOptions.Sheet), nameof(ReadOptions.Range), nameof(ReadOptions.Skip), nameof(ReadOptions.Header),
        nameof(ReadOptions.Names),
    ];
}
