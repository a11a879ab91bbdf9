using Dsl.Syntax;
using Runtime.Expressions;

namespace Tests.Dsl;

/// <summary>Small things of the language as arrow tables: what is written ⇶ how it is read.</summary>
public class Cases
{
    const string Tokens = """
        1..10                 ⇶ Number:1 Range:.. Number:10
        0.5                   ⇶ Number:0.5
        1e-6                  ⇶ Number:1e-6
        1e+6                  ⇶ Number:1e+6
        2_000_000             ⇶ Number:2_000_000
        20%                   ⇶ Number:20%
        7 % 2                 ⇶ Number:7 Operator:% Number:2
        1.5..2.5              ⇶ Number:1.5 Range:.. Number:2.5
        -5..-1                ⇶ Negate:- Number:5 Range:.. Negate:- Number:1
        1..$most              ⇶ Number:1 Range:.. Parameter:$most
        1 ..10                ⇶ Number:1 Range:.. Number:10
        2020.csv              ⇶ Word:2020.csv
        5.                    ⇶ Word:5.
        2020-01-31            ⇶ Word:2020-01-31
        sample:spotify        ⇶ Word:sample:spotify
        black-metal           ⇶ Word:black-metal
        ../data/x.csv.gz      ⇶ Word:../data/x.csv.gz
        ./x.csv               ⇶ Word:./x.csv
        /data/x.csv           ⇶ Word:/data/x.csv
        ~/x.csv               ⇶ Word:~/x.csv
        C:\x\y.csv            ⇶ Word:C:\x\y.csv
        \\server\x.csv        ⇶ Word:\\server\x.csv
        *.csv                 ⇶ Word:*.csv
        größe                 ⇶ Word:größe
        `Unnamed: 0`          ⇶ QuotedWord:`Unnamed: 0`
        a - b                 ⇶ Word:a Operator:- Word:b
        a -b                  ⇶ Word:a Negate:- Word:b
        a-b                   ⇶ Word:a-b
        a^-2                  ⇶ Word:a Operator:^ Negate:- Number:2
        a / b                 ⇶ Word:a Operator:/ Word:b
        a * b                 ⇶ Word:a Operator:* Word:b
        (a) -b                ⇶ Open:( Word:a Close:) Negate:- Word:b
        (a)-b                 ⇶ Open:( Word:a Close:) Operator:- Word:b
        a<-5                  ⇶ Word:a Operator:< Negate:- Number:5
        k=5                   ⇶ Word:k Assign:= Number:5
        a>=5                  ⇶ Word:a Operator:>= Number:5
        a!=b                  ⇶ Word:a Operator:!= Word:b
        full,tied             ⇶ Word:full Comma:, Word:tied
        noise(dense)          ⇶ Function:noise Open:( Word:dense Close:)
        not(a)                ⇶ Keyword:not Open:( Word:a Close:)
        noise (dense)         ⇶ Word:noise Open:( Word:dense Close:)
        a and b or not c      ⇶ Word:a Keyword:and Word:b Keyword:or Keyword:not Word:c
        android               ⇶ Word:android
        "a # b | c"           ⇶ Text:"a # b | c"
        "a \" b"              ⇶ Text:"a \" b"
        "a                    ⇶ UnfinishedText:"a
        `a \` b`              ⇶ QuotedWord:`a \` b`
        `C:\x`                ⇶ QuotedWord:`C:\x`
        `a                    ⇶ UnfinishedWord:`a
        ```a                  ⇶ UnfinishedBlock:```a
        ```a | # "```         ⇶ Block:```a | # "```
        a | b                 ⇶ Word:a Bar:| Word:b
        a # b                 ⇶ Word:a
        ## Some prose | here  ⇶ Prose:## Some prose | here
        $                     ⇶ Unknown:$
        'a'                   ⇶ Unknown:' Word:a Unknown:'
        1e999                 ⇶ HugeNumber:1e999
        x as y                ⇶ Word:x As:as Word:y
        """;

