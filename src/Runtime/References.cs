namespace Runtime;

/// <summary>The name of a column of the table. Checked against the header before anything runs.</summary>
public readonly record struct ColumnRef(string Name)
{
    public override string ToString() => Name;
}

/// <summary>The name of points that an earlier step made.</summary>
public readonly record struct PointsRef(string Name)
{
    public override string ToString() => Name;
}

/// <summary>The name of a labeling that an earlier step made.</summary>
public readonly record struct LabelingRef(string Name)
{
    public override string ToString() => Name;
}

/// <summary>A file to read: where it is, and how the script wrote it.</summary>
/// <param name="Path">The path to open; absolute once the script is bound.</param>
/// <param name="Written">The path as the script or the command line has it, for people.</param>
public readonly record struct InputFile(string Path, string Written)
{
    public override string ToString() => Written;
}

/// <summary>A file to write, below the run's output folder.</summary>
public readonly record struct OutputFile(string Written)
{
    public override string ToString() => Written;
}
