namespace Dsl.Diagnostics;

/// <summary>A stretch of the source: an offset and a length.</summary>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;

    public static Span FromTo(int start, int end) => new(start, end - start);

    /// <summary>From the start of this one to the end of the other.</summary>
    public Span To(Span other) => FromTo(Start, other.End);
}
