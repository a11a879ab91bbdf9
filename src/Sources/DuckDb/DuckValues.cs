using DuckDB.NET.Native;
using Runtime.Data;
using static DuckDB.NET.Native.NativeMethods;

namespace Sources.DuckDb;

/// <summary>Values of the database as those of a table.</summary>
static class DuckValues
{
    const long MicrosecondsOfDay = 86_400_000_000;

    /// <summary>Types whose values are taken as they lie in memory.</summary>
    static readonly HashSet<DuckDBType> Plain =
    [
        DuckDBType.Boolean, DuckDBType.TinyInt, DuckDBType.SmallInt, DuckDBType.Integer, DuckDBType.BigInt, DuckDBType.UnsignedTinyInt,
        DuckDBType.UnsignedSmallInt, DuckDBType.UnsignedInteger, DuckDBType.Float, DuckDBType.Double, DuckDBType.Varchar,
        DuckDBType.Date, DuckDBType.Timestamp, DuckDBType.TimestampS, DuckDBType.TimestampMs, DuckDBType.TimestampNs,
        DuckDBType.TimestampTz,
    ];

    /// <summary>Numbers that are taken by their digits.</summary>
    static readonly HashSet<DuckDBType> Digits =
        [DuckDBType.UnsignedBigInt, DuckDBType.HugeInt, DuckDBType.UnsignedHugeInt, DuckDBType.Decimal, DuckDBType.VarInt];

    /// <summary>Types with parts, and bytes: no values of a table.</summary>
    static readonly HashSet<DuckDBType> Others =
    [
        DuckDBType.List, DuckDBType.Array, DuckDBType.Struct, DuckDBType.Map, DuckDBType.Union, DuckDBType.Blob, DuckDBType.Bit,
        DuckDBType.Any, DuckDBType.Invalid,
    ];

    /// <summary>What a column of the type is before its values are seen.</summary>
    public static ColumnType TypeOf(DuckDBType type) => type switch
    {
        DuckDBType.Boolean => ColumnType.Logical,
        DuckDBType.Float or DuckDBType.Double or DuckDBType.Decimal => ColumnType.Number,
        DuckDBType.Date or DuckDBType.Timestamp or DuckDBType.TimestampS or DuckDBType.TimestampMs or DuckDBType.TimestampNs
            or DuckDBType.TimestampTz => ColumnType.Time,
        _ => Digits.Contains(type) || Plain.Contains(type) && type != DuckDBType.Varchar ? ColumnType.Integer : ColumnType.Text,
    };

    public static bool Takes(DuckDBType type) => !Others.Contains(type);

    /// <summary>What to ask for instead of a column that is not taken as it lies.</summary>
    /// <param name="asText">Somebody said what the column is, so that its texts are looked at.</param>
    public static string Asked(string name, DuckDBType type, bool asText) =>
        Plain.Contains(type) && !asText ? DuckDatabase.Name(name)
            : $"CAST({DuckDatabase.Name(name)} AS VARCHAR) AS {DuckDatabase.Name(name)}";

    /// <param name="type">The type of the column in its source, whatever it was asked for as.</param>
    /// <param name="row">The row that the first value goes to.</param>
    public static unsafe void Put(nint vector, DuckDBType type, DuckDBType had, CellColumn column, int row, int count)
    {
        var data = Vectors.DuckDBVectorGetData(vector);
        var valid = Vectors.DuckDBVectorGetValidity(vector);
        if (type == DuckDBType.Double && valid == null)
        {
            column.Numbers(row, new ReadOnlySpan<double>(data, count));
            return;
        }
        for (var i = 0; i < count; i++)
            if (valid == null || (valid[i >> 6] >> (i & 63) & 1) != 0)
                Put(data, i, type, had, column, row + i);
    }

    static unsafe void Put(void* data, int i, DuckDBType type, DuckDBType had, CellColumn column, int row)
    {
        switch (type)
        {
            case DuckDBType.Double: column.Number(row, ((double*)data)[i]); break;
            case DuckDBType.Float: column.Number(row, ((float*)data)[i]); break;
            case DuckDBType.BigInt: column.Whole(row, ((long*)data)[i]); break;
            case DuckDBType.Integer: column.Number(row, ((int*)data)[i]); break;
            case DuckDBType.UnsignedInteger: column.Number(row, ((uint*)data)[i]); break;
            case DuckDBType.SmallInt: column.Number(row, ((short*)data)[i]); break;
            case DuckDBType.UnsignedSmallInt: column.Number(row, ((ushort*)data)[i]); break;
            case DuckDBType.TinyInt: column.Number(row, ((sbyte*)data)[i]); break;
            case DuckDBType.UnsignedTinyInt: column.Number(row, ((byte*)data)[i]); break;
            case DuckDBType.Boolean: column.Truth(row, ((byte*)data)[i] != 0); break;
            case DuckDBType.Date: column.Time(row, (double)((int*)data)[i] * MicrosecondsOfDay); break;
            case DuckDBType.Timestamp or DuckDBType.TimestampTz: column.Time(row, ((long*)data)[i]); break;
            case DuckDBType.TimestampS: column.Time(row, 1e6 * ((long*)data)[i]); break;
            case DuckDBType.TimestampMs: column.Time(row, 1e3 * ((long*)data)[i]); break;
            case DuckDBType.TimestampNs: column.Time(row, Math.Floor(((long*)data)[i] / 1e3)); break;
            default:
                if (Digits.Contains(had)) column.Digits(row, TextAt((byte*)data + 16 * i));
                else column.Text(row, TextAt((byte*)data + 16 * i));
                break;
        }
    }

    /// <summary>Twelve bytes stand in the vector itself, longer ones elsewhere.</summary>
    static unsafe ReadOnlySpan<byte> TextAt(byte* text)
    {
        var length = *(int*)text;
        return new(length <= 12 ? text + 4 : *(byte**)(text + 8), length);
    }
}
