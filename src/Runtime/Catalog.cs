using System.Reflection;

namespace Runtime;

/// <summary>All operators there are, by name.</summary>
public static class Catalog
{
    static readonly Lazy<NamedList<Signature>> Found = new(() => new(
    [
        .. typeof(Operator).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Operator)) && t.IsDefined(typeof(OperatorAttribute)))
            .Select(t => new Signature(t))
            .OrderBy(s => s.Name, StringComparer.Ordinal),
    ]));

    public static NamedList<Signature> Operators => Found.Value;

    public static Signature? Find(string name) => Operators.Find(name);

    public static Signature Of(Operator op) => Operators.First(s => s.Type == op.GetType());
}
