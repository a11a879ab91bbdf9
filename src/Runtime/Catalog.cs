namespace Runtime;

/// <summary>All operators there are, by name.</summary>
public static class Catalog
{
    static readonly List<Type> Included = [];
    static volatile NamedList<Signature>? found;

    public static NamedList<Signature> Operators => found ?? Find();

    /// <summary>Adds an operator that lives in another assembly.</summary>
    public static void Include(Type op)
    {
        lock (Included)
        {
            Included.Add(op);
            found = null;
        }
    }

    public static Signature? Find(string name) => Operators.Find(name);

    /// <summary>The signature of an operator, also of one that is not in the catalogue.</summary>
    public static Signature Of(Operator op) => Operators.FirstOrDefault(s => s.Type == op.GetType()) ?? new Signature(op.GetType());

    static NamedList<Signature> Find()
    {
        lock (Included)
        {
            return found = new(
            [
                .. AllOfOperator.Found().Select(o => new Signature(o.Type, o.Said))
                    .Concat(Included.Distinct().Select(t => new Signature(t)))
                    .OrderBy(s => s.Name, StringComparer.Ordinal),
            ]);
        }
    }
}
