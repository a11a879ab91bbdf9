using Runtime;

namespace Dsl.Editing;

/// <summary>The operators as text for people, made from their declarations.</summary>
public static class Manual
{
    /// <summary>All operators by category, a line each.</summary>
    public static string Overview() => throw new NotImplementedException();

    /// <summary>All about one operator, at most 80 columns wide.</summary>
    public static string Of(Signature signature) => throw new NotImplementedException();

    /// <summary>The table of operators for the README.</summary>
    public static string MarkdownTable() => throw new NotImplementedException();
}