    const string Values = """
        5                          ⇶ 5
        -5                         ⇶ -5
        1..10                      ⇶ 1..10
        -5..-1                     ⇶ -5..-1
        full,tied                  ⇶ full,tied
        2..4,8                     ⇶ 2..4,8
        "a \"b\" \\ c\n"           ⇶ "a \"b\" \\ c\n"
        "C:\data"                  ⇶ "C:\\data"
        `Unnamed: 0`               ⇶ `Unnamed: 0`
        $tracks                    ⇶ $tracks
        a or b and c               ⇶ a or (b and c)
        a and b or c               ⇶ (a and b) or c
        not a and b                ⇶ (not a) and b
        not a == b                 ⇶ not (a == b)
        not not a                  ⇶ not (not a)
        a + b * c                  ⇶ a + (b * c)
        (a + b) * c                ⇶ (a + b) * c
        a - b - c                  ⇶ (a - b) - c
        a / b % c                  ⇶ (a / b) % c
        -a * b                     ⇶ (-a) * b
        -2 ^ 2                     ⇶ -(2 ^ 2)
        (-2)^2                     ⇶ -2 ^ 2
        a^b^c                      ⇶ a ^ (b ^ c)
        a * b ^ c                  ⇶ a * (b ^ c)
        a^-b^-2                    ⇶ a ^ (-(b ^ -2))
        - 5                        ⇶ -5
        a < b == c                 ⇶ (a < b) == c
        year >= 2000 and genre == "rock" ⇶ (year >= 2000) and (genre == "rock")
        noise(dense) < 60%         ⇶ noise(dense) < 60%
        abs(a - b, 2)              ⇶ abs(a - b, 2)
        now()                      ⇶ now()
        ((((a))))                  ⇶ a
        """;

    const string Numbers = """
        20%       ⇶ 0.2
        93.8%     ⇶ 0.938
        1e-6      ⇶ 0.000001
        2_000_000 ⇶ 2000000
        0.5       ⇶ 0.5
        """;

    public static TheoryData<string, string> TokenCases => Table(Tokens);

    public static TheoryData<string, string> ValueCases => Table(Values);

    public static TheoryData<string, string> NumberCases => Table(Numbers);

    [Theory, MemberData(nameof(TokenCases))]
    public void Text_is_cut_into_tokens(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', Lexer.Instance.Tokenize(text).Select(t => $"{t.Kind}:{t.ToStringValue()}")));

    [Theory, MemberData(nameof(ValueCases))]
    public void Values_read_as(string text, string value) => Assert.Equal(value, Structure(Reader.ReadValue(text)!));

    [Theory, MemberData(nameof(NumberCases))]
    public void Numbers_are(string text, string number) => Assert.Equal(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture), Assert.IsType<NumberLiteral>(Reader.ReadValue(text)).Value, 15);

    [Fact]
    public void Expressions_know_where_they_stand()
    {
        const string Text = "year >= 2000 and (not  genre == \"rock\")";
        var both = Assert.IsType<BinaryExpression>(Reader.ReadValue(Text));
        var not = (UnaryExpression)both.Right;
        Assert.Equal(["year >= 2000 and (not  genre == \"rock\"", "not  genre == \"rock\"", "genre == \"rock\"", "genre", "2000"],
            new[] { both, not, not.Operand, ((BinaryExpression)not.Operand).Left, ((BinaryExpression)both.Left).Right }.Select(e => Text.Substring(e.Span().Start, e.Span().Length)));
        Assert.All(both.All(), part => Assert.Equal(Text.Substring(part.Span().Start, part.Span().Length), part.Written()));
    }

    [Fact]
    public void Where_and_how_it_is_written_is_no_part_of_an_expression() =>
        Assert.Equal(Reader.ReadValue("a > 20%"), Reader.ReadValue("(`a`)  > 0.2"));

    /// <summary>With brackets around every part that has an operator.</summary>
    static string Structure(Expression value) => value switch
    {
        BinaryExpression binary => $"{Inner(binary.Left)} {binary.Operation} {Inner(binary.Right)}",
        UnaryExpression { Operation: UnaryOperation.Not } not => $"not {Inner(not.Operand)}",
        UnaryExpression { Operation: UnaryOperation.Negate } negation => $"-{Inner(negation.Operand)}",
        NumberLiteral number => number.Written().Replace(" ", ""),
        _ => value.Show(),
    };

    static string Inner(Expression value) => value is BinaryExpression or UnaryExpression ? $"({Structure(value)})" : Structure(value);

    static TheoryData<string, string> Table(string table)
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in table.ReplaceLineEndings("\n").Split('\n'))
        {
            var parts = line.Split(" ⇶ ");
            cases.Add(parts[0].TrimEnd(), parts[1]);
        }
        return cases;
    }
}
