using Host;
using Host.Editor;

namespace Tests.Host.Editor;

/// <summary>Keys typed into the editor, and what stands on the screen then.</summary>
public class EditorTests
{
    static readonly string[] Fruit = ["apple", "apricot", "banana"];

    static Menu Complete(string text, int caret)
    {
        var start = text[..caret].LastIndexOf(' ') + 1;
        var found = Fruit.Where(f => f.StartsWith(text[start..caret], StringComparison.Ordinal)).Select(f => new Choice(f, "fruit", $"A {f}."));
        return new Menu(start, [.. found], null);
    }

    static readonly Advice Fruits = new(
        text => [.. Fruit.Where(f => text.Contains(f)).Select(f => new Styled(text.IndexOf(f, StringComparison.Ordinal), f.Length, "32"))],
        Complete,
        text => text.Count(c => c == '(') > text.Count(c => c == ')') ? TextState.Unfinished : TextState.Finished);

    /// <summary>What is typed, and what the editor gives.</summary>
    const string Texts = """
        abc{Enter}                                   ⇶ abc
        abc{Left}{Left}X{Enter}                      ⇶ aXbc
        abc{Ctrl-A}X{Ctrl-E}Y{Enter}                 ⇶ XabcY
        abc{Home}X{End}Y{Enter}                      ⇶ XabcY
        abc{Backspace}{Backspace}{Enter}             ⇶ a
        abc{Home}{Delete}{Enter}                     ⇶ bc
        one two three{Ctrl-W}X{Enter}                ⇶ one two X
        one two{Ctrl-Left}X{Enter}                   ⇶ one Xtwo
        one two{Alt-B}{Alt-B}{Alt-F}X{Enter}         ⇶ oneX two
        one two{Alt-Backspace}X{Enter}               ⇶ one X
        one two{Ctrl-Left}{Ctrl-K}X{Enter}           ⇶ one X
        one two{Ctrl-Left}{Ctrl-U}X{Enter}           ⇶ Xtwo
        one two{Ctrl-Z}X{Enter}                      ⇶ oneX
        one two{Ctrl-Z}{Ctrl-Y}{Enter}               ⇶ one two
        one{Ctrl-U}{Ctrl-Z}{Enter}                   ⇶ one
        ab{Ctrl-A}{Ctrl-D}{Enter}                    ⇶ b
        x{Alt-Enter}y{Enter}                         ⇶ x\n  y
        x{Alt-Enter}y{Up}Z{Enter}                    ⇶ xZ\n  y
        f(a{Enter}b){Enter}                          ⇶ f(a\n  b)
        {Paste one\ntwo\n}{Enter}                    ⇶ one\ntwo
        ab{Left}{Paste X Y}{Enter}                   ⇶ aX Yb
        {Burst one\n  two\nthree\n}                 ⇶ one\n  two\nthree
        {Burst one\n\n\ttwo}{Enter}                 ⇶ one\n\n  two
        {Burst f(a\nb\n})c{Enter}                    ⇶ f(a\nb\n  )c
        {Burst one\ntw}o{Enter}                      ⇶ one\ntwo
        ba{Tab}{Enter}                               ⇶ banana
        a{Tab}{Tab}{Tab}{Enter}{Enter}               ⇶ apricot
        a{Tab}{Tab}{Shift-Tab}{Enter}{Enter}         ⇶ apricot
        a{Tab}{Tab} b{Tab}{Enter}                    ⇶ apple banana
        a{Tab}{Down}{Esc}{Enter}                     ⇶ ap
        zz{Tab}{Enter}                               ⇶ zz
        é漢{Left}{Backspace}x{Enter}                  ⇶ x漢
        {Up}{Enter}                                  ⇶ second one
        {Up}{Up}{Enter}                              ⇶ first
        own{Up}{Up}{Down}{Down}{Enter}               ⇶ own
        {Ctrl-R}fir{Enter}{Enter}                    ⇶ first
        {Ctrl-R}s{Ctrl-R}{Enter}                     ⇶ first
        keep{Ctrl-R}fir{Esc}{Enter}                  ⇶ keep
        se{Right}{Enter}                             ⇶ second one
        se{End}!{Enter}                              ⇶ second one!
        """;

