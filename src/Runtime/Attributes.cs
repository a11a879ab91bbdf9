namespace Runtime;

/// <summary>What an operator cannot do without.</summary>
public enum Needs
{
    Nothing,
    Table,
    Points,
}

/// <summary>What becomes of the rows of the current table.</summary>
public enum RowEffect
{
    /// <summary>Every row stays where it is.</summary>
    Same,

    /// <summary>Some rows leave.</summary>
    Subset,

    /// <summary>Rows change places.</summary>
    Order,

    /// <summary>Another table becomes the current one.</summary>
    New,
}

/// <summary>Declares a record as an operator: its name in scripts and what it does, in one sentence.</summary>
/// <param name="name">One word, or two (<c>gmm search</c>).</param>
/// <param name="doc">Starts with a capital, ends with a period.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OperatorAttribute(string name, string doc) : Attribute
{
    public string Name => name;

    public string Doc => doc;

    public Needs Needs { get; init; }

    public RowEffect Rows { get; init; }

    /// <summary>On a large table it takes far longer than reading again what came of it: its results are kept.</summary>
    public bool Costly { get; init; }

    /// <summary>What it makes is in its arguments and the files that they name, and in nothing else.</summary>
    public bool FilesAlone { get; init; }

    /// <summary>More words that a search for it may use, separated by spaces.</summary>
    public string Keywords { get; init; } = "";
}

/// <summary>A step as one would write it. Every example is checked and run by the tests.</summary>
/// <param name="script">The step; names of columns are those of the built-in sample.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ExampleAttribute(string script) : Attribute
{
    public string Script => script;

    /// <summary>Steps that the example needs before it, after <c>load</c> and <c>features</c>; separated by <c>|</c>.</summary>
    public string After { get; init; } = "";
}

/// <summary>Where the method comes from.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class CiteAttribute(string source) : Attribute
{
    public string Source => source;
}

/// <summary>
/// Declares a property as an argument. Its name in scripts is the property's in snake case, its default the
/// initialiser; <c>required</c> makes it required, a nullable type optional.
/// </summary>
/// <param name="doc">One sentence that ends with a period.</param>
[AttributeUsage(AttributeTargets.Property)]
public class ArgAttribute(string doc) : Attribute
{
    public string Doc => doc;

    /// <summary>May be given by position, without its name. A list takes all the words that are left.</summary>
    public bool Positional { get; init; }
}

/// <summary>Stands for all there are when none is named: all columns, those of numbers, or all clusterings.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AllByDefaultAttribute : Attribute;

/// <summary>Takes columns of the table with those of another one: <c>id == key</c> where the names differ.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MatchedAttribute : Attribute;

/// <summary>Takes values that stand in the columns which the step names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AmongValuesAttribute : Attribute;

/// <summary>An expression about the study (<c>noise(dense)</c>), not about the rows of a table.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OfStudyAttribute : Attribute;
