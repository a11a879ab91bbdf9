using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Dsl;
using Dsl.Diagnostics;
using Runtime;
using Runtime.Data;
using Runtime.Expressions;
using Runtime.Operators.Data;
using Tests.Look;

namespace Tests.Runtime.Data;

/// <summary>Files of the kinds that public bug reports are about: what becomes of them, and what is told where it could be meant otherwise.</summary>
public sealed partial class OddFileTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("\"Last, First\"\n\"Doe, Jane\"\n\"Roe, Rick\"\n", "Last, First Text Doe, Jane|Roe, Rick")]
    [InlineData("x\n\"1,204\"\n\"2,999\"\n", "x Integer 1204|2999")]
    [InlineData("\"sep=;\"\na;b\n1;2\n", "a Integer 1\nb Integer 2")]
    [InlineData("1 2.5 3\n4 5.5 6\n7 8.5 9\n", "column_1 Integer 1|4|7\ncolumn_2 Number 2.5|5.5|8.5\ncolumn_3 Integer 3|6|9")]
    [InlineData("\"a\",\"b\"\n\"r1\",1,2\n\"r2\",3,4\n", "column_1 Text r1|r2\na Integer 1|3\nb Integer 2|4")]
    [InlineData("% made by x\n% again\na,b\n1,2\n", "a Integer 1\nb Integer 2")]
    [InlineData("; made by x\n; again\na,b\n1,2\n", "a Integer 1\nb Integer 2")]
    [InlineData("// made by x\na,b\n1,2\n// end\n", "a Integer 1\nb Integer 2")]
    [InlineData("a,b\n'x, y',1\n'z',2\n", "a Text x, y|z\nb Integer 1|2")]
    [InlineData("a,b\nit's,1\n'tis,2\n", "a Text it's|'tis\nb Integer 1|2")]
    [InlineData("price\nR$ 12.50\nR$ 3\n", "price Number 12.5|3")]
    [InlineData("price;n\n1.250,00 zł;1\n85,50 zł;2\n", "price Number 1250|85.5\nn Integer 1|2")]
    [InlineData("price,n\n\"Rs. 1,250\",1\nRs. 85,2\n", "price Integer 1250|85\nn Integer 1|2")]
    [InlineData("x,n\n\"1,23,456\",1\n\"12,34,567\",2\n\"1,000\",3\n", "x Integer 123456|1234567|1000\nn Integer 1|2|3")]
    [InlineData("x,n\n\"1,23,45\",1\n\"2,000\",2\n", "x Text 1,23,45|2,000\nn Integer 1|2")]
    [InlineData("ok,n\nTrue,1\nfalse,2\nTRUE,3\n", "ok Logical True|False|True\nn Integer 1|2|3")]
    [InlineData("d,n\n2024-01-05,1\n2024-01-05 10:30,2\n2024-01-05T10:30:05,3\n", "d Time 2024-01-05 00:00:00|2024-01-05 10:30:00|2024-01-05 10:30:05\nn Integer 1|2|3")]
    [InlineData("a,b\n1,2\r\n3,4\r5,6\n", "a Integer 1|3|5\nb Integer 2|4|6")]
    [InlineData("growth %,50%ile,a/b\n1,2,3\n4,5,6\n", "growth % Integer 1|4\n50%ile Integer 2|5\na/b Integer 3|6")]
    [InlineData("2,yes\n5.1,3.5,1,9\n4.9,3.0,0,8\n", "column_1 Number 5.1|4.9\ncolumn_2 Number 3.5|3\ncolumn_3 Integer 1|0\ncolumn_4 Integer 9|8")]
    [InlineData("Ann,08075\nBob,09119\n", "column_1 Text Ann|Bob\ncolumn_2 Text 08075|09119")]
    [InlineData("2024-01-02,x\n2024-01-03,y\n", "column_1 Time 2024-01-02|2024-01-03\ncolumn_2 Text x|y")]
    [InlineData("zip,n\n01234,1\n12345,2\n", "zip Text 01234|12345\nn Integer 1|2")]
    [InlineData("3,?,audi,2.5\n1,164,audi,3.5\n2,?,bmw,3.1\n", "column_1 Integer 3|1|2\ncolumn_2 Integer |164|\ncolumn_3 Text audi|audi|bmw\ncolumn_4 Number 2.5|3.5|3.1")]
    [InlineData("2,1,NA,38.5\n1,1,7,39.2\n2,,9,38.3\n", "column_1 Integer 2|1|2\ncolumn_2 Integer 1|1|\ncolumn_3 Integer |7|9\ncolumn_4 Number 38.5|39.2|38.3")]
    [InlineData(",5,3\n1,2,3\n2,4,6\n", "column_1 Integer 1|2\n5 Integer 2|4\n3 Integer 3|6")]
    public void What_is_meant_is_read(string text, string expected) => Assert.Equal(expected, Read(text).Table.Dump(codes: false));

    [Fact]
    public void A_marker_that_nothing_has_changes_no_column()
    {
        const string Text = "d,t,ok,x,n,p,s,i\n2024-01-05,2024-01-05 10:30,True,1.5,1,5%,a,\"[0, 1)\"\n2024-02-05,2024-01-06 10:30,False,2.5,2,7%,b,\"[1, 2]\"\n";
        var plain = Read(Text).Table;
        Assert.Equal(8, plain.Columns.Count);
        Assert.Equal(plain.Dump(), Loaded("load t.csv missing=-999,xyz").Study.Loaded.Dump());
    }

    [Theory]
    [InlineData("missing=1")]
    [InlineData("missing=1 types=price:number")]
    public void A_number_that_is_no_value_is_none_however_it_is_written(string arguments)
    {
        folder.Write("t.csv", "price,n\n$1,a\n$2,b\n\"$1,000\",c\n");
        Assert.Equal("price Integer |2|1000\nn Text a|b|c", Loaded($"load t.csv {arguments}").Study.Loaded.Dump(codes: false));
    }

    [Theory]
    [InlineData("a^b\n1^2\n3^4\n", "`t.csv` has one column, and each line has as many `^` in it: `delimiter=\"^\"` parts them.")]
    [InlineData("1,2,3\n4,5,6\n", "The first line of `t.csv` is taken for names, as its numbers count on; `header=false` takes it for a row.")]
    [InlineData("iso,n\nDE,84\nNA,3\nFR,68\n", "`NA` is a missing value in `iso`, whose other values are two capitals as well: `keep_na=true` takes it for one.")]
    [InlineData("d,n\n2024-01-05,1\n0000-00-00,2\n", "`d` looks like dates and was read as text: `0000-00-00` is none. `missing=\"0000-00-00\"` leaves it out.")]
    [InlineData("d,n\n12/25/23,1\n01/05/24,2\n", "`d` looks like dates and was read as text: `dates=MM/dd/yy` tells how.")]
    [InlineData("d,n\n1/5/2024 3:30 PM,1\n12/25/2023 11:05 AM,2\n", "`d` looks like dates and was read as text: `dates=\"M/d/yyyy h:mm tt\"` tells how.")]
    [InlineData("d,n\n5 January 2024,1\n25 December 2023,2\n", "`d` looks like dates and was read as text: `dates=\"d MMMM yyyy\"` tells how.")]
    public void What_could_be_meant_otherwise_is_told(string text, string told)
    {
        Assert.Contains(told, Read(text).Remarks);
        foreach (Match argument in Argument.Matches(told))
            Assert.DoesNotContain(told, Loaded($"load t.csv {argument.Groups[1].Value}").Remarks);
    }

    /// <summary>Whatever stands in a file, what a message says to write in its place is read as just that.</summary>
    [Fact]
    public void A_marker_that_a_message_offers_is_the_text_of_the_field() => Gen.String.Sample(field =>
    {
        folder.Write("t.csv", "a,b\n1,2\n");
        var plan = Language.Check(new SourceText("law.pipe", $"load t.csv missing={Notation.Word(field)}"), new LanguageOptions { ScriptFolder = folder.Root });
        Assert.Equal([field], ((Load)plan.Steps[0].Operator!).Missing!);
    }, iter: 300);

    Ran Loaded(string step)
    {
        var plan = Language.Check(new SourceText("law.pipe", step), new LanguageOptions { ScriptFolder = folder.Root });
        Assert.Empty(plan.Diagnostics);
        return Ran.Of(plan.Steps[0].Operator!, Study.Empty);
    }

    /// <summary>A column of numbers with a sign, or in numerals of its own, is text for the sake of a few: which, and what mends it.</summary>
    [Theory]
    [InlineData("h,n\n5%,1\n7%,2\nERR,3\n9%,4\nERR,5\n", "2 of 5 values are not numbers, the first is `ERR` in row 3", "missing=ERR")]
    [InlineData("h;n\n1.250,00;1\n85,5;2\nfehlt;3\n", "1 of 3 values are not numbers, the first is `fehlt` in row 3", "missing=fehlt")]
    [InlineData("h,n\n$5.00,1\n$7,2\n\"none yet\",3\n", "1 of 3 values are not numbers, the first is `none yet` in row 3", "missing=\"none yet\"")]
    public void Few_words_among_numbers_are_told_of(string text, string told, string argument)
    {
        folder.Write("t.csv", text);
        Assert.StartsWith($"`h` was read as text: {told} of `t.csv`.", Assert.Single(Loaded("load t.csv").Warnings), StringComparison.Ordinal);
        var mended = Loaded($"load t.csv {argument}");
        Assert.Empty(mended.Warnings);
        Assert.IsType<NumberColumn>(mended.Study.Loaded["h"]);
    }

    [Theory]
    [InlineData("h,n\n5%,1\nnone,2\nother,3\nmore,4\n"), InlineData("h,n\nA5,1\nB7,2\n9,3\n"), InlineData("h,n\n012,1\n100,2\n")]
    public void Words_with_few_numbers_are_words(string text)
    {
        folder.Write("t.csv", text);
        Assert.Empty(Loaded("load t.csv").Warnings);
    }

    /// <summary>What is advised leaves out the last row, and no other.</summary>
    [Theory]
    [InlineData("t.csv", "`load … footer=1`")]
    [InlineData("t.jsonl", "`filter k != \"Total\" or k is missing`")]
    public void A_total_is_left_out_alone(string name, string advice)
    {
        folder.Write("t.csv", "k,v\na,1\n,2\nTotal,3\n");
        folder.Write("t.jsonl", "{\"k\":\"a\",\"v\":1}\n{\"k\":null,\"v\":2}\n{\"k\":\"Total\",\"v\":3}\n");
        Assert.Contains(Loaded($"load {name}").Remarks, r => r == $"The last row has `Total` in `k`: if it sums up the others, leave it out with {advice}.");
        var step = advice.Contains("footer", StringComparison.Ordinal) ? $"load {name} footer=1" : $"load {name} | {advice.Trim('`')}";
        var plan = Language.Check(new SourceText("law.pipe", step), new LanguageOptions { ScriptFolder = folder.Root });
        Assert.Empty(plan.Diagnostics);
        Assert.Equal(2, plan.Steps.Aggregate(Study.Empty, (study, s) => Ran.Of(s.Operator!, study).Study).Rows);
    }

    [GeneratedRegex("`([a-z_]+=[^`]+)`")]
    static partial Regex Argument { get; }

    [Theory]
    [InlineData("a,b\nDE,1\n,2\n"), InlineData("year,n\n2019,1\n2020,2\n"), InlineData("name\nx^2\ny\n"), InlineData("a,b\nNA,1\nNone,2\nx,3\n")]
    public void Nothing_is_told_where_all_is_plain(string text) => Assert.Empty(Read(text).Remarks);

    [Fact]
    public void A_percent_sign_that_only_some_have_is_no_missing_value()
    {
        var ran = Ran.Of(new Load { File = folder.Write("t.csv", "x,n\n5%,1\n0.5,2\n") }, Study.Empty);
        Assert.Equal(["`x` was read as text: 1 of 2 values have a percent sign or a currency that others have not, the first is `5%` in line 2 of `t.csv`."], ran.Warnings);
    }

    /// <summary>A file of any name is looked into; what is no text is refused by its name.</summary>
    [Theory]
    [InlineData("table"), InlineData("t.dat"), InlineData("t.tab"), InlineData("adult.test")]
    public void Text_is_read_whatever_its_name(string name) =>
        Assert.Equal("a Integer 1\nb Integer 2", Formats.Read(folder.Write(name, "a\tb\n1\t2\n"), new(), Work.Alone).Table.Dump(codes: false));

    [Fact]
    public void What_is_no_text_and_has_a_strange_name_is_refused()
    {
        var file = folder.Write("t.docx", [0x50, 0x4B, 3, 4, 20, 0, 0, 0]);
        Assert.Equal("`t.docx` is of a kind that cannot be read.", Assert.Throws<Refusal>(() => Formats.Outline(file, new())).Text);
        Assert.Equal("There is no file `nothing`.", Assert.Throws<Refusal>(() => Formats.Outline(folder.File("nothing"), new())).Text);
    }

    [Fact]
    public void A_word_about_the_table_may_lie_in_its_zip_file()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in ((string, string)[])[("README.txt", "Read this"), ("d/t.csv", "a,b\n1,2\n"), ("__MACOSX/._t.csv", "x")])
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        Assert.Equal("a Integer 1\nb Integer 2", Formats.Read(folder.Write("t.zip", bytes.ToArray()), new(), Work.Alone).Table.Dump(codes: false));
    }

    TableContent Read(string text)
    {
        var file = folder.Write("t.csv", text);
        var outline = Formats.Outline(file, new());
        var content = Formats.Read(file, new(), new Work(2));
        Assert.Equal(content.Table.Columns.Select(c => (c.Name, c.Type)), outline.Columns.Select(c => (c.Name, c.Type)));
        return content;
    }
}
