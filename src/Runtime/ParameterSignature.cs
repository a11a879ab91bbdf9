using System.Reflection;
using System.Runtime.CompilerServices;

namespace Runtime;

/// <summary>All that an argument's declaration says.</summary>
public sealed class ParameterSignature : INamed
{
    readonly Lazy<object[]> options;
    readonly bool orPeriods;

    public ParameterSignature(PropertyInfo property, object? defaultValue)
    {
        // Read together: asking for each kind by itself reads all of them every time.
        var declarations = Attribute.GetCustomAttributes(property);
        var declared = declarations.OfType<ArgAttribute>().Single();
        (Property, Name) = (property, Signature.SnakeCase(property.Name));
        (Doc, Positional) = (declared.Doc, declared.Positional);
        Required = declarations.Any(d => d is RequiredMemberAttribute);
        Default = Required ? null : defaultValue;
        Rules = [.. declarations.OfType<RuleAttribute>()];
        var numeric = declarations.OfType<NumericAttribute>().FirstOrDefault();
        (Numeric, OrDates, orPeriods) = (numeric is not null, numeric?.OrDates == true, numeric?.OrPeriods == true);
        AllByDefault = declarations.Any(d => d is AllByDefaultAttribute);
        OfStudy = declarations.Any(d => d is OfStudyAttribute);
        (Matched, AmongValues) = (declarations.Any(d => d is MatchedAttribute), declarations.Any(d => d is AmongValuesAttribute));
        (AlsoCalled, Lacks) = ([.. declarations.OfType<AlsoCalledAttribute>()], [.. declarations.OfType<LacksAttribute>()]);
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        IsList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>);
        ValueType = IsList ? type.GetGenericArguments()[0] : type;
        FreeNames = ValueType.IsGenericType && ValueType.GetGenericTypeDefinition() == typeof(NamedValue<>);
        if (FreeNames) ValueType = ValueType.GetGenericArguments()[0];
        options = new(ReadOptions);
    }

    public PropertyInfo Property { get; }

    public string Name { get; }

    public string Doc { get; }

    public bool Positional { get; }

    public bool Required { get; }

    /// <summary>What it is when not given; null when required or when there is none.</summary>
    public object? Default { get; }

    public IReadOnlyList<RuleAttribute> Rules { get; }

    /// <summary>Names columns of numbers only.</summary>
    public bool Numeric { get; }

    /// <summary>Or of dates.</summary>
    public bool OrDates { get; }

    /// <summary>A column of this type may be named.</summary>
    public bool Takes(ColumnShape column) => !Numeric || column.IsNumeric || OrDates && column.Type == ColumnType.Time
        || orPeriods && column is { Type: ColumnType.Text, NotANumber: null };

    /// <summary>Stands for all there are when it is not given.</summary>
    public bool AllByDefault { get; }

    /// <summary>An expression about the study, not about the rows of a table.</summary>
    public bool OfStudy { get; }

    /// <summary>Its columns may be matched with those of another table (<see cref="MatchedColumn"/>).</summary>
    public bool Matched { get; }

    /// <summary>Takes values that stand in the columns which the step names.</summary>
    public bool AmongValues { get; }

    /// <summary>Takes several values: <c>full,tied</c>.</summary>
    public bool IsList { get; }

    /// <summary>Takes values under names that the script chooses (<see cref="NamedValue{T}"/>).</summary>
    public bool FreeNames { get; }

    /// <summary>Takes any number of columns, and so choices of them.</summary>
    public bool TakesColumns => IsList && ValueType == typeof(ColumnRef);

    /// <summary>Takes columns that <c>except</c> can take some away from: those that a step is about.</summary>
    public bool IsNarrowed => TakesColumns && !FreeNames && (Positional || AllByDefault || Name == "columns") && Name != "except";

    /// <summary>What it, or a value of it, is called elsewhere.</summary>
    public IReadOnlyList<AlsoCalledAttribute> AlsoCalled { get; }

    /// <summary>Words that are none of its choices, and what stands for them.</summary>
    public IReadOnlyList<LacksAttribute> Lacks { get; }

    /// <summary>One of its values is called so elsewhere.</summary>
    public bool IsCalled(string word) => AlsoCalled.Any(n => n.Value is not null && n.Names.Any(o => Spelling.AreSame(o, word)));

    public Type ValueType { get; }

    /// <summary>Every value that a step gives to it, without the names it gives them; none when it is not given.</summary>
    public IEnumerable<object> ValuesIn(Operator op) => Property.GetValue(op) switch
    {
        null => [],
        System.Collections.IEnumerable list and not string => list.Cast<object>().Select(v => FreeNames ? ((INamedValue)v).Content : v),
        var value => [value],
    };

    /// <summary>The words to choose from, when it is a choice.</summary>
    public IReadOnlyList<string> Choices => [.. Options.Select(o => CanonicalText.Of(o))];

    /// <summary>What the words stand for: values of an enumeration, or what stands in the list <c>All</c> of a type.</summary>
    public IReadOnlyList<object> Options => options.Value;

    public bool IsChoice => Options.Count > 0;

    object[] ReadOptions() =>
        ValueType.IsEnum ? [.. Enum.GetValues(ValueType).Cast<object>()]
        : typeof(INamed).IsAssignableFrom(ValueType) ? [.. (IEnumerable<object>)ValueType.GetProperty("All")!.GetValue(null)!]
        : [];
}
