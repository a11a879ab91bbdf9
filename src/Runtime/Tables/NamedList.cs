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
    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerable<string> Names => items.Select(i => i.Name);

    public T? Find(string name) => Array.Find(items, i => i.Name == name);

    public bool Has(string name) => Find(name) is not null;

    /// <summary>With the item in the place of the one of its name, or at the end when there is none.</summary>
    public NamedList<T> Set(T item) => Has(item.Name) ? new([.. items.Select(i => i.Name == item.Name ? item : i)]) : With(item);

    public NamedList<T> With(T item) => new([.. items.Where(i => i.Name != item.Name), item]);

    public NamedList<TOther> Map<TOther>(Func<T, TOther> map) where TOther : class, INamed => new([.. items.Select(map)]);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
