using System.Collections;

namespace Runtime.Tables;

/// <summary>Something a script calls by name.</summary>
public interface INamed
{
    string Name { get; }
}

/// <summary>Named things in the order they were made. Never changes; adding gives a new list.</summary>
public sealed class NamedList<T>(params T[] items) : IReadOnlyList<T> where T : class, INamed
{
    /// <summary>Up to here looking through them is as fast.</summary>
    const int Few = 16;

    [Recomputed]
    Dictionary<string, T>? byName;

    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerable<string> Names => items.Select(i => i.Name);

    /// <summary>The first of that name.</summary>
    public T? Find(string name) =>
        items.Length <= Few ? Array.Find(items, i => i.Name == name) : (byName ??= Index()).GetValueOrDefault(name);

    public bool Has(string name) => Find(name) is not null;

    /// <summary>With the item in the place of the one of its name, or at the end when there is none.</summary>
    public NamedList<T> Set(T item) => Has(item.Name) ? new([.. items.Select(i => i.Name == item.Name ? item : i)]) : With(item);

    public NamedList<T> With(T item) => new([.. items.Where(i => i.Name != item.Name), item]);

    public NamedList<TOther> Map<TOther>(Func<T, TOther> map) where TOther : class, INamed => new([.. items.Select(map)]);

    Dictionary<string, T> Index()
    {
        var index = new Dictionary<string, T>(items.Length, StringComparer.Ordinal);
        foreach (var item in items) index.TryAdd(item.Name, item);
        return index;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
