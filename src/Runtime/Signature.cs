using System.Reflection;
using System.Text;

namespace Runtime;

/// <summary>All that an operator's declaration says, read once from its record.</summary>
public sealed class Signature : INamed
{
    readonly Lazy<ParameterSignature[]> parameters;
    readonly Lazy<AlsoCalledAttribute[]> alsoCalled;
    readonly Lazy<InsteadOfAttribute[]> insteadOf;

    public Signature(Type type) : this(type, type.GetCustomAttribute<OperatorAttribute>()!)
    {
    }

    /// <param name="declared">What the attribute of the type says.</param>
    internal Signature(Type type, OperatorAttribute declared)
    {
        Type = type;
        (Name, Doc, Needs, Rows) = (declared.Name, declared.Doc, declared.Needs, declared.Rows);
        (Keywords, Costly, FilesAlone) = (declared.Keywords, declared.Costly, declared.FilesAlone);
        (parameters, alsoCalled, insteadOf) = (new(ReadParameters), new(Declared<AlsoCalledAttribute>), new(Declared<InsteadOfAttribute>));
    }

    public Type Type { get; }

    public string Name { get; }

    public string Doc { get; }

    public Needs Needs { get; }

    public RowEffect Rows { get; }

    public string Keywords { get; }

    public bool Costly { get; }

    /// <summary>What it makes is in its arguments and the files that they name, and in nothing else.</summary>
    public bool FilesAlone { get; }

    /// <summary>The folder it stands in, the last part of its namespace.</summary>
    public string Category => Type.Namespace is { } room ? room[(room.LastIndexOf('.') + 1)..] : "Own";

    /// <summary>A user's own, compiled from a file beside the script.</summary>
    public bool IsOwn => Type.Assembly.IsCollectible;

    public IReadOnlyList<ParameterSignature> Parameters => parameters.Value;

    public IEnumerable<ExampleAttribute> Examples => Declared<ExampleAttribute>();

    public IEnumerable<string> Citations => Declared<CiteAttribute>().Select(c => c.Source);

    /// <summary>The columns that <c>except</c> takes some away from.</summary>
    public ParameterSignature? Narrowed => Array.Find(parameters.Value, p => p.IsNarrowed);

    /// <summary>What it is called elsewhere.</summary>
    public IReadOnlyList<AlsoCalledAttribute> AlsoCalled => alsoCalled.Value;

    /// <summary>What there is not, and this comes nearest to.</summary>
    public IReadOnlyList<InsteadOfAttribute> InsteadOf => insteadOf.Value;

    /// <summary>Arguments that it has not, and other steps do the work of.</summary>
    public IEnumerable<LacksAttribute> Lacks => Declared<LacksAttribute>();

    /// <summary>
    /// Its step holds expressions, in which `*`, `/` and `-` need no blanks: a name with such a sign stands between back-ticks there.
    /// </summary>
    public bool Calculates => Parameters.Any(p => p.ValueType == typeof(Expressions.Expression) && (p.Positional || p.FreeNames));

    public ParameterSignature? Find(string name) => Array.Find(parameters.Value, p => p.Name == name);

    public Operator Create() => (Operator)Activator.CreateInstance(Type)!;

    T[] Declared<T>() where T : Attribute => [.. Type.GetCustomAttributes<T>()];

    ParameterSignature[] ReadParameters()
    {
        var defaults = Create();
        ParameterSignature[] own = [.. Type.GetProperties()
            .Where(p => p.IsDefined(typeof(ArgAttribute)) && p.DeclaringType != typeof(Operator))
            .OrderBy(p => p.DeclaringType == Type ? 0 : 1).ThenBy(p => p.MetadataToken)
            .Select(p => new ParameterSignature(p, p.GetValue(defaults)))];
        return Array.Exists(own, p => p.IsNarrowed)
            ? [.. own, new(typeof(Operator).GetProperty(nameof(Operator.Except))!, defaults.Except)] : own;
    }

    /// <summary><c>MinCluster</c> → <c>min_cluster</c>.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
