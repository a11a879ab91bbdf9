using Runtime.Expressions;

namespace Runtime;

/// <summary>
/// A value under a name that the script chooses: <c>loud = loudness > -5</c>. An operator that has an argument of type
/// <c>ValueList&lt;NamedValue&lt;T&gt;&gt;</c> takes all names in it that are not those of its other arguments.
/// </summary>
public readonly record struct NamedValue<T>(string Name, T Value) : INamedValue
{
    object INamedValue.Content => Value!;

    /// <summary>As it stands in a step.</summary>
    public override string ToString() => $"{Notation.Name(Name)}={Written}";

    /// <summary>Before another name a star would be a product.</summary>
    string Written => Value is ColumnChoice choice && choice == ColumnChoice.All ? Notation.Text(choice.Name) : CanonicalText.Of(Value!);
}

interface INamedValue
{
    object Content { get; }
}
