namespace Runtime.Expressions;

/// <summary>What other tools write as a function and expressions here have a form for, or can be made of others.</summary>
/// <param name="Form">
/// With <c>{0}</c> for the first value, <c>{*}</c> for all after it, <c>{+}</c> for the sum of all and <c>{n}</c> for how many.
/// </param>
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
        new("contains(lower({0}), lower({1}))", "icontains"),
        new("({0} - lag({0}))", "diff", "difference", "delta") { More = "({0} - lag({0}, {1}))" },
        new("({0} / lag({0}) - 1)", "pct_change", "percent_change", "growth", "growth_rate") { More = "({0} / lag({0}, {1}) - 1)" },
        new("(({0} + lag({0}, 1) + lag({0}, 2)) / 3)", "rolling", "rolling_mean", "moving_average", "rollmean", "sma")
        { More = "((cumsum({0}) - lag(cumsum({0}), {1})) / {1})" },
        new("(cumsum({0}) - lag(cumsum({0}), {1}))", "rolling_sum", "rollsum", "moving_sum"),
        new("(cumsum({0}) / cumsum(if {0} is missing then 0 else 1))", "cummean", "expanding_mean", "cumulative_mean"),
        new("floor((month({0}) + 2) / 3)", "quarter"),
        new("(1 + floor(({0} - date(text({0}, \"yyyy\") + \"-01-01\")) / 7))", "week", "isoweek", "week_of_year", "weeknum"),
        new("(1 + floor({0} - date(text({0}, \"yyyy\") + \"-01-01\")))", "day_of_year", "yday", "doy"),
        new("text({0}, \"dddd\")", "day_name", "weekday_name", "weekdays"),
        new("text({0}, \"MMMM\")", "month_name", "months"),
        new("date(text({0}, \"yyyy-MM\") + \"-01\")", "floor_date", "month_start", "start_of_month", "to_month"),
        new("date(\"2026-12-31\")", "today", "now", "current_date", "sys_date", "getdate", "sys_time"),
        new("({0} - {1})", "date_diff", "difftime", "days_between"),
        new("({0} + {1})", "date_add", "add_days"),
        new("date({0}, \"dd/MM/yyyy\")", "dmy"),
        new("date({0}, \"MM/dd/yyyy\")", "mdy"),
        new("({+})", "concat", "paste0", "str_c", "concatenate", "string_concat", "rowsums", "row_sum"),
        new("({0} + \" \" + {1})", "paste"),
        new("(({+}) / {n})", "rowmeans", "row_mean"),
        new("(log({0}) / log({1}))", "logb", "log_base"),
        new("replace({2}, {0}, {1})", "gsub"),
        new("replace({0}, {1}, \"\")", "str_remove", "str_remove_all", "remove"),
        new("substring({0}, 1, {1})", "left", "str_left"),
        new("((rank({0}) - 1) / (count({0}) - 1))", "pct_rank", "percent_rank"),
        new("(rank({0}) / count({0}))", "cume_dist"),
        new("(quantile({0}, 0.75) - quantile({0}, 0.25))", "iqr"),
        new("(max({0}) - min({0}))", "ptp", "value_range", "spread"),
        new("(({0} - min({0})) / (max({0}) - min({0})))", "rescale", "min_max", "normalize", "normalise"),
        new("({0} - mean({0}))", "demean", "center", "centre"),
        new("max(row())", "n", "nrow", "row_count", "num_rows"),
    ];

    public static IReadOnlyList<OtherForm> Known => All;

    /// <summary>What it is with one value more than the form has.</summary>
    public string? More { get; init; }

    public static OtherForm? Find(string function) => Array.Find(All, f => f.Names.Any(n => Spelling.AreSame(n, function)));

    static bool Takes(string form, int values)
    {
        var needed = form.Contains("{2}") ? 3 : form.Contains("{1}") || form.Contains("{*}") ? 2 : form.Contains("{0}") ? 1 : 0;
        return form.Contains("{+}") ? values > 1 : values == needed || values > needed && form.Contains("{*}");
    }

    /// <summary>The form with the values in it; null when there are not as many as it needs.</summary>
    public string? With(IReadOnlyList<string> values)
    {
        if ((Takes(Form, values.Count) ? Form : More) is not { } form || !Takes(form, values.Count)) return null;
        var text = form.Replace("{*}", string.Join(", ", values.Skip(1))).Replace("{+}", string.Join(" + ", values))
            .Replace("{n}", $"{values.Count}");
        for (var i = 0; i < values.Count; i++) text = text.Replace($"{{{i}}}", values[i]);
        return text;
    }

    /// <summary>How tightly what stands around its values binds.</summary>
    public int Around => Form.StartsWith("(if", StringComparison.Ordinal) ? Levels.Or : Levels.Single;

    /// <summary>As one would say it, with letters for the values.</summary>
    public string Usage => With(["x", "a", "b"]) ?? With(["x", "a"]) ?? With(["x"]) ?? Form;
}
