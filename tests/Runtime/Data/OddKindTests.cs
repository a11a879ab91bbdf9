using Dsl;
using Dsl.Diagnostics;
using Runtime;
using Runtime.Data;
using Tests.Look;

namespace Tests.Runtime.Data;

/// <summary>Kinds of tables that are read one way and may be meant another: each is told of, and what is advised makes it right.</summary>
public sealed class OddKindTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("d,x\n2024-01-05,1\n05/02/2024,2\n", "`d` has dates written in several ways, such as `2024-01-05` and `05/02/2024`, and was read as text: write all of them alike in the file.")]
    [InlineData("d,x\n5 Jan 2024,1\n6.2.2024,2\n", "`d` has dates written in several ways, such as `5 Jan 2024` and `6.2.2024`, and was read as text: write all of them alike in the file.")]
    [InlineData("k,v\na,$5\nb,€7\n", "`v` was read as text: its numbers have not all the same percent sign or currency, the first other one is `€7`. Write all of them alike in the file.")]
    [InlineData("k,v\na,5%\nb,0.07\nc,1%\n", "`v` was read as text: its numbers have not all the same percent sign or currency, the first other one is `0.07`. Write all of them alike in the file.")]
    [InlineData("name   age\nAnn Lee   31\nBob    42\n", "`t.csv` has one column, and runs of blanks in each line: columns of fixed width are not told apart. Write a sign such as `;` between them.")]
    [InlineData("a,b\nr1,1,2\nr2,3,4\n", "Each line of `t.csv` has one field more than its header: the first field is taken for the name of the row.")]
    [InlineData("t\n2024-01-05T10:00:00Z\n2024-01-05T11:00:00+02:00\n", "`t` looks like dates and was read as text: `2024-01-05T11:00:00+02:00` is in another zone. `missing=\"2024-01-05T11:00:00+02:00\"` leaves it out.")]
    [InlineData("t,n\n21,1\n-999,2\n22,3\n23,4\n", "`t` has -999 in 1 row, and else numbers from 21 to 23: if it stands for a missing value, add `missing=-999` to `load`.")]
    public void What_may_be_meant_otherwise_is_told(string text, string told)
    {
        folder.Write("t.csv", text);
        Assert.Contains(told, Loaded("load t.csv").Remarks);
    }

    [Theory]
    [InlineData("t,n\n210,1\n-999,2\n220,3\n230,4\n"), InlineData("year,n\n999,1\n1000,2\n1001,3\n"), InlineData("d,x\n2024-01-05,1\nsoon,2\n")]
    public void What_is_plain_or_may_be_anything_is_not(string text)
    {
        folder.Write("t.csv", text);
        Assert.DoesNotContain(Loaded("load t.csv").Remarks, r => r.Contains("stands for", StringComparison.Ordinal) || r.Contains("several", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_header_is_told_of_once_and_can_be_left_out_or_taken()
    {
        folder.Write("t.csv", "id,price,qty\n,mean,sum\nA,1.5,3\nB,2.5,5\n");
        var warning = Assert.Single(Loaded("load t.csv").Warnings);
        Assert.StartsWith("Line 2 of `t.csv` seems to be a second header: it has words where all other values of `price` and `qty` are numbers.", warning, StringComparison.Ordinal);
        Assert.Equal("id Text A|B\nprice Number 1.5|2.5\nqty Integer 3|5", Loaded("load t.csv units=true").Study.Loaded.Dump(codes: false));
        Assert.Equal("column_1 Text A|B\nmean Number 1.5|2.5\nsum Integer 3|5", Loaded("load t.csv skip=1").Study.Loaded.Dump(codes: false));
    }

    [Fact]
    public void A_last_line_that_is_said_to_be_no_row_does_not_make_texts_of_dates_for_the_check()
    {
        folder.Write("t.csv", "d,n\n15/01/2024,1\n16/02/2024,2\nTotal,3\n");
        Assert.Equal("y Integer 2024|2024", Loaded("load t.csv footer=1 dates=dd/MM/yyyy | derive y = year(d) | select y").Study.Loaded.Dump(codes: false));
    }

    [Fact]
    public void A_header_among_the_rows_is_told_of_once_and_can_be_left_out()
    {
        folder.Write("t.csv", "a,b\n1,2\n3,4\n\uFEFFa,b\n5,6\n");
        Assert.StartsWith("Line 4 of `t.csv` is its header once more: `a` and `b` were read as text.", Assert.Single(Loaded("load t.csv").Warnings), StringComparison.Ordinal);
        Assert.Equal("a Integer 1|3|5\nb Integer 2|4|6", Loaded("load t.csv missing=\"\\u{feff}a\",b | drop missing a b").Study.Loaded.Dump(codes: false));
    }

    /// <summary>Fields in single quotes that hold the delimiter are no names of rows.</summary>
    [Fact]
    public void Single_quotes_in_every_row_are_quotation_marks()
    {
        folder.Write("t.csv", "a,b\n'x, y',1\n'z, w',2\n");
        Assert.Equal("a Text x, y|z, w\nb Integer 1|2", Loaded("load t.csv").Study.Loaded.Dump(codes: false));
    }

    [Theory]
    [InlineData("\uFEFFa,b\n1,2\n"), InlineData("\uFEFF\uFEFFa,b\n1,2\n"), InlineData("\u200Ba,b\u200B\n1,2\n")]
    public void Signs_without_width_are_no_part_of_a_name(string text)
    {
        folder.Write("t.csv", text);
        Assert.Equal("a Integer 1\nb Integer 2", Loaded("load t.csv").Study.Loaded.Dump(codes: false));
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html>\n", "a page of the web, perhaps one that says why the file was not given")]
    [InlineData("\n <HTML><body>\n404\n", "a page of the web, perhaps one that says why the file was not given")]
    [InlineData("<?xml version=\"1.0\"?>\n<a/>\n", "XML")]
    [InlineData("%PDF-1.4\n1 0 obj\n", "a PDF document")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n", "the pointer of Git LFS to a file that is not here")]
    public void What_is_no_table_is_said_to_be_what_it_is(string text, string what)
    {
        var file = folder.Write("t.csv", text);
        Assert.Equal($"`t.csv` is {what}, and no delimited text.", Assert.Throws<Refusal>(() => Formats.Outline(file, new())).Text);
    }

    Ran Loaded(string script)
    {
        var plan = Language.Check(new SourceText("law.pipe", script), new LanguageOptions { ScriptFolder = folder.Root });
        Assert.Empty(plan.Diagnostics);
        return plan.Steps.Aggregate((Ran?)null, (ran, step) => Ran.Of(step.Operator!, ran?.Study ?? Study.Empty))!;
    }
}
