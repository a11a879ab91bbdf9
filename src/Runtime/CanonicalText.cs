using System.Collections;
using System.Globalization;
using Runtime.Expressions;

namespace Runtime;

/// <summary>
/// An operator as the step that one would write: what is as it would be without is left out, arguments stand in the order
/// of their declaration, names are quoted where they must be. Reading it gives the operator again.
/// </summary>
public static class CanonicalText
{
    public static string Of(Operator op)
    {
        var signature = Catalog.Of(op);
        var byPosition = ByPosition(signature, op);
        var words = signature.Parameters
            .Where(p => byPosition.Contains(p) || IsGiven(p, op))
            .Select(p => Argument(p, p.Property.GetValue(op)!, byPosition.Contains(p), signature.Calculates));
        return string.Join(' ', [signature.Name, .. words, .. op.As is { } name ? [$"as {Notation.Name(name)}"] : Array.Empty<string>()]);
    }

    /// <summary>One value as it stands in a step; of a list, all of them with commas.</summary>
    public static string Of(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => Notation.Number(number),
        Enum choice => Signature.SnakeCase($"{choice}"),
        INamed choice => choice.Name,
        string text => Notation.Word(text),
        InputFile file => Notation.Word(file.Written),
        OutputFile file => Notation.Word(file.Written),
        ColumnChoice choice => choice.Text,
        MatchedColumn matched => matched.Text,
        ColumnRef column when ColumnChoice.Read(column.Name) is ColumnChoice => Notation.Quoted(column.Name),
        ColumnRef or PointsRef or LabelingRef or PartRef => Notation.Name($"{value}"),
        IEnumerable list => string.Join(',', Items(list)),
        _ => $"{value}",
    };

    /// <summary>Those that stand without their names: each that is given, and what must stand before it.</summary>
    static HashSet<ParameterSignature> ByPosition(Signature signature, Operator op)
    {
        ParameterSignature[] positional = [.. signature.Parameters.Where(p => p.Positional)];
        var writable = positional.TakeWhile(p => p.Property.GetValue(op) is { } value && !IsEmpty(value)).ToArray();
        return [.. writable.Take(Array.FindLastIndex(writable, p => IsGiven(p, op)) + 1)];
    }

    /// <summary>Nothing would stand there.</summary>
    public static bool IsEmpty(object value) =>
        value is "" || value is not string && value is IEnumerable list && !list.Cast<object>().Any();

    /// <summary>Beside another value, and where there are expressions, a star would be a product.</summary>
    static IEnumerable<string> Items(IEnumerable list, bool calculates = false)
    {
        object[] items = [.. list.Cast<object>()];
        return items.Select(v => v is ColumnChoice { IsPattern: true } choice
            && (calculates || choice == ColumnChoice.All && items.Length > 1) ? Notation.Text(choice.Name) : Of(v));
    }

    static bool IsGiven(ParameterSignature parameter, Operator op) =>
        parameter.Property.GetValue(op) is { } value && (parameter.Required || !value.Equals(parameter.Default));

    static string Argument(ParameterSignature parameter, object value, bool byPosition, bool calculates) =>
        parameter.FreeNames ? string.Join(' ', ((IEnumerable)value).Cast<object>())
        : parameter.TakesColumns ? (byPosition ? "" : $"{parameter.Name}=")
            + string.Join(byPosition ? ' ' : ',', Items((IEnumerable)value, calculates))
        : !byPosition ? $"{parameter.Name}={Of(value)}"
        : parameter.IsList ? string.Join(' ', Items((IEnumerable)value))
        : Of(value);
}
