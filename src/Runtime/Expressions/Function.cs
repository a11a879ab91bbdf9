namespace Runtime.Expressions;

/// <summary>A number from numbers; never called with a missing one.</summary>
public delegate double NumberFunction(ReadOnlySpan<double> arguments);

/// <summary>A number for each number of a column, once all of them are known; NaN where missing.</summary>
/// <param name="column">All values of the column.</param>
/// <param name="constants">The arguments after the first.</param>
public delegate Func<double, double> ColumnFunction(double[] column, ReadOnlySpan<double> constants, Work work);

/// <summary>A number for each row of a column, which depends on where the row stands; NaN where missing.</summary>
/// <param name="column">All values of the column, in the order of the table.</param>
/// <param name="constants">The arguments after the first.</param>
public delegate double[] SeriesFunction(double[] column, ReadOnlySpan<double> constants);

/// <summary>Text from text.</summary>
public delegate string TextFunction(string text);

/// <summary>Text from text, made once from the arguments after the first; an empty one is missing.</summary>
public delegate Func<string, string> EditFunction(IReadOnlyList<Expression> constants);

/// <summary>The text of a number.</summary>
public delegate string NumberTextFunction(double number);

/// <summary>A date from text, made once from the format; NaN where it is none.</summary>
public delegate Func<string, double> DateFunction(string? format);

/// <summary>A number from text.</summary>
public delegate double MeasureFunction(string text);

/// <summary>A test of text, made once from its pattern.</summary>
public delegate Func<string, bool> TestFunction(string pattern);

/// <summary>A function of expressions: all that typing, evaluation, messages and the manual know of it.</summary>
/// <param name="Doc">One sentence that ends with a period.</param>
/// <param name="Body">One of the delegates above; its type says what the function gives.</param>
/// <param name="Example">A call on literals, or on the column <c>energy</c> when it is about a whole column.</param>
/// <param name="Gives">What the example is, as text; empty when missing.</param>
public sealed record Function(string Name, string Doc, Delegate Body, string Example, string Gives,
    params FunctionParameter[] Parameters) : INamed
{
    /// <summary>What it is called elsewhere; compared as <see cref="Spelling.AreSame"/> does.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    /// <summary>What was meant by a number of values that it does not take; those beyond are left out otherwise.</summary>
    public OtherForm? Else { get; init; }

    public ExpressionType Result => Body switch
    {
        TextFunction or EditFunction or NumberTextFunction => ExpressionType.Text,
        DateFunction => ExpressionType.Time,
        TestFunction => ExpressionType.Truth,
        _ => ExpressionType.Number,
    };

    /// <summary>Takes dates in place of numbers, too, and gives one of them.</summary>
    public bool OfDates { get; init; }

    /// <summary>Looks at all rows of a column, not at each alone.</summary>
    public bool OfColumn => Body is ColumnFunction or SeriesFunction;

    /// <summary>What it gives when it has one argument only: something of the whole column.</summary>
    public ColumnFunction? OfOne { get; init; }

    /// <summary>What computes it for so many arguments.</summary>
    public Delegate BodyFor(int arguments) => arguments == 1 && OfOne is { } ofOne ? ofOne : Body;

    public bool Takes(int arguments) => arguments == 1 && OfOne is not null
        || arguments >= Parameters.Count(p => !p.Optional) && (arguments <= Parameters.Length || Parameters is [.., { Repeats: true }]);

    /// <summary>What it takes at a position.</summary>
    public FunctionParameter? At(int index) => Parameters.ElementAtOrDefault(Math.Min(index, Parameters.Length - 1));

    /// <summary><c>clip(x, low, high)</c>.</summary>
    public string Usage =>
        $"{Name}({string.Join(", ", Parameters.Select(p => p.Optional ? $"[{p.Name}]" : p.Repeats ? $"{p.Name}, …" : p.Name))})";
}

/// <summary>What a function takes at one position.</summary>
public sealed record FunctionParameter(string Name, ExpressionType Type)
{
    /// <summary>May be left out.</summary>
    public bool Optional { get; init; }

    /// <summary>May be given any number of times.</summary>
    public bool Repeats { get; init; }

    /// <summary>May be a date, too.</summary>
    public bool OrDate { get; init; }

    /// <summary>May be of any type: only whether there is a value counts.</summary>
    public bool OfAny { get; init; }

    /// <summary>Is the same for every row, so it must be written as a literal.</summary>
    public bool Constant { get; init; }

    /// <summary>What is wrong with a literal, if something is, to follow its text: <c>is not a share</c>.</summary>
    public Func<Expression, string?> Wrong { get; init; } = _ => null;
}
