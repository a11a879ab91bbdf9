namespace Runtime.Data;

/// <summary>An argument that is a table to read; its doc says of which kinds it may be.</summary>
sealed class ReadTableAttribute() : ArgAttribute(
    $"A {Formats.Kinds(Formats.All)} file (text also as .gz), `sample:NAME` for a built-in sample, or `sample:PATH.json` for an own one, "
    + "`db:NAME` for a connection, or an address of the web with its `sha256`.");

/// <summary>An argument that is a table to write; its doc says of which kinds it may be.</summary>
sealed class WrittenTableAttribute() : ArgAttribute($"The file to write: {Formats.Kinds(Formats.Written)}, text also with .gz.");
