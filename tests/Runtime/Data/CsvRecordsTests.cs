using System.Globalization;
using System.Text;
using CsCheck;
using Runtime.Data;
using Sylvan.Data.Csv;

namespace Tests.Runtime.Data;

public sealed class CsvRecordsTests
{
    static readonly Gen<string> Texts = Gen.OneOf("a", "ß", "5", " ", ",", ",", "\"", "\"", "\n", "\r\n", "\r", "\"\"", "\"x,y\"", "\n\n").Array[0, 40].Select(string.Concat);

    [Fact]
    public void Records_are_cut_as_Sylvan_cuts_them() =>
        Texts.Where(AllQuotesClose).Sample(text => Assert.Equal(BySylvan(text), ByUs(text)), iter: 20_000);

    [Fact]
    public void Numbers_are_those_of_the_library()
    {
        var digits = Gen.Char['0', '9'].Array[0, 20].Select(d => new string(d));
        var numbers = Gen.Select(Gen.OneOf("", "-", "+"), digits, Gen.OneOf("", "."), digits, Gen.OneOf("", "", "e3", "E-7", "e+22", "e-310"),
            (sign, whole, point, fraction, exponent) => sign + whole + point + fraction + exponent);
        numbers.Sample(number =>
        {
            var taken = Fields.TryNumber(Encoding.UTF8.GetBytes(number), out var value);
            if (taken) Assert.Equal(BitConverter.DoubleToUInt64Bits(double.Parse(number, CultureInfo.InvariantCulture)), BitConverter.DoubleToUInt64Bits(value));
            else Assert.True(!double.TryParse(number, CultureInfo.InvariantCulture, out _) || Fields.WouldLoseDigits(Encoding.UTF8.GetBytes(number)) || number.TrimStart('+', '-').StartsWith('0'));
        }, iter: 100_000);
    }

    [Fact]
    public void Numbers_are_written_as_the_library_writes_them()
    {
        var decimals = Gen.Select(Gen.Long[-10_000_000_000_000_000, 10_000_000_000_000_000], Gen.Int[0, 16], Gen.Int[0, 15], (digits, less, shift) => digits / Math.Pow(10, less) / Math.Pow(10, shift));
        var wholes = Gen.Select(Gen.Long[-2_000_000_000_000_000, 2_000_000_000_000_000], Gen.Int[0, 15], (digits, less) => (double)(digits / (long)Math.Pow(10, less)));
        var edges = Gen.OneOf(0.0, -0.0, 1e-4, 9.9999e-5, 1e15, 999999999999999.0, -1e15, 999999.999999999, 1e6 + 0.5, 0.1 + 0.2);
        var space = new byte[32];
        Gen.OneOf(decimals, wholes, edges, Gen.Double).Sample(value =>
        {
            var taken = ShortDecimals.TryFormat(value, space, out var length);
            Assert.Equal(taken ? value.ToString("R", CultureInfo.InvariantCulture) : "", Encoding.ASCII.GetString(space, 0, length));
        }, iter: 200_000, threads: 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-12)]
    [InlineData(0.000744)]
    [InlineData(-10.397)]
    [InlineData(203023)]
    public void Common_numbers_take_the_short_way(double value) => Assert.True(ShortDecimals.TryFormat(value, new byte[32], out _));

    /// <summary>What the cutter promises of a chunk.</summary>
    static bool AllQuotesClose(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '"' || (at > 0 && text[at - 1] is not (',' or '\n' or '\r'))) continue;
            at = CsvRecords.AfterClosing(Encoding.Latin1.GetBytes(text), at + 1) - 1;
            if (at < 0) return false;
        }
        return true;
    }

    static string ByUs(string text)
    {
        var bytes = Encoding.UTF8.GetBytes($"--{text}--");
        var records = new CsvRecords(bytes, 2, bytes.Length - 4, ',');
        var shown = new StringBuilder();
        while (records.Read())
            shown.AppendLine(records.IsBlank ? "blank" : string.Join("|", Enumerable.Range(0, records.Fields).Select(j => $"‹{Encoding.UTF8.GetString(records[j])}›")));
        return shown.ToString();
    }

    static string BySylvan(string text)
    {
        using var records = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', CsvStyle = CsvStyle.Lax, Comment = '\0' });
        var shown = new StringBuilder();
        while (records.Read())
            shown.AppendLine(records.GetRawRecordSpan().Trim(" ,\r\n").IsEmpty
                ? "blank" : string.Join("|", Enumerable.Range(0, records.RowFieldCount).Select(j => $"‹{records.GetFieldSpan(j)}›")));
        return shown.ToString();
    }
}
