namespace Runtime.Numerics;

/// <summary>Doubles that stay where they are, from a cache line's start, for kernels that work with pointers.</summary>
/// <remarks>The garbage collector frees them: hold the object for as long as the pointer is in use.</remarks>
sealed unsafe class AlignedNumbers
{
    const int LineBytes = 64;

    readonly double[] storage;

    public AlignedNumbers(int length, double value)
    {
        storage = GC.AllocateUninitializedArray<double>(length + LineBytes / sizeof(double), pinned: true);
        var address = (nuint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref storage[0]);
        Pointer = (double*)((address + LineBytes - 1) / LineBytes * LineBytes);
        Length = length;
        storage.AsSpan().Fill(value);
    }

    public double* Pointer { get; }

    public int Length { get; }

    public Span<double> Span => new(Pointer, Length);
}
