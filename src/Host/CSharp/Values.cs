using System.Collections;

namespace Host.CSharp;

/// <summary>A value a row, to be read only: as fast as the array under it, and delegates may hold it.</summary>
public readonly struct Values<T>(T[] items) : IReadOnlyList<T>
{
    public T this[int row] => items[row];

    public int Count => items.Length;

    public ReadOnlySpan<T> Span => items;

    public T[] ToArray() => [.. items];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public static implicit operator ReadOnlySpan<T>(Values<T> values) => values.Span;
}
