using System.Text;
using System.Text.RegularExpressions;
using Runtime.Numerics;
using Runtime.Numerics.Statistics;

namespace Runtime.Expressions;

/// <summary>All functions of expressions. Typing, evaluation, messages, the manual and the tests follow from these lines.</summary>
public static partial class FunctionCatalog
{
    /// <summary>How long a pattern may take on one text.</summary>
    static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    static readonly FunctionParameter X = new("x", ExpressionType.Number);
    static readonly FunctionParameter Text = new("text", ExpressionType.Text);
    static readonly FunctionParameter Part = new("part", ExpressionType.Text);

    public static NamedList<Function> Functions { get; } = new([
        new("abs", "The number without its sign.", Of(Math.Abs), "abs(-2)", "2", X) { AlsoCalled = ["absolute", "magnitude"] },
        new("ceil", "The least whole number that is not below x.", Of(Math.Ceiling), "ceil(1.2)", "2", X) { AlsoCalled = ["ceiling"] },
        new("clip", "The number x, or the nearer end when it is outside low and high.",
            (NumberFunction)(a => Math.Min(Math.Max(a[0], a[1]), a[2])),
            "clip(7, 0, 5)", "5", X, new("low", ExpressionType.Number), new("high", ExpressionType.Number))
        { AlsoCalled = ["clamp", "winsorize", "bound"] },
        new("exp", "The power of e.", Of(Exponential.Of), "exp(0)", "1", X) { AlsoCalled = ["exponential"] },
        new("floor", "The greatest whole number that is not above x.", Of(Math.Floor), "floor(1.8)", "1", X)
        { AlsoCalled = ["trunc", "int", "to_int", "as_integer", "integer", "truncate"] },
        new("log", "The natural logarithm; missing unless x is above 0.", Of(Logarithm.Of), "log(1)", "0", X)
        { AlsoCalled = ["ln", "loge"], Else = new("(log({0}) / log({1}))") },
        new("log10", "The logarithm to base 10; missing unless x is above 0.", Of(Logarithm.ToTen), "log10(1000)", "3", X)
        { AlsoCalled = ["lg"] },
        new("max", "The greatest of the numbers or dates, missing if one of them is; of one alone, the greatest of its column.",
            (NumberFunction)(a => Greatest(a)), "max(1, 3, 2)", "3", X, X with { Name = "y", Repeats = true })
        {
            OfOne = (c, _, w) => Always(Moments.Of(c, w) is { Count: > 0 } m ? m.Max : double.NaN),
            AlsoCalled = ["pmax", "greatest", "maximum"],
            OfDates = true,
        },
        new("min", "The least of the numbers or dates, missing if one of them is; of one alone, the least of its column.",
            (NumberFunction)(a => Least(a)), "min(1, 3, 2)", "1", X, X with { Name = "y", Repeats = true })
        {
            OfOne = (c, _, w) => Always(Moments.Of(c, w) is { Count: > 0 } m ? m.Min : double.NaN),
            AlsoCalled = ["pmin", "least", "minimum"],
            OfDates = true,
        },
        new("round", "The nearest number with so many digits after the point (0 if not given); halves go to the even one.",
            (NumberFunction)(a => Round(a)),
            "round(2.345, 1)", "2.3", X, new("digits", ExpressionType.Number) { Optional = true, Constant = true, Wrong = NotDigits })
        { AlsoCalled = ["around", "rnd", "round_to"] },
        new("sqrt", "The square root; missing when x is below 0.", Of(Math.Sqrt), "sqrt(9)", "3", X)
        { AlsoCalled = ["square_root", "root"] },
        .. OfDates,
        new("count", "How many rows of a column have a value, the same for every row.",
            (ColumnFunction)((c, _, w) => Always(Moments.Of(c, w).Count)), "count(energy)", "3", X with { OfAny = true })
        { AlsoCalled = ["n_valid", "nonmissing", "count_values", "count_present"], Else = new("max(row())") },
        new("cumsum", "The sum of a column from the first row to this one; missing where the value is, and so is left out of the sum.",
            (SeriesFunction)((c, _) => RowSeries.RunningSum(c)), "cumsum(energy)", "0.2", X)
        { AlsoCalled = ["cumulative_sum", "running_sum", "running_total"] },
        new("lag", "The value of a column so many rows above (1 if not given); missing in the first rows.",
            (SeriesFunction)((c, a) => RowSeries.Shifted(c, Steps(a))), "lag(energy)", "", X, Step)
        { AlsoCalled = ["shift", "previous"], OfDates = true },
        new("lead", "The value of a column so many rows below (1 if not given); missing in the last rows.",
            (SeriesFunction)((c, a) => RowSeries.Shifted(c, -Steps(a))), "lead(energy)", "0.5", X, Step)
        { AlsoCalled = ["next", "shift_up", "following"], OfDates = true },
        new("rank", "The place of x in its column in ascending order, from 1; equal values share the mean of their places.",
            (SeriesFunction)((c, _) => RowSeries.Rank(c)), "rank(energy)", "1", X)
        { AlsoCalled = ["min_rank", "dense_rank", "rank_avg", "rank_average"] },
        new("row", "The number of the row, from 1.", (SeriesFunction)((c, _) => [.. Enumerable.Range(1, c.Length).Select(i => (double)i)]),
            "row()", "1")
        { AlsoCalled = ["row_number", "rownum", "row_id", "index", "row_index", "with_row_index", "cumcount"] },
        new("sum", "The sum of a column, the same for every row; 0 when it has no value.",
            (ColumnFunction)((c, _, w) => Always(RowSeries.Sum(c, w))), "round(sum(energy), 6)", "1.5", X)
        { AlsoCalled = ["total", "sum_of"], Else = new("({+})") },
        new("median", "The middle value of a column, the same for every row.",
            (ColumnFunction)((c, _, _) => Always(Distribution.Of(c).Quantile(0.5))), "median(energy)", "0.5", X)
        { AlsoCalled = ["med"] },
        new("mean", "The mean of a column, the same for every row.",
            (ColumnFunction)((c, _, w) => Always(Moments.Of(c, w) is { Count: > 0 } m ? m.Mean : double.NaN)),
            "round(mean(energy), 6)", "0.5", X) { AlsoCalled = ["avg", "average", "mean_of"], Else = new("(({+}) / {n})") },
        new("quantile", "The value that a share of a column does not exceed (type 7 of Hyndman & Fan), the same for every row.",
            (ColumnFunction)((c, a, _) => Always(Distribution.Of(c).Quantile(a[0]))), "quantile(energy, 0.5)", "0.5",
            X, new("share", ExpressionType.Number) { Constant = true, Wrong = NotAShare })
        { AlsoCalled = ["percentile", "pctl", "percentile_cont", "quantile_cont"] },
        new("sd", "The standard deviation of a column (divisor n − 1), the same for every row.",
            (ColumnFunction)((c, _, w) => Always(Moments.Of(c, w).StandardDeviation(1))), "round(sd(energy), 6)", "0.3", X)
        { AlsoCalled = ["std", "stdev", "stddev", "stddev_samp", "standard_deviation"] },
        new("zscore", "How many standard deviations (divisor n − 1) x is from the mean of its column.",
            (ColumnFunction)((c, _, w) => ZScore(Moments.Of(c, w))), "round(zscore(energy), 6)", "-1", X)
        { AlsoCalled = ["standardize", "standardise", "scale", "zscores"] },
        .. OfTexts,
        new("contains", "Whether the text has the part in it; capitals matter.",
            (TestFunction)(p => t => t.Contains(p, StringComparison.Ordinal)), "contains(\"ambient\", \"bien\")", "true", Text, Part)
        { AlsoCalled = ["str_detect", "str_contains", "includes", "has", "instr", "grepl", "has_text"] },
        new("ends_with", "Whether the text ends with the part; capitals matter.",
            (TestFunction)(p => t => t.EndsWith(p, StringComparison.Ordinal)), "ends_with(\"rock\", \"ck\")", "true", Text, Part)
        { AlsoCalled = ["has_suffix", "str_ends"] },
        new("length", "How many characters the text has.",
            (MeasureFunction)(t => t.EnumerateRunes().Count()), "length(\"rock\")", "4", Text)
        { AlsoCalled = ["len", "nchar", "strlen", "str_length", "char_length", "len_chars", "size"] },
        new("lower", "The text in small letters.", (TextFunction)(t => t.ToLowerInvariant()), "lower(\"AC/DC\")", "ac/dc", Text)
        { AlsoCalled = ["tolower", "lowercase", "str_to_lower", "lcase", "downcase", "to_lowercase"] },
        new("matches", "Whether the regular expression fits somewhere in the text; `^` and `$` bind it to the ends.",
            (TestFunction)(p => Pattern(p).IsMatch),
            "matches(\"Remix 2\", \"[0-9]$\")", "true", Text, new("pattern", ExpressionType.Text) { Constant = true, Wrong = NotAPattern })
        { AlsoCalled = ["regex", "regexp_like", "rlike", "match", "regexp", "re_match", "regexp_matches"] },
        new("starts_with", "Whether the text starts with the part; capitals matter.",
            (TestFunction)(p => t => t.StartsWith(p, StringComparison.Ordinal)), "starts_with(\"rock\", \"ro\")", "true", Text, Part)
        { AlsoCalled = ["has_prefix", "str_starts", "begins_with"] },
        new("upper", "The text in capitals.", (TextFunction)(t => t.ToUpperInvariant()), "upper(\"rock\")", "ROCK", Text)
        { AlsoCalled = ["toupper", "uppercase", "str_to_upper", "ucase", "upcase", "to_uppercase"] }]);