    public static TheoryData<string, string> TextCases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in Texts.ReplaceLineEndings("\n").Split('\n'))
                cases.Add(line.Split(" ⇶ ")[0].TrimEnd(), line.Split(" ⇶ ")[1].Replace("\\n", "\n"));
            return cases;
        }
    }

    [Theory, MemberData(nameof(TextCases))]
    public void What_is_typed_becomes(string typed, string text)
    {
        var (end, given, _) = Type(typed);
        Assert.Equal((ReadEnd.Submitted, text), (end, given));
    }

    [Theory]
    [InlineData("abc{Ctrl-C}", "Dropped")]
    [InlineData("{Ctrl-D}", "Left")]
    [InlineData("a{Backspace}{Ctrl-D}", "Left")]
    public void A_text_ends_without_being_submitted(string typed, string end) => Assert.Equal(end, Type(typed).End.ToString());

    [Fact]
    public void A_blank_line_gives_up_on_a_text_that_is_not_finished() => Assert.Equal("f(a\n  ", Type("f(a{Enter}{Enter}").Text);

    [Fact]
    public void A_menu_hangs_below_the_text_with_what_the_choices_are()
    {
        var shown = ShownAfter("eat a{Tab}{Tab}");
        Assert.Equal("> eat apple\n› apple    fruit  A apple.\n  apricot  fruit  A apricot.", shown.Text);
        Assert.Equal((0, 11), shown.Caret);
    }

    [Fact]
    public void A_word_that_is_whole_is_followed_by_a_blank_and_a_path_or_an_argument_is_not()
    {
        Assert.Equal("load x", TypedAsWords("lo{Tab}x{Enter}"));
        Assert.Equal("load x", TypedAsWords("load{Tab}x{Enter}"));
        Assert.Equal("k=3", TypedAsWords("k{Tab}3{Enter}"));
        Assert.Equal("data/x", TypedAsWords("da{Tab}x{Enter}"));
    }

    static string TypedAsWords(string typed)
    {
        string[] words = ["load", "k=", "data/"];
        var advice = Advice.None with
        {
            Complete = (text, caret) => new Menu(0, [.. words.Where(w => w.StartsWith(text, StringComparison.Ordinal)).Select(w => new Choice(w, "", ""))], null)
            {
                Words = true,
            },
        };
        var screen = new VirtualScreen(60, 20);
        return new LineEditor(new Typist(typed).Keys, new Screen(screen.Write, () => screen.Size, true), advice, new History(null)).Read("> ").Text;
    }

    [Fact]
    public void A_note_that_is_longer_than_a_row_goes_on_in_the_next_one()
    {
        var advice = Advice.None with { Complete = (_, caret) => new Menu(caret, [], "one two three four five six") };
        var screen = new VirtualScreen(16, 20);
        Assert.Throws<EndOfStreamException>(() => new LineEditor(new Typist("a{Tab}").Keys, new Screen(screen.Write, () => screen.Size, true), advice, new History(null)).Read("> "));
        Assert.Equal("> a\n  one two three\n  four five six", screen.Text);
    }

    [Fact]
    public void The_menu_is_gone_when_the_choice_is_made() => Assert.Equal("> eat apple x", ShownAfter("eat a{Tab}{Tab}{Enter} x").Text);

    [Fact]
    public void Long_texts_go_on_in_the_next_row_and_the_caret_with_them()
    {
        var shown = ShownAfter(new string('x', 25) + "漢字{Left}");
        Assert.Equal("> " + new string('x', 17) + "\nxxxxxxxx漢字", shown.Text);
        Assert.Equal((1, 10), shown.Caret);
    }

    [Fact]
    public void A_wide_character_that_does_not_fit_stands_in_the_next_row() =>
        Assert.Equal("> " + new string('x', 16) + "\n漢", ShownAfter(new string('x', 16) + "漢").Text);

    [Fact]
    public void Lines_after_the_first_are_led_by_a_dot() => Assert.Equal("> f(a\n·   b", ShownAfter("f(a{Enter}b").Text);

    [Fact]
    public void What_the_history_suggests_stands_dim_behind_the_caret()
    {
        var shown = ShownAfter("fi");
        Assert.Equal(("> first", (0, 4)), (shown.Text, shown.Caret));
        Assert.Contains("2", shown.Styles);
    }

    [Fact]
    public void Without_colours_nothing_is_painted_and_nothing_suggested()
    {
        var shown = ShownAfter("fi", colour: false);
        Assert.Equal("> fi", shown.Text);
        Assert.Empty(shown.Styles);
    }

    [Fact]
    public void Words_are_coloured_as_advised() => Assert.Contains("32", ShownAfter("eat banana").Styles);

    [Fact]
    public void A_text_taller_than_the_screen_shows_the_part_around_the_caret()
    {
        var shown = ShownAfter("{Paste 1\n2\n3\n4\n5\n6\n7\n8}", height: 5);
        Assert.Equal("· 5\n· 6\n· 7\n· 8", shown.Text);
        Assert.Equal("> 1\n· 2\n· 3\n· 4", ShownAfter("{Paste 1\n2\n3\n4\n5\n6\n7\n8}{Ctrl-Home}", height: 5).Text);
    }

    [Fact]
    public void The_search_says_what_it_looks_for()
    {
        Assert.Equal("> first\nsearch: rst", ShownAfter("{Ctrl-R}rst").Text);
        Assert.Equal("> \nnot found: qq".Replace("> ", ">"), ShownAfter("{Ctrl-R}qq").Text);
    }

    [Fact]
    public void Typed_at_random_the_editor_never_fails_and_the_screen_holds_the_text()
    {
        string[] keys = ["a", " ", "(", ")", "漢", "{Left}", "{Right}", "{Up}", "{Down}", "{Home}", "{End}", "{Tab}", "{Shift-Tab}", "{Backspace}", "{Delete}",
            "{Ctrl-W}", "{Ctrl-Z}", "{Ctrl-Y}", "{Ctrl-K}", "{Alt-Enter}", "{Paste p\nq}", "{Ctrl-R}", "{Esc}", "{Ctrl-L}"];
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var typed = string.Concat(Enumerable.Range(0, 40).Select(_ => keys[random.Next(keys.Length)])) + "{Esc}{Ctrl-U}";
            ShownAfter(typed);
        }
    }

    static VirtualScreen ShownAfter(string typed, bool colour = true, int height = 20)
    {
        var screen = new VirtualScreen(20, height);
        if (typed.Contains("eat a")) screen = new VirtualScreen(60, height);
        Assert.Throws<EndOfStreamException>(() => Read(typed, screen, colour));
        return screen;
    }

    static (ReadEnd End, string Text, VirtualScreen Screen) Type(string typed)
    {
        var screen = new VirtualScreen(60, 20);
        var (end, text) = Read(typed, screen, true);
        return (end, text, screen);
    }

    static (ReadEnd End, string Text) Read(string typed, VirtualScreen screen, bool colour)
    {
        var history = new History(null);
        history.Add("first");
        history.Add("second one");
        return new LineEditor(new Typist(typed).Keys, new Screen(screen.Write, () => screen.Size, colour), Fruits, history).Read("> ");
    }
}
