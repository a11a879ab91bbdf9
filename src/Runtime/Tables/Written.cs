using System.Runtime.InteropServices;

namespace Runtime.Tables;

/// <summary>The written form of arrays: their length, then their items as they lie in memory, the lowest byte first.</summary>
static class Written
{
    public static void WriteAll<T>(this BinaryWriter to, ReadOnlySpan<T> items) where T : unmanaged
    {
        to.Write(items.Length);
        to.Write(MemoryMarshal.AsBytes(items));
    }

    public static T[] ReadAll<T>(this BinaryReader from) where T : unmanaged
    {
        var items = new T[from.ReadInt32()];
        from.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }

    public static void WriteAll(this BinaryWriter to, double[][] rows)
    {
        to.Write(rows.Length);
        foreach (var row in rows) to.WriteAll<double>(row);
    }

    public static double[][] ReadRows(this BinaryReader from)
    {
        var rows = new double[from.ReadInt32()][];
        for (var i = 0; i < rows.Length; i++) rows[i] = from.ReadAll<double>();
        return rows;
    }
}
