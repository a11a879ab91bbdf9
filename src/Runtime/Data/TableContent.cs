namespace Runtime.Data;

/// <summary>What a file held.</summary>
/// <param name="Table">Its columns, typed.</param>
/// <param name="Source">The file itself.</param>
/// <param name="Unnamed">Columns that had no name in the file and got one: <c>column_1</c>.</param>
/// <param name="Remarks">What was decided about it that is not the plain case, to be told.</param>
public sealed record TableContent(Table Table, Source Source, ValueList<string> Unnamed, ValueList<string> Remarks);

/// <summary>What a format made of a file: a <see cref="TableContent"/> but for the file itself.</summary>
sealed record ReadTable(Table Table, ValueList<string> Unnamed, ValueList<string> Remarks);

/// <summary>What the head of a file says about the whole of it.</summary>
/// <param name="Columns">Names, and types as far as the first rows tell.</param>
/// <param name="Rows">Rows, when the head was the whole file.</param>
/// <param name="IsSeparable">Whether what one column is does not depend on what stands in others.</param>
public sealed record TableOutline(NamedList<ColumnShape> Columns, int? Rows, bool IsSeparable = true);
