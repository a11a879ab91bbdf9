using System.Runtime.CompilerServices;
using Host.CSharp;
using Runtime;
using Runtime.Charts;

namespace Tests.Host.CSharp;

/// <summary>What a block sees and does, run from C#.</summary>
public sealed class BlockTests
{
    static readonly Study Small = Study.Empty with
    {
        Table = new Table(new NamedList<Column>(
            new NumberColumn("energy", [0.5, double.NaN, 2], whole: false),
            new NumberColumn("year", [1999, 2000, 2001], whole: true),
            new TextColumn("genre", [0, -1, 1], TextPool.Of(["rock", "pop"]))), 3),
    };

    static Study Run(string code, Study? study = null, Action<Result>? sink = null, params string[] adds) => new CSharpBlock
    {
        Code = new CodeBlock(code, 1, 0, "."),
        Adds = adds.Length == 0 ? null : new ValueList<string>(adds),
    }.Apply(study ?? Small, new RunContext { Sink = sink ?? (_ => { }), Parameters = [("k", "3"), ("share", "93%"), ("who", "\"us\"")] });

    [Fact]
    public void Pictures_of_its_own_are_shown_as_they_are()
    {
        var shown = new List<Result>();
        Run("""
            ShowSvg("mine", "My `own`", "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"1\" height=\"1\"/></svg>");
            ShowCanvas("dots", "Dots", 30, 20, canvas =>
            {
                using var red = new SKPaint { Color = SKColors.Red };
                canvas.DrawCircle(5, 5, 3, red);
                canvas.DrawText("a", 2, 18, Sketch.Font(10), red);
            });
            """, sink: shown.Add);
        var drawings = shown.OfType<Drawing>().ToArray();
        Assert.Equal(["mine", "dots"], drawings.Select(d => d.Name));
        Assert.Contains("<rect", drawings[0].Svg);
        Assert.Null(drawings[0].Png);
        Assert.Contains("<svg", drawings[1].Svg);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], drawings[1].Png![..4]);
        var refusal = Assert.Throws<Refusal>(() => Run("""ShowSvg("mine", "Mine", "<b>no</b>");"""));
        Assert.Contains("is no SVG", refusal.Text);
        Assert.Contains("is no SVG", Assert.Throws<Refusal>(() => Run("""ShowSvg("mine", "Mine", "<svg");""")).Text);
    }

    [Fact]
    public void What_calls_itself_without_end_fails_at_its_line()
    {
        foreach (var code in (string[])["int Down(int n) { return Down(n + 1) + 1; }\nShow(Down(0));", "int Down(int n) => Down(n + 1) + 1;\nShow(Down(0));",
            "Func<int, int> down = null!;\ndown = n => { return down(n + 1) + 1; };\nShow(down(0));",
            "Show(new A().Down);\nclass A { public int Down { get { return new A().Down + 1; } } }"])
            Assert.Contains("`InsufficientExecutionStackException`", Assert.Throws<Refusal>(() => Run(code)).Text);
    }

    [Fact]
    public void Columns_are_added_from_arrays_and_row_by_row()
    {
        var after = Run("""
            var energy = Numbers("energy");
            var genre = Texts("genre");
            Add("loud", row => energy[row] * 2);
            Add("old", row => Numbers("year")[row] < 2000);
            Add("upper", row => genre[row]?.ToUpperInvariant());
            Add("rank", new[] { 3, 2, 1 });
            ReadOnlySpan<double> span = energy;
            Show(span.Length);
            """).Table!;
        Assert.Equal([1, double.NaN, 4], ((NumberColumn)after["loud"]).Storage);
        Assert.Equal([1, 0, 0], ((NumberColumn)after["old"]).Storage);
        Assert.Equal(["ROCK", "", "POP"], Enumerable.Range(0, 3).Select(after["upper"].Show));
        Assert.Equal(ColumnType.Integer, after["rank"].Type);
    }

    [Fact]
    public void Points_and_labelings_are_added_and_operators_are_records()
    {
        var after = Run("""
            AddPoints("both", [[1, 2, 4], [0, 1, 0]], "x", "y");
            Do(new Scale { Method = ScalingMethod.Minmax });
            Study = new KMeans { K = 2, As = "found" }.Apply(Study, Run);
            AddLabels("mine", new[] { 0, -1, 1 });
            Show(Labels("mine").Count);
            Show(new BarChart("sizes", "Sizes", ["a"], [new Series("n", [1.0])]));
            """);
        Assert.Equal(["both", "scale"], after.Points.Names);
        Assert.Equal(["found", "mine"], after.Labelings.Select(l => l.Name));
        Assert.Equal(1, after.Labeling("mine").Ungrouped);
    }

    [Fact]
    public void Parameters_frames_helpers_types_and_a_last_value_are_there()
    {
        var said = new List<Result>();
        Run("""
            using System.Globalization;
            Show(Param<int>("k") * Param<double>("share"));
            Show(Param("who"));
            Show(Twice(new Pair(1, 2)));
            Show(Table, "head");
            Show(new BarChart("bars", "Bars", ["a"], [new Series("n", [1.0])]));
            static int Twice(Pair pair) => 2 * (pair.A + pair.B);
            record Pair(int A, int B);
            """, sink: said.Add);
        Assert.Equal(["2.79", "us", "6"], said.OfType<Remark>().Select(r => r.Text));
        Assert.Equal("bars", said.OfType<Figure>().Single().Name);
        Assert.Equal(["energy", "year", "genre"], said.OfType<Sheet>().Single().Columns.Select(c => c.Name));
        Run("Numbers(\"year\").Average()", sink: said.Add);
        Assert.Equal("2000", said.OfType<Remark>().Last().Text);
    }

    [Theory]
    [InlineData("using var text = new System.IO.StringReader(\"abc\"); Show(text.ReadLine());", "abc")]
    [InlineData("using var text = new System.IO.StringReader(\"abc\"); text.ReadLine()", "abc")]
    [InlineData("record R(int A); using var text = new System.IO.StringReader(\"abc\"); Show(new R(1));", "R { A = 1 }")]
    [InlineData("await Task.Delay(1); Show(await Task.FromResult(3));", "3")]
    [InlineData("var waits = async () => { await Task.Delay(1); return 4; }; Show(waits().Result);", "4")]
    [InlineData("Console.WriteLine(\"row {0}\", 7);", "row 7")]
    [InlineData("Console.Write(1); Console.Write(\"2\"); Console.Error.WriteLine(); Console.Write(3);", "12¶3")]
    [InlineData("Show(new[] { 1.5, 2.5 });", "[1.5, 2.5]")]
    [InlineData("Show(new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 });", "{ a: 1, b: 2 }")]
    [InlineData("Show(new { A = 1, B = new[] { 1, 2 } });", "{ A = 1, B = [1, 2] }")]
    [InlineData("Show(new List<List<int>> { new() { 1 }, new() });", "[[1], []]")]
    [InlineData("Show((1, \"x\"));", "(1, x)")]
    [InlineData("var own = new object[1]; own[0] = own; Show(own);", "[[[[…]]]]")]
    public void What_a_block_says_is_shown(string code, string text)
    {
        var said = new List<Result>();
        Run(code, sink: said.Add);
        Assert.Equal(text, string.Join('¶', said.OfType<Remark>().Select(r => r.Text)));
    }

    [Fact]
    public void Truths_and_dates_are_columns_of_their_own()
    {
        var after = Run("""
            Add("late", row => row > 0);
            Add("even", new[] { true, false, true });
            Add("when", row => row == 0 ? null : new DateTime(2026, 1, row, 12, 0, 0));
            Show(Dates("when")[1]!.Value.Hour);
            """, adds: ["late:logical", "even:logical", "when:date"]).Table!;
        Assert.Equal(["false", "true", "true"], Enumerable.Range(0, 3).Select(after["late"].Show));
        Assert.Equal(ColumnType.Logical, after["even"].Type);
        Assert.Equal(["", "2026-01-01 12:00:00", "2026-01-02 12:00:00"], Enumerable.Range(0, 3).Select(after["when"].Show));
    }

    [Theory]
    [InlineData("Numbers(\"genre\")", "Column `genre` holds text.")]
    [InlineData("Numbers(\"enrgy\")", "There is no column `enrgy`.")]
    [InlineData("Dates(\"year\")", "Column `year` holds no dates.")]
    [InlineData("Add(\"x\", new double[2]);", "`x` has 2 values for 3 rows.")]
    [InlineData("Add(\"x\", row => 1.0 / 0);", "Row 1 of column `x` is infinite.")]
    [InlineData("AddLabels(\"x\", new[] { 0, -2, 1 });", "`-2` is no cluster of `x`.")]
    [InlineData("AddPoints(\"x\", [[1, 2, double.NaN]], \"a\");", "Row 3 of `a` is not a finite number.")]
    [InlineData("Param(\"q\")", "The script declares no parameter `q`.")]
    [InlineData("Param<int>(\"who\")", "The parameter `who` is `us`, which is no Int32.")]
    public void What_cannot_be_is_refused_as_by_any_operator(string code, string text) => Assert.Equal(text, Assert.Throws<Refusal>(() => Run(code)).Text);

    [Fact]
    public void What_is_declared_must_be_added()
    {
        Assert.Equal("The block did not add `loud` as number.", Assert.Throws<Refusal>(() => Run("Add(\"lound\", new double[3]);", adds: "loud:number")).Text);
        Run("Add(\"loud\", new double[3]);", adds: "loud:number");
    }

    [Fact]
    public void A_thousand_evaluations_leave_nothing_loaded()
    {
        for (var i = 0; i < 1000; i++) Run("Add(\"loud\", row => row * 2.0);");
        Memory.Settle();
        Assert.InRange(StillLoaded(), 0, 5);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static int StillLoaded() => AppDomain.CurrentDomain.GetAssemblies().Count(a => a.IsCollectible && a.GetType("Code") is not null);
}
