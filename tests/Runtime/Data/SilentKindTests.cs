using System.Text;
using System.Text.RegularExpressions;
using Dsl;
using Dsl.Diagnostics;
using Runtime;
using Runtime.Data;
using Tests.Look;

namespace Tests.Runtime.Data;

/// <summary>Values that are numbers or dates for who knows them and text for others: it is told, with the step that makes them so.</summary>
public sealed partial class SilentKindTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("d,x\n20240105,1\n20240216,2\n", "d Time 20240105|20240216")]
    [InlineData("created_at,x\n1704412800,1\n1704450600,2\n", "created_at Time 2024-01-05 00:00:00|2024-01-05 10:30:00")]
    [InlineData("timestamp,x\n1704412800123,1\n1704499200456,2\n", "timestamp Time 2024-01-05 00:00:00.123000|2024-01-06 00:00:00.456000")]
    [InlineData("date,x\n45292,1\n45293,2\n", "date Time 2024-01-01|2024-01-02")]
    [InlineData("lap,x\n3:45,1\n12:02,2\n", "lap Integer 225|722")]
    [InlineData("my lap,x\n1:03:45,1\n0:54:02.5,2\n", "my lap Number 3825|3242.5")]
    [InlineData("at,x\n10:30,1\n09:05,2\n", "at Integer 630|545")]
    [InlineData("dist,x\n12 km,1\n7.5 km,2\n?,3\n", "dist Number 12|7.5|")]
    [InlineData("d;x\n12,5 km;1\n7,25 km;2\n", "d Number 12.5|7.25")]
    [InlineData("d,x\n\"1,200 km\",1\n\"2,500 km\",2\n", "d Integer 1200|2500")]
    [InlineData("year_month,x\n202401,1\n202412,2\n", "year_month Time 202401|202412")]
    [InlineData("ts,x\n1704412800.5,1\n1704499200.25,2\n", "ts Time 2024-01-05 00:00:00.500000|2024-01-06 00:00:00.250000")]
    [InlineData("w,x\n12kg,1\n-7kg,2\n", "w Integer 12|-7")]
    [InlineData("t,x\n25 °C,1\n26.5 °C,2\n", "t Number 25|26.5")]
    [InlineData("year,x\n2019年,1\n2020年,2\n", "year Integer 2019|2020")]
    [InlineData("t,x\n2024-03-30T10:00:00+01:00,1\n2024-03-31T10:00:00+02:00,2\n", "t Time 2024-03-30 10:00:00|2024-03-31 10:00:00")]
    [InlineData("t,x\n2024-01-05T10:00:00.123456789Z,1\n2024-01-05T10:00:01.5Z,2\n", "t Time 2024-01-05 10:00:00.123456|2024-01-05 10:00:01.500000")]
    public void What_is_told_makes_it_so(string text, string expected)
    {
        folder.Write("t.csv", text);
        var told = Assert.Single(Ran("load t.csv").Remarks, r => r.Contains("`derive ", StringComparison.Ordinal));
        var step = Step.Match(told).Groups[1].Value;
        Assert.Equal(expected, Ran($"load t.csv | {step}").Study.Loaded.Dump(codes: false).Split('\n')[0]);
    }

    [Theory]
    [InlineData("t,x\n2024-01-05T10:00:00+00:00,1\n2024-01-06T11:00:00+00:00,2\n", "t Time 2024-01-05T10:00:00+00:00|2024-01-06T11:00:00+00:00")]
    [InlineData("t,x\n2024-01-05T10:00:00+00:00,1\n2024-01-06T11:00:00.500000+00:00,2\n", "t Time 2024-01-05 10:00:00.000000|2024-01-06 11:00:00.500000")]
    [InlineData("t,x\n2024-01-05T10:00:00Z,1\n2024-01-06T11:00Z,2\n", "t Time 2024-01-05 10:00:00|2024-01-06 11:00:00")]
    public void Times_of_Greenwich_are_read(string text, string expected)
    {
        folder.Write("t.csv", text);
        Assert.Equal(expected, Ran("load t.csv").Study.Loaded.Dump(codes: false).Split('\n')[0]);
    }

    [Theory]
    [InlineData("d,x\n12 km,1\n300 m,2\n5 km,3\n"), InlineData("v,x\n1k,1\n2.5M,2\n300,3\n")]
    public void Several_units_are_told_of(string text)
    {
        folder.Write("t.csv", text);
        Assert.Contains(Ran("load t.csv").Remarks, r => r.Contains("has numbers in several units, such as", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("d,x\n2024-01,1\n2024-02,2\n", "dates=yyyy-MM"), InlineData("d,x\nJan 2024,1\nFeb 2024,2\n", "dates=\"MMM yyyy\"")]
    [InlineData("d,x\n2024/5/15 5:58:57 AM GMT+1,1\n2024/6/3 4:58:16 PM GMT+1,2\n", "dates=\"yyyy/M/d h:mm:ss tt 'GMT+1'\"")]
    [InlineData("d,x\n2024-01-05 10:00:00 UTC,1\n2024-01-06 11:00:00 UTC,2\n", "dates=\"yyyy-MM-dd HH:mm:ss 'UTC'\"")]
    [InlineData("d,x\n2024-01-05T10:00:00+01:00,1\n2024-01-06T11:00:00+01:00,2\n", "dates=\"yyyy-MM-dd'T'HH:mm:ss'+01:00'\"")]
    [InlineData("d,x\n05012024,1\n16022024,2\n", "dates=ddMMyyyy"), InlineData("d,x\n2024年1月5日,1\n2024年2月16日,2\n", "dates=yyyy年M月d日")]
    [InlineData("d,x\n24-12-31,1\n23-01-30,2\n", "dates=yy-MM-dd"), InlineData("d,x\n20240105,1\n20240216,2\n", null)]
    public void Other_dates_are_read_when_said(string text, string? argument)
    {
        folder.Write("t.csv", text);
        if (argument is not null) Assert.Contains(Ran("load t.csv").Remarks, r => r.Contains($"`{argument}`", StringComparison.Ordinal));
        Assert.Equal(ColumnType.Time, Ran($"load t.csv {argument ?? "dates=yyyyMMdd"}").Study.Loaded["d"].Type);
    }

    [Theory]
    [InlineData("id,x\n12A,1\n7B,2\n"), InlineData("id,x\n20249999,1\n20240105,2\n"), InlineData("n,x\n1704412800,1\n1704499200,2\n"), InlineData("time,x\n12,1\n15,2\n")]
    [InlineData("v,x\n5-9,1\n10-14,2\n"), InlineData("r,x\n1:2:3:4,1\n1:2,2\n"), InlineData("s,x\nabc,1\nkm,2\n")]
    public void Nothing_is_told_of_what_is_plain(string text)
    {
        folder.Write("t.csv", text);
        Assert.DoesNotContain(Ran("load t.csv").Remarks, r => r.Contains("derive", StringComparison.Ordinal) || r.Contains("units", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a||b||c\n1||2||x\n3||4||y\n", "delimiter=\"||\"", "a Integer 1|3\nb Integer 2|4\nc Text x|y")]
    [InlineData("a，b\n1，2\n3，4\n", "delimiter=\"，\"", "a Integer 1|3\nb Integer 2|4")]
    [InlineData("a::b\n1::\"x::y\"\n3::z:\n", "delimiter=\"::\"", "a Integer 1|3\nb Text x::y|z:")]
    public void Delimiters_of_several_bytes_are_found_and_can_be_said(string text, string said, string expected)
    {
        folder.Write("t.csv", text);
        var found = Ran("load t.csv");
        Assert.Contains($"`t.csv` is read with `{said}`.", found.Remarks);
        Assert.Equal(expected, found.Study.Loaded.Dump(codes: false));
        Assert.Equal(expected, Ran($"load t.csv {said}").Study.Loaded.Dump(codes: false));
    }

    [Fact]
    public void A_delimiter_of_several_signs_is_heeded() =>
        Assert.Equal("a Integer 1|3\nb Text x|y", Formats.Read(folder.Write("t.csv", "a - b\n1 - x\n3 - y\n"), new() { Delimiter = " - " }, Work.Alone).Table.Dump(codes: false));

    [Fact]
    public void Every_second_column_may_be_empty() =>
        Assert.Equal(5, Formats.Read(folder.Write("t.csv", "a,n,b,m,c\n1,,2,,x\n3,,4,,y\n"), new(), Work.Alone).Table.Columns.Count);

    [Theory, InlineData("v,n\n1’234.50,1\n12’000.00,2\n", "v Number 1234.5|12000"), InlineData("v,n\n１２,1\n−３４,2\n", "v Integer 12|-34")]
    public void Signs_of_other_keyboards_are_those_of_ours(string text, string expected) =>
        Assert.Equal(expected, folder.Read(text).Dump(codes: false).Split('\n')[0]);

    [Fact]
    public void A_name_of_several_lines_is_in_one()
    {
        folder.Write("t.csv", "\"first\r\nname\",\"x\n(m/s)\"\nAnna,1\nBob,2\n");
        var ran = Ran("load t.csv");
        Assert.Equal(["first name", "x (m/s)"], ran.Study.Loaded.Columns.Names);
        Assert.Contains("Names of several lines are in one line here: `first name` and `x (m/s)`.", ran.Remarks);
    }

    [Theory]
    [InlineData("имя,x\nАнна,1\nБорис,2\n", "windows-1251"), InlineData("имя,x\nАнна,1\nБорис,2\n", "koi8-r"), InlineData("名前,x\n太郎,1\n花子,2\n", "shift_jis")]
    [InlineData("姓名,x\n张三,1\n李四,2\n", "gb18030"), InlineData("이름,x\n철수,1\n영희,2\n", "euc-kr"), InlineData("שם,x\nשלום,1\nבית,2\n", "windows-1255"), InlineData("ชื่อ,x\nสมชาย,1\nสมหญิง,2\n", "windows-874"), InlineData("name,x\nMüller,1\nGrün,2\n", "ibm850"), InlineData("name,x\nŁódź,1\nWałęsa,2\n", "windows-1250")]
    public void Letters_that_are_not_Western_are_told_of(string text, string encoding)
    {
        folder.Write("t.csv", TextEncodings.Find(encoding)!.GetBytes(text));
        Assert.Contains(Ran("load t.csv").Remarks, r => r.StartsWith("`t.csv` is no UTF-8. Read as windows-1252, it has", StringComparison.Ordinal) && r.Contains($"`encoding={encoding}` makes `", StringComparison.Ordinal));
        var said = Ran($"load t.csv encoding={encoding}");
        Assert.Equal(text.Split('\n')[1].Split(',')[0], said.Study.Loaded.Columns[0].Show(0));
        Assert.DoesNotContain(said.Remarks, r => r.Contains("no UTF-8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name,x\nMüller,1\nÇetin,2\n"), InlineData("name,x\nl’été n° 5 – œuvre,1\nGrößenmaß,2\n"), InlineData("€,£,½\n“a”,…,°C\nCO²,µm,±3\n"), InlineData("n,x\n“—…”,1\n•••,2\n")]
    public void Western_letters_are_not_doubted(string text)
    {
        folder.Write("t.csv", TextEncodings.Find("windows-1252")!.GetBytes(text));
        Assert.DoesNotContain(Ran("load t.csv").Remarks, r => r.Contains("no UTF-8", StringComparison.Ordinal));
    }

    [Theory, InlineData("utf-16"), InlineData("utf-16BE")]
    public void Letters_of_two_bytes_are_found_without_a_mark(string encoding)
    {
        folder.Write("t.csv", Encoding.GetEncoding(encoding).GetBytes("名前,県\n太郎,東京都新宿区西新宿\n花子,神奈川県横浜市中区\n"));
        Assert.Equal("名前 Text 太郎|花子\n県 Text 東京都新宿区西新宿|神奈川県横浜市中区", Ran("load t.csv").Study.Loaded.Dump(codes: false));
    }

    [Theory, InlineData("cp1251"), InlineData("windows1251"), InlineData("CP1251"), InlineData("1251")]
    public void Code_pages_go_by_their_numbers(string name) => Assert.Equal("windows-1251", TextEncodings.Find(name)!.WebName);

    [GeneratedRegex("`(derive .+)` ")]
    static partial Regex Step { get; }

    Ran Ran(string script)
    {
        var plan = Language.Check(new SourceText("law.pipe", script), new LanguageOptions { ScriptFolder = folder.Root });
        Assert.Empty(plan.Diagnostics);
        return plan.Steps.Aggregate((Ran?)null, (ran, step) => Look.Ran.Of(step.Operator!, ran?.Study ?? Study.Empty))!;
    }
}
