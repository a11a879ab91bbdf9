namespace Dsl.Diagnostics;

/// <summary>A stretch of the source: an offset and a length.</summary>
public sealed record Span(int Start, int Length)
{
    /// <summary>At the very start: of what stands nowhere.</summary>
    public static Span None { get; } = new(0, 0);

    public int End => Start + Length;

    public bool Holds(int offset) => Start <= offset && offset < End;

    public static Span FromTo(int start, int end) => new(start, end - start);

    /// <summary>From the start of this one to the end of the other.</summary>
    public Span To(Span other) => FromTo(Start, other.End);
}
