namespace Runtime.Expressions;

/// <summary>What other tools write as a function and expressions here have a form for, or can be made of others.</summary>
/// <param name="Form">With <c>{0}</c> for the first value, and <c>{*}</c> for all after it.</param>
public sealed record OtherForm(string Form, params string[] Names)
{
    static readonly OtherForm[] All =
    [
        new("{0} is missing", "isna", "isnull", "isnan", "is_missing", "is_none", "missing", "isempty", "isblank"),
        new("{0} is not missing", "notna", "notnull", "is_not_null", "is_not_na", "is_not_missing", "isnotempty", "isfinite"),
        new("(if {0} then {1} else {2})", "ifelse", "iif", "iff", "where", "when", "fifelse", "cond", "case_when"),
        new("(if {0} is missing then {1} else {0})", "coalesce", "ifnull", "nvl", "fillna", "fill_null", "replace_na", "fill_nan"),
        new("(if {0} > 0 then 1 else if {0} < 0 then -1 else 0)", "sign", "sgn", "signum"),
        new("{0} ^ {1}", "pow", "power"),
        new("{0} ^ 2", "square", "sqr"),
        new("{0} ^ (1 / 3)", "cbrt"),
        new("({0} % {1})", "mod", "fmod", "remainder", "modulo"),
        new("({0} / {1})", "div", "divide", "truediv"),
        new("({0} * {1})", "mul", "multiply", "times"),
        new("({0} + {1})", "add", "plus"),
        new("({0} - {1})", "sub", "subtract", "minus"),
        new("floor({0} / {1})", "floordiv", "intdiv"),
        new("log({0} + 1)", "log1p"),
        new("(log({0}) / log(2))", "log2"),
        new("(exp({0}) - 1)", "expm1"),
        new("sd({0}) ^ 2", "var", "variance", "var_samp"),
        new("{0} between {1} and {2}", "between", "is_between", "inrange"),
        new("{0} in ({*})", "isin", "one_of", "any_of", "inlist"),
        new("not {0}", "negate", "logical_not"),
        new("{0} == {1}", "eq", "equals"),
        new("{0} != {1}", "ne", "not_equal"),
        new("{0} < {1}", "lt"),
        new("{0} <= {1}", "le", "lte"),
        new("{0} > {1}", "gt"),
        new("{0} >= {1}", "ge", "gte"),
        new("contains(lower({0}), lower({1}))", "icontains", "ilike"),
    ];

    public static IReadOnlyList<OtherForm> Known => All;

    public static OtherForm? Find(string function) => Array.Find(All, f => f.Names.Any(n => Spelling.AreSame(n, function)));

    /// <summary>The form with the values in it; null when there are not as many as it needs.</summary>
    public string? With(IReadOnlyList<string> values)
    {
        var needed = Form.Contains("{2}") ? 3 : Form.Contains("{1}") || Form.Contains("{*}") ? 2 : 1;
        if (values.Count < needed || values.Count > needed && !Form.Contains("{*}")) return null;
        var text = Form.Replace("{*}", string.Join(", ", values.Skip(1)));
        for (var i = 0; i < needed; i++) text = text.Replace($"{{{i}}}", values[i]);
        return text;
    }

    /// <summary>How tightly what stands around its values binds.</summary>
    public int Around => Form.StartsWith("(if", StringComparison.Ordinal) ? Levels.Or : Levels.Single;

    /// <summary>As one would say it, with letters for the values.</summary>
    public string Usage => With(["x", "a", "b"]) ?? With(["x", "a"]) ?? With(["x"])!;
}