    public static Function? Find(string name) => Functions.Find(name);

    /// <summary>The function that a name stands for elsewhere, or is a slip of.</summary>
    public static Function? Meant(string name) =>
        Functions.FirstOrDefault(f => Spelling.AreSame(f.Name, name)) ?? Functions.FirstOrDefault(f => IsCalled(f, name));

    static bool IsCalled(Function function, string name) => function.AlsoCalled.Any(n => Spelling.AreSame(n, name));

    static NumberFunction Of(Func<double, double> function) => arguments => function(arguments[0]);

    static double Greatest(ReadOnlySpan<double> numbers)
    {
        var greatest = numbers[0];
        foreach (var number in numbers) greatest = Math.Max(greatest, number);
        return greatest;
    }

    static double Least(ReadOnlySpan<double> numbers)
    {
        var least = numbers[0];
        foreach (var number in numbers) least = Math.Min(least, number);
        return least;
    }

    static double Round(ReadOnlySpan<double> arguments) =>
        Math.Round(arguments[0], arguments.Length > 1 ? (int)arguments[1] : 0, MidpointRounding.ToEven);

    static Func<double, double> Always(double value) => _ => value;

    static Func<double, double> ZScore(Moments moments)
    {
        // Halves, whose difference is a number where that of the wholes may not be.
        var (mean, rest, spread) = (moments.Mean / 2, moments.Rest / 2, moments.StandardDeviation(1) / 2);
        return x => (x / 2 - mean - rest) / spread;
    }

    /// <summary>Without backtracking, so the time is linear in the text; one that could still take long is cut off.</summary>
    static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, PatternTime);

    static string? NotAPattern(Expression literal)
    {
        try
        {
            Pattern(((TextLiteral)literal).Value);
            return null;
        }
        catch (RegexParseException wrong)
        {
            return $"is not a regular expression: {Words(wrong.Error)} at character {wrong.Offset}";
        }
        catch (NotSupportedException)
        {
            return "looks back or ahead, or repeats too much, which a pattern here cannot";
        }
    }

    static string Words(RegexParseError error)
    {
        var words = new StringBuilder();
        foreach (var letter in error.ToString())
            words.Append(char.IsUpper(letter) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        return words.ToString();
    }

    static string? NotAShare(Expression literal) => literal is NumberLiteral { Value: >= 0 and <= 1 } ? null : "is not a share from 0 to 1";

    static string? NotDigits(Expression literal) =>
        literal is NumberLiteral { Value: >= 0 and <= 15 } number && number.Value == Math.Floor(number.Value)
            ? null
            : "is not a number of digits from 0 to 15";
}
