using Runtime.Data;
using Sources.DuckDb;

namespace Tests.Runtime.Data;

/// <summary>What Parquet files of other programs hold becomes what it would be in delimited text.</summary>
public sealed class ParquetTypesTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Writes what a question answers.</summary>
    void Write(string select)
    {
        using var database = new DuckDatabase(threads: 1, default, folder.At("t.parquet"));
        database.Run($"COPY ({select}) TO {DuckDatabase.Text(folder.At("t.parquet"))} (FORMAT parquet)");
    }

    TableContent Read(ReadOptions? options = null) => Formats.Read(folder.File("t.parquet"), options ?? new(), new Work(2));

    [Theory]
    [InlineData("1::tinyint", "Integer 1|")]
    [InlineData("255::utinyint", "Integer 255|")]
    [InlineData("-7::smallint", "Integer -7|")]
    [InlineData("65535::usmallint", "Integer 65535|")]
    [InlineData("2147483647::integer", "Integer 2147483647|")]
    [InlineData("4294967295::uinteger", "Integer 4294967295|")]
    [InlineData("9007199254740992::bigint", "Integer 9007199254740992|")]
    [InlineData("9007199254740993::bigint", "Text 9007199254740993|")]
    [InlineData("18446744073709551615::ubigint", "Text 18446744073709551615|")]
    [InlineData("0.1::float", "Number 0.10000000149011612|")]
    [InlineData("0.1::double", "Number 0.1|")]
    [InlineData("3::double", "Integer 3|")]
    [InlineData("'NaN'::double", "Number |")]
    [InlineData("1.10::decimal(9,2)", "Number 1.1|")]
    [InlineData("1234567890123456789.5::decimal(30,1)", "Number 1.2345678901234568E+18|")]
    [InlineData("true", "Logical true|")]
    [InlineData("'a'", "Text a|")]
    [InlineData("'NA'", "Number |")]
    [InlineData("'007'", "Text 007|")]
    [InlineData("'2020-01-31'", "Time 2020-01-31|")]
    [InlineData("DATE '2020-01-31'", "Time 2020-01-31|")]
    [InlineData("TIMESTAMP '2020-01-31 12:00:01'", "Time 2020-01-31 12:00:01|")]
    [InlineData("'2020-01-31 12:00:01'::timestamp_s", "Time 2020-01-31 12:00:01|")]
    [InlineData("'2020-01-31 12:00:01.5'::timestamp_ms", "Time 2020-01-31 12:00:01.500000|")]
    [InlineData("'2020-01-31 12:00:01.123456789'::timestamp_ns", "Time 2020-01-31 12:00:01.123456|")]
    [InlineData("'1960-01-31 12:00:01.000000001'::timestamp_ns", "Time 1960-01-31 12:00:01|")]
    [InlineData("'2020-01-31 12:00:01+02'::timestamptz", "Time 2020-01-31 10:00:01|")]
    [InlineData("TIME '12:00:01'", "Text 12:00:01|")]
    [InlineData("'00000000-0000-0000-0000-000000000001'::uuid", "Text 00000000-0000-0000-0000-000000000001|")]
    [InlineData("'b'::enum('a', 'b')", "Text b|")]
    public void A_type_is_what_it_would_be_as_text(string value, string column)
    {
        Write($"SELECT {value} AS x, 1 AS i UNION ALL SELECT NULL, 2 ORDER BY i");
        Assert.Equal($"x {column}", Read(new() { Columns = ["x"] }).Table.Dump(codes: false));
        Assert.Equal(["x", "i"], Formats.Outline(folder.File("t.parquet"), new()).Columns.Names);
    }

    [Fact]
    public void What_has_parts_is_left_out_and_told()
    {
        Write("SELECT 1 AS i, [1, 2] AS l, {'a': 1} AS s, 'x'::blob AS b, map {'k': 1} AS m");
        Assert.Equal("i Integer 1", Read().Table.Dump());
        Assert.Equal(["`l`, `s`, `b` and `m` hold lists, records or bytes and are left out."], Read().Remarks);
    }

    [Theory]
    [InlineData("'inf'::double", "`x` has inf in row 1 of `t.parquet`.")]
    [InlineData("'-inf'::float", "`x` has -inf in row 1 of `t.parquet`.")]
    [InlineData("'infinity'::date", "`x` has a date before year 1 or after year 9999 in row 1 of `t.parquet`.")]
    [InlineData("DATE '20000-01-01'", "`x` has a date before year 1 or after year 9999 in row 1 of `t.parquet`.")]
    public void What_no_column_can_hold_is_told(string value, string message)
    {
        Write($"SELECT {value} AS x");
        Assert.Equal(message, Assert.Throws<Refusal>(() => Read()).Text);
        Assert.Equal(1, Read(new() { Types = ["x:text"] }).Table.Rows);
    }

    [Fact]
    public void Infinity_may_stand_for_a_missing_value()
    {
        Write("SELECT 'inf'::double AS x UNION ALL SELECT 1");
        Assert.Equal("x Integer |1", Read(new() { Missing = ["inf"] }).Table.Dump());
    }

    [Fact]
    public void A_file_without_rows_is_told()
    {
        Write("SELECT 1 AS x WHERE false");
        Assert.Equal("`t.parquet` has columns and no rows.", Assert.Throws<Refusal>(() => Read()).Text);
    }
}
