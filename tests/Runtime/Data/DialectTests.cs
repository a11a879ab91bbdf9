using System.Globalization;
using System.Text;
using CsCheck;
using Runtime;
using Runtime.Data;
using Runtime.Operators.Data;

namespace Tests.Runtime.Data;

/// <summary>Files as people have them: what is found out about them, and what has to be said.</summary>
public sealed class DialectTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a|b|c\n1|2|x\n", "delimiter=\"|\"", "a Integer 1\nb Integer 2\nc Text x")]
    [InlineData("sep=;\na;b\n1;2\n", "delimiter=\";\" skip=1", "a Integer 1\nb Integer 2")]
    [InlineData("a;b\n1,5;x\n-2;y\n", "delimiter=\";\" decimal=\",\"", "a Number 1.5|-2\nb Text x|y")]
    [InlineData("a;b\n1.234;0,5\n12.500;1\n", "delimiter=\";\" decimal=\",\" thousands=\".\"", "a Integer 1234|12500\nb Number 0.5|1")]
    [InlineData("a,b\n\"1,204\",x\n840,y\n", "thousands=\",\"", "a Integer 1204|840\nb Text x|y")]
    [InlineData("a;b\n1 234,5;x\n1 000 000;y\n", "delimiter=\";\" decimal=\",\" thousands=blank", "a Number 1234.5|1000000\nb Text x|y")]
    [InlineData("Report 2024\nby: me\n\na,b,c\n1,2,x\n3,4,y\n", "skip=3", "a Integer 1|3\nb Integer 2|4\nc Text x|y")]
    [InlineData("Title,,\n,,\na,b,c\n1,2,x\n", "skip=2", "a Integer 1\nb Integer 2\nc Text x")]
    [InlineData("5.1,3.5,setosa\n4.9,3.0,setosa\n", "header=false", "column_1 Number 5.1|4.9\ncolumn_2 Number 3.5|3\ncolumn_3 Text setosa|setosa")]
    [InlineData("country,2019,2020\nA,1,2\nB,3,4\n", null, "country Text A|B\n2019 Integer 1|3\n2020 Integer 2|4")]
    [InlineData("# by a logger\na,b\n1,2\n# changed\n3,4\n", "comment=\"#\"", "a Integer 1|3\nb Integer 2|4")]
    [InlineData("#id,b\n1,2\n3,4\n", null, "#id Integer 1|3\nb Integer 2|4")]
    [InlineData("a,b,c\n1,2,3,\n4,5,6,\n", null, "a Integer 1|4\nb Integer 2|5\nc Integer 3|6")]
    [InlineData("a,b,\n1,2\n3,4\n", null, "a Integer 1|3\nb Integer 2|4")]
    [InlineData("a,b,\n1,2,\n3,4,\n", null, "a Integer 1|3\nb Integer 2|4")]
    [InlineData("a,b\n\"say \\\"no\\\", he\",2\nx,3\n", "escape=\"\\\\\"", "a Text say \"no\", he|x\nb Integer 2|3")]
    [InlineData("a,b,c\n1,\"one,5\n2,two,6\n3,\"three,7\n", "quote=none", "a Integer 1|2|3\nb Text \"one|two|\"three\nc Integer 5|6|7")]
    [InlineData("a, b, c\n1, x y, 2\n3, z, 4\n", "trim=true", "a Integer 1|3\nb Text x y|z\nc Integer 2|4")]
    [InlineData("a, b\n1, \"x, y\"\n2, z\n", "trim=true", "a Integer 1|2\nb Text x, y|z")]
    [InlineData("18.0   8  3504.\n15.0  8   3693.\n", "delimiter=blanks header=false", "column_1 Integer 18|15\ncolumn_2 Integer 8|8\ncolumn_3 Integer 3504|3693")]
    [InlineData("a,b\r\n1,2\r\n   \r\n3,4\r\n\u001a", null, "a Integer 1|3\nb Integer 2|4")]
    [InlineData("a,a,a\n1,2,3\n", null, "a Integer 1\na_2 Integer 2\na_3 Integer 3")]
    [InlineData("name\nAnna Smith\nBob Hill\n", null, "name Text Anna Smith|Bob Hill")]
    [InlineData("t,temp,hum\ns,°C,%\n0,20.5,40\n1,21.5,41\n", "units=true", "t Integer 0|1\ntemp Number 20.5|21.5\nhum Integer 40|41")]
    [InlineData("day;who;v;w\n;;(km/h);[kg m-2]\n2024-01-01;x;1;2\n2024-01-02;y;3;4\n", "delimiter=\";\" units=true", "day Time 2024-01-01|2024-01-02\nwho Text x|y\nv Integer 1|3\nw Integer 2|4")]
    [InlineData("a,b\nunknown,unknown\n1,2\n3,4\n", null, "a Text unknown|1|3\nb Text unknown|2|4")]
    [InlineData("a,b\nm,3\n1,2\n3,4\n", null, "a Text m|1|3\nb Integer 3|2|4")]
    [InlineData("a,b,c\n1,2,x\n3,4,y\n\nfrom a book\nof 2024, all\n", "footer=2", "a Integer 1|3\nb Integer 2|4\nc Text x|y")]
    [InlineData("a,b,c\n1,2,x\n3,4,y\nSource: a book\n", "footer=1", "a Integer 1|3\nb Integer 2|4\nc Text x|y")]
    public void What_is_found_out_is_told(string text, string? said, string expected)
    {
        var content = Formats.Read(folder.Write("t.csv", text), new(), new Work(2));
        Assert.Equal(expected, content.Table.Dump(codes: false));
        Assert.Equal(said is null ? null : $"`t.csv` is read with `{said}`.", content.Remarks.FirstOrDefault(r => r.Contains(" is read with ", StringComparison.Ordinal)));
        var outline = Formats.Outline(folder.File("t.csv"), new());
        Assert.Equal(content.Table.Columns.Select(c => (c.Name, c.Type)), outline.Columns.Select(c => (c.Name, c.Type)));
    }

    [Fact]
    public void What_was_found_at_both_ends_can_be_said_otherwise()
    {
        const string Text = "a,b\ns,m\n1,2\n3,4\n\nfrom a book\n";
        Assert.Equal("a Text s|1|3\nb Text m|2|4", Formats.Read(folder.Write("t.csv", Text), new() { Units = false }, Work.Alone).Table.Dump(codes: false));
        Assert.Equal("a Integer 1\nb Integer 2", Formats.Read(folder.Write("t.csv", Text), new() { Footer = 2 }, Work.Alone).Table.Dump(codes: false));
        Assert.Equal("a Integer 1|3\nb Integer 2|4",
            Formats.Read(folder.Write("t.csv", "a,b\n1,2\n3,4\nsum,x\n"), new() { Footer = 1 }, Work.Alone).Table.Dump(codes: false));
        Assert.Contains("line 6 has 1 field", Assert.Throws<Refusal>(() => Formats.Read(folder.Write("t.csv", Text), new() { Footer = 0 }, Work.Alone)).Text);
        Assert.Equal("`t.csv` has no rows above its last 9 lines.",
            Assert.Throws<Refusal>(() => Formats.Read(folder.Write("t.csv", Text), new() { Footer = 9 }, Work.Alone)).Text);
    }

    /// <summary>A row that was cut off is no footer.</summary>
    [Theory]
    [InlineData("a,b,c\n1,2,x\n3,4\n")]
    [InlineData("a,b,c\nx,2,x\nGerm")]
    [InlineData("a,b,c\n1,2,3\n\n4,5\n6,7,8\n")]
    public void A_damaged_end_is_told(string text) =>
        Assert.Throws<Refusal>(() => Formats.Read(folder.Write("t.csv", text), new(), Work.Alone));

    [Fact]
    public void Names_that_are_numbers_with_exponents_are_told_of()
    {
        const string Text = "id,v\n1e5,2\n12E3,3\n";
        var found = Formats.Read(folder.Write("t.csv", Text), new(), Work.Alone);
        Assert.Contains("`id` has numbers with exponents, such as `1e5`: `types=id:text` keeps them as they are written.", found.Remarks);
        var kept = Formats.Read(folder.Write("t.csv", Text), new() { Types = ["id:text"] }, Work.Alone);
        Assert.Equal("id Text 1e5|12E3\nv Integer 2|3", kept.Table.Dump(codes: false));
        Assert.Empty(kept.Remarks);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void Encodings_are_found(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        foreach (var mark in new byte[][] { [], encoding.GetPreamble() })
        {
            var table = Formats.Read(folder.Write("t.csv", [.. mark, .. encoding.GetBytes("ville,n\nOrléans,3\nNîmes,4\n")]), new(), Work.Alone);
            Assert.Equal("ville Text Orléans|Nîmes\nn Integer 3|4", table.Table.Dump(codes: false));
            Assert.Contains(" is read with `encoding=", table.Remarks[0]);
        }
    }

    /// <summary>What stands behind the head decides, too: a letter that is no UTF-8, a quotation mark that is a letter.</summary>
    [Theory]
    [InlineData("Orléans,1", "encoding=windows-1252")]
    [InlineData("\"Orleans,1", "quote=none")]
    [InlineData("# Orleans", "comment=\"#\"")]
    public void All_of_the_file_decides(string line, string said)
    {
        var text = "city,n\n" + string.Concat(Enumerable.Repeat("Paris,2\n", 60_000)) + line + "\nParis,5\n";
        var content = Formats.Read(folder.Write("t.csv", Encoding.Latin1.GetBytes(text)), new(), new Work(2));
        Assert.Equal($"`t.csv` is read with `{said}`.", content.Remarks[0]);
        Assert.Equal("5", content.Table["n"].Show(content.Table.Rows - 1));
    }

    [Fact]
    public void A_late_text_in_a_column_of_numbers_is_no_broken_promise()
    {
        folder.Write("t.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i},{i}\n")) + "x,2024-01-02\n");
        var study = new Load { File = folder.File("t.csv") }.Apply(Study.Empty, new RunContext());
        Assert.Equal([ColumnType.Text, ColumnType.Text], study.Loaded.Columns.Select(c => c.Type));
    }

    [Theory]
    [InlineData(BadRows.Pad, "a Integer 1|2|3\nb Text x||y", "(1 filled up with missing values, 1 left out)")]
    [InlineData(BadRows.Drop, "a Integer 1|3\nb Text x|y", "(2 left out)")]
    public void Lines_of_other_widths_are_padded_or_dropped_and_told(BadRows bad, string expected, string told)
    {
        var content = Formats.Read(folder.Write("t.csv", "a,b\n1,x\n2\n3,y\n4,z,z\n"), new ReadOptions { BadRows = bad }, Work.Alone);
        Assert.Equal(expected, content.Table.Dump(codes: false));
        Assert.Contains(content.Remarks, r => r.Contains(told, StringComparison.Ordinal) && r.Contains("line 3 has 1 (`2`), line 5 has 3 (`4,z,z`)", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_is_heeded()
    {
        var table = folder.Read("x;id;when;ok\n1,5;007;02/03/2024;true\nNA;NA;;false\n", new ReadOptions
        {
            KeepNa = true,
            Types = ["ok:text", "a:text"],
            Dates = "dd/MM/yyyy",
            Names = ["a", "b", "c", "ok"],
        }, name: "t.txt");
        Assert.Equal("a Text 1,5|NA\nb Text 007|NA\nc Time 02/03/2024|\nok Text true|false", table.Dump(codes: false));
    }

    [Fact]
    public void Several_files_are_one_table()
    {
        folder.Write("t-1.csv", "a,b\n1,2\n");
        folder.Write("t-2.csv", "b,a,c\n20,1.5,x\n");
        var study = new Load { File = folder.File("t-*.csv"), Files = "from" }.Apply(Study.Empty, new RunContext());
        Assert.Equal("a Number 1|1.5\nb Integer 2|20\nfrom Text t-1.csv|t-2.csv\nc Text |x", study.Loaded.Dump(codes: false));
    }

    [Fact]
    public void A_pipe_is_refused_at_once()
    {
        if (OperatingSystem.IsWindows()) return;
        using (var made = System.Diagnostics.Process.Start("mkfifo", folder.At("p.csv"))) made.WaitForExit();
        Assert.Equal("`p.csv` is no regular file.", Assert.Throws<Refusal>(() => Formats.Outline(folder.File("p.csv"), new())).Text);
    }

    [Fact]
    public void A_file_that_is_written_to_while_it_is_read_is_refused()
    {
        var file = folder.Write("t.csv", "a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 500_000)));
        var cut = new Work(1, (_, _) => File.WriteAllText(file.Path, "a,b\n1,2\n"));
        Assert.Equal("`t.csv` changed while it was read.", Assert.Throws<Refusal>(() => Formats.Read(file, new(), cut)).Text);
    }

    static readonly Gen<string> Cells = Gen.OneOf("a", "ß", "5", " ", ",", ";", "|", "\"", "'", "#", "\n", "\t", "\\", "x y", "").Array[0, 4].Select(string.Concat)
        .Select(t => t.Trim() is "NA" ? "n" : t.Trim());

    static readonly Gen<Dialect> Dialects = Gen.Select(Gen.OneOf(",", ";", "|", "\t"), Gen.OneOf("\"", "'"), Gen.Bool, Gen.OneOf("", "#"), Gen.Int[0, 2],
        (delimiter, quote, slash, comment, skip) => new Dialect
        {
            Delimiter = (byte)delimiter[0],
            Quote = (byte)quote[0],
            Backslash = slash,
            Comment = comment,
            Skip = skip,
        });

    /// <summary>Any table in any dialect, when the dialect is said, is read as it was written.</summary>
    [Fact]
    public void A_table_in_any_dialect_that_is_said_is_read_again() =>
        Gen.Select(Dialects, Gen.Int[1, 4].SelectMany(width => Cells.Array[width].Array[1, 6])).Sample((dialect, rows) =>
        {
            using var place = new TempFolder();
            var text = Written(dialect, [[.. rows[0].Select((_, j) => $"c{j}")], .. rows]);
            var table = place.Read(text, new ReadOptions
            {
                Delimiter = Dialect.NameOf(dialect.Delimiter),
                Quote = ((char)dialect.Quote).ToString(CultureInfo.InvariantCulture),
                Escape = dialect.Backslash ? "\\" : "none",
                Comment = dialect.Comment.Length == 0 ? "none" : dialect.Comment,
                Skip = dialect.Skip,
                Header = true,
                Trim = false,
                KeepNa = true,
                Types = [.. rows[0].Select((_, j) => $"c{j}:text")],
            });
            Assert.Equal(rows.Select(r => string.Join("¦", r)), Enumerable.Range(0, table.Rows).Select(r => string.Join("¦", table.Columns.Select(c => c.Show(r)))));
        }, iter: 3_000);

    static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.OneOf("a", "b", "1", "2.5", "1,5", "\"", "\"\"", ",", ",", ";", ";", "\t", "|", " ", "\n", "\n", "\r\n", "\r", "#", "\\", "\\\"", "é", "NA", "?", "%", "$", "true",
            "2024-01-02", "sep=;\n", "\uFEFF").Select(Encoding.UTF8.GetBytes),
        Gen.Byte.Select(b => new[] { b })).Array[0, 60].Select(parts => parts.SelectMany(p => p).ToArray());

    /// <summary>Also where the blank line above it is the last one of a chunk.</summary>
    [Fact]
    public void A_footer_is_one_wherever_chunks_are_cut()
    {
        using var place = new TempFolder();
        for (var rows = 10; rows < 40; rows++)
        {
            var text = $"name,size\n{string.Concat(Enumerable.Range(10, rows).Select(i => $"row{i},{i}\n"))}\nsaid by nobody\n";
            var file = place.Write("t.csv", System.Text.Encoding.ASCII.GetBytes(text));
            Assert.Equal(rows, Formats.Read(file, new ReadOptions { ChunkBytes = 128 }, new Work(2)).Table.Rows);
        }
    }

    /// <summary>Whatever stands in a file, it is read or refused with a sentence, the head says the same, and no chunk shows.</summary>
    [Fact]
    public void Any_bytes_are_a_table_or_a_refusal() => Bytes.Sample(bytes =>
    {
        using var place = new TempFolder();
        var file = place.Write("t.csv", bytes);
        var (table, refusal) = Attempt(() => Formats.Read(file, new(), Work.Alone).Table);
        var (outline, none) = Attempt(() => Formats.Outline(file, new()));
        var (cut, missed) = Attempt(() => Formats.Read(file, new ReadOptions { ChunkBytes = 128 }, new Work(2)).Table);
        Assert.Equal(refusal?.Text, none?.Text);
        Assert.True(table?.Dump() == cut?.Dump(), $"{Convert.ToHexString(bytes)}\n{table?.Dump()}\n{refusal?.Text}\n{cut?.Dump()}\n{missed?.Text}");
        if (table is not null) Assert.Equal(table.Columns.Select(c => (c.Name, c.Type)), outline!.Columns.Select(c => (c.Name, c.Type)));
    }, iter: 1_000);

    static (T? Made, Refusal? Refusal) Attempt<T>(Func<T> make) where T : class
    {
        try
        {
            return (make(), null);
        }
        catch (Refusal refusal)
        {
            return (null, refusal);
        }
    }

    static string Written(Dialect dialect, IEnumerable<string[]> rows)
    {
        var quote = (char)dialect.Quote;
        var lines = rows.Select(r => string.Join((char)dialect.Delimiter, r.Select(Quoted)));
        var before = string.Concat(Enumerable.Repeat("about, \"it\n", dialect.Skip));
        return before + string.Join(dialect.Comment.Length > 0 ? $"\n{dialect.Comment} said, \"so\n" : "\n", lines) + "\n";

        string Quoted(string cell) => dialect.Backslash
            ? $"{quote}{cell.Replace("\\", "\\\\").Replace($"{quote}", $"\\{quote}")}{quote}"
            : $"{quote}{cell.Replace($"{quote}", $"{quote}{quote}")}{quote}";
    }
}
