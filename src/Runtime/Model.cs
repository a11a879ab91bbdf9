using System.Collections.Concurrent;
using System.Reflection;

namespace Runtime;

/// <summary>
/// What a step fitted: parameters, figures that judge the fit, and what they say of other rows. It holds none of the rows
/// of the study, so that what is filtered later does not make it wrong.
/// </summary>
public abstract record Model(string Name) : INamed
{
    /// <summary>The names of the columns that it was fitted to and can be applied to, in order.</summary>
    public ValueList<string> Inputs { get; init; } = [];

    /// <summary>
    /// The step that fitted it, where it can be done again on other points; null where a file brought it. No file keeps it.
    /// </summary>
    public Operator? Step { get; init; }

    /// <summary>Figures by name, as <c>expect</c> asks for them: <c>bic(archetypes)</c>. Those that the model declares.</summary>
    public IReadOnlyList<Metric> Metrics =>
    [
        .. MetricAttribute.Of(GetType()).Select(m => new Metric(m.Name, NumberOf(m.Property.GetValue(this)!))
        {
            Answers = m.Property.PropertyType == typeof(bool),
            Decimals = m.Property.PropertyType == typeof(int) ? 0 : m.Declared.Places,
        }),
    ];

    /// <summary>
    /// A hash of what kind of model it is, what it takes and what it knows, whatever its name; computed when first asked for.
    /// </summary>
    public string Content => ContentHash.Of(hash =>
    {
        hash.Add(GetType().Name);
        foreach (var input in Inputs) hash.Add(input);
        AddContent(hash);
    });

    /// <summary>
    /// Told when it was not fitted now but kept of an earlier run: what it holds need not be made again by later steps on the same points.
    /// </summary>
    internal virtual void Recalled(Study study)
    {
    }

    /// <summary>Adds all that the model knows.</summary>
    protected abstract void AddContent(ContentHash hash);

    static double NumberOf(object value) =>
        value is bool truth ? truth ? 1 : 0 : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A model that makes other points of points.</summary>
public abstract record Projection(string Name) : Model(Name)
{
    /// <summary>The names of the columns that it makes.</summary>
    public required ValueList<string> Outputs { get; init; }

    /// <summary>What axes of its columns are called, in their order.</summary>
    public virtual IReadOnlyList<string> AxisTitles => Outputs;

    /// <summary>Distances along all of its columns are of one unit.</summary>
    public virtual bool IsOfOneUnit => false;

    /// <summary>How far apart points are, and how dense they lie, means what it meant before.</summary>
    public virtual bool KeepsDistances => true;

    /// <param name="points">n × d, with the columns of <see cref="Model.Inputs"/>.</param>
    /// <returns>n × as many columns as <see cref="Outputs"/>.</returns>
    public abstract Matrix Apply(Matrix points, Work work);
}

/// <summary>A model that says which cluster a row is in.</summary>
public abstract record Clusterer(string Name) : Model(Name)
{
    public abstract int Clusters { get; }

    /// <summary>The columns of the table that its points come from; empty when they do not.</summary>
    public ValueList<string> Source { get; init; } = [];

    /// <summary>What made its points of <see cref="Source"/>, in the order of application.</summary>
    public ValueList<Projection> Chain { get; init; } = [];

    /// <summary>What the model knows of each cluster, a cell a cluster.</summary>
    public virtual IReadOnlyList<SheetColumn> PerCluster => [];

    /// <summary>The cluster of each row, −1 for noise; of the rows that it was fitted to, what the fit said.</summary>
    /// <param name="points">n × d, with the columns of <see cref="Model.Inputs"/>.</param>
    /// <returns>n labels, and how strongly each row belongs to its cluster where the method says so.</returns>
    public abstract (int[] Labels, double[]? Strength) Apply(Matrix points, Work work);
}

/// <summary>Figures about the rows that were there, for <c>expect</c>: it says nothing of other rows.</summary>
public abstract record Findings(string Name) : Model(Name);

/// <summary>A model that makes columns of a table's columns.</summary>
public abstract record ColumnModel(string Name) : Model(Name)
{
    /// <summary>The columns that it makes of those of <see cref="Model.Inputs"/>: further ones, or others in their place.</summary>
    public abstract IReadOnlyList<Column> Apply(Table table, Work work);

    /// <summary>Those of them that are places in an order that was given, and so measure something.</summary>
    public virtual IEnumerable<string> Ranked => [];

    /// <summary>The table with these columns.</summary>
    public Table Extend(Table table, Work work) => Apply(table, work).Aggregate(table, (all, column) => all.With(column));
}

/// <summary>Declares a member of a model as a figure that <c>expect</c> can ask for, under the member's name in snake case.</summary>
/// <param name="doc">What it says, in one sentence that ends with a period.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MetricAttribute(string doc) : Attribute
{
    public string Doc => doc;

    /// <summary>How many decimals mean something, of a figure of a known scale.</summary>
    public int Decimals { get => Places ?? throw new InvalidOperationException(); init => Places = value; }

    /// <summary>The same; null where six digits are taken to mean something, whatever the scale.</summary>
    internal int? Places { get; private init; }

    static readonly ConcurrentDictionary<Type, DeclaredMetric[]> Known = new();

    /// <summary>The members of a model that are figures, in the order they are declared.</summary>
    internal static IReadOnlyList<DeclaredMetric> Of(Type model) => Known.GetOrAdd(model, static m =>
    [
        .. m.GetProperties().OrderBy(p => p.MetadataToken).Select(p => p.GetCustomAttribute<MetricAttribute>() is { } declared
            ? new DeclaredMetric(Signature.SnakeCase(p.Name), p, declared) : null).OfType<DeclaredMetric>(),
    ]);
}

/// <summary>A member of a model that is a figure.</summary>
/// <param name="Name">As <c>expect</c> asks for it.</param>
sealed record DeclaredMetric(string Name, PropertyInfo Property, MetricAttribute Declared);
