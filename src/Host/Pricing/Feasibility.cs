using Dsl.Diagnostics;

namespace Host.Pricing;

/// <summary>Whether what a forecast says fits here, and what to do instead where it does not.</summary>
sealed class Feasibility(Machine machine, double memory)
{
    /// <summary>From here on something that takes less is named.</summary>
    const double Long = 600;

    /// <summary>Of the memory, for a step that is made smaller.</summary>
    const double Comfortable = 0.5;

    /// <summary>Null when it fits.</summary>
    public Diagnostic? Refusal(ForeseenStep step)
    {
        if (step.IsKept) return null;
        if (step.Priced.Refusal is { } own) return step.Priced.Planned.Refused(new Refusal(own.Text, Both(own.Hint, Other(step))));
        if (step.Memory <= memory) return null;
        return step.Priced.Planned.Refused(new Refusal(
            $"`{step.Operator.Text}` needs about {Quantities.Bytes((long)step.Memory)}, and there are {Quantities.Bytes((long)memory)}.",
            Other(step) ?? Fewer(step)));
    }

    /// <summary>What a step that takes long could be; null when it does not, or when nothing is as good.</summary>
    public string? Advice(ForeseenStep step) => step.IsKept || step.Seconds.Likely < Long ? null : Other(step);

    /// <summary><c>`agglomerate link=ward` takes about 40 s and 0.4 GB.</c></summary>
    string? Other(ForeseenStep step)
    {
        if (step.Operator.Cheaper() is not { } other) return null;
        try
        {
            var price = other.PriceOf(step.Priced.Load with { Step = other });
            return $"`{other.Text}` takes about {Costs(price)}.";
        }
        catch (Refusal)
        {
            return null;
        }
    }

    /// <summary>So many rows that half of the memory is left.</summary>
    string Fewer(ForeseenStep step)
    {
        var fitting = step.Priced.Load.Rows * Comfortable * memory / step.Memory;
        var unit = double.Exp10(Math.Max(0, Math.Floor(Math.Log10(fitting))));
        var rows = Math.Max(1, Math.Floor(fitting / unit) * unit);
        var price = step.Operator.PriceOf(step.Priced.Load.WithRows(rows));
        return $"Take a part before: after `sample {rows:0}` it takes about {Costs(price)}.";
    }

    string Costs(Price price) => $"{RangeText.Of(machine.Seconds(price))} and {Quantities.Bytes((long)price.Memory)}";

    static string? Both(string? hint, string? more) => hint is null ? more : more is null ? hint : $"{hint} {more}";
}
