namespace Runtime;

/// <summary>Whole numbers from First to Last, both included: <c>1..10</c> in a script. A single number is its own interval.</summary>
public readonly record struct Interval(int First, int Last)
{
    public int Count => Last - First + 1;

    public IEnumerable<int> Values => Enumerable.Range(First, Count);

    public override string ToString() => First == Last ? $"{First}" : $"{First}..{Last}";
}
