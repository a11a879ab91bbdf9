namespace Runtime.Data;

/// <summary>An argument that is a table to read; its doc says of which kinds it may be.</summary>
sealed class ReadTableAttribute() : ArgAttribute(
    $"A {Formats.Kinds(Formats.All)} file (also .gz), `sample:NAME` for a built-in sample, or `sample:PATH.json` for an own one.");

/// <summary>An argument that is a table to write; its doc says of which kinds it may be.</summary>
sealed class WrittenTableAttribute() : ArgAttribute($"The file to write: {Formats.Kinds(Formats.Written)}, also with .gz.");
