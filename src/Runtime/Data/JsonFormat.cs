namespace Runtime.Data;

/// <summary>JSON: an array of objects, or objects one after the other, as a line each.</summary>
sealed class JsonFormat : TableFormat
{
    /// <summary>How many rows types are guessed from.</summary>
    const int HeadRows = 1000;

    public override string Name => "json";

    public override string Doc => "JSON: an array of objects, or an object a line; their keys are the columns.";

    public override ValueList<string> Endings { get; } = [".json", ".jsonl", ".ndjson"];

    /// <summary>A key may come up in the last object, so that all of them are looked at, but values only of the first.</summary>
    internal override TableOutline Outline(DataInput input, ReadOptions options)
    {
        var read = new JsonRows(new CellTable(input.File, options), Math.Min(HeadRows, options.Rows ?? int.MaxValue));
        read.All(input.Bytes, Work.Alone, () => 0);
        return read.Table.Outline(Math.Min(read.Objects, options.Rows ?? int.MaxValue));
    }

    internal override ReadTable Read(DataInput input, ReadOptions options, Work work)
    {
        var read = new JsonRows(new CellTable(input.File, options), options.Rows ?? int.MaxValue);
        read.All(input.Bytes, work, () => input.Share);
        return read.Table.Finish(read.Remarks);
    }
}
