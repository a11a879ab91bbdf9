namespace Runtime.Data;

/// <summary>
/// The line below the header holds units when, of two or more columns of numbers or dates, each has a unit or nothing there: a word in
/// brackets, or signs and products of known units; and columns of texts have nothing there but what stands in brackets.
/// </summary>
static class UnitsLine
{
    const string Known = "% ‰ ° ' \" s ms us µs μs ns min h hr hrs d day days yr yrs year years month months week weeks sec m km cm mm um "
        + "µm μm nm in ft mi yd kg g mg ug µg μg ng t lb lbs oz l L ml mL dl dL ul µl gal C F K °C °F degC degF deg rad Hz kHz MHz GHz dB "
        + "V mV kV A mA W kW MW GW Wh kWh MWh J kJ MJ cal kcal N kN Pa hPa kPa MPa bar mbar psi mol mmol umol µmol M mM ppm ppb lux lm cd "
        + "ha acre px bpm rpm kn kt hp bhp PS mpg kmh mph kph knots stone Nm cc dm hl GB MB kB TB bit byte sqm sqft km2 m2 m3 cm2 cm3 "
        + "pcs USD CHF SEK NOK DKK CAD AUD JPY CNY INR EUR GBP € $ £ ¥ count counts unitless string "
        + "text number integer int float date datetime time";

    static readonly char[] Powers = [.. "-^0123456789²³⁻¹"];

    static readonly HashSet<string> Units = [.. Known.Split(' ')];

    public static bool IsBelow(IReadOnlyList<string[]> records)
    {
        if (records.Count < 3) return false;
        var (line, values, units) = (records[1], 0, 0);
        for (var j = 0; j < line.Length; j++)
        {
            var field = line[j].Trim();
            var below = records.Skip(2).Where(r => j < r.Length && r[j].Trim().Length > 0).Select(r => r[j].Trim()).ToArray();
            var isValue = below.Length > 0 && Array.TrueForAll(below, FieldLook.IsValue);
            if (field is "" or "-") continue;
            if (!IsBracketed(field) && !(isValue && IsUnit(field))) return false;
            if (!isValue) continue;
            values++;
            if (!FieldLook.IsValue(field)) units++;
        }
        return values >= 2 && units == values;
    }

    /// <summary>One word that is a unit of measurement.</summary>
    public static bool IsKnown(string word) => Units.Contains(word);

    static bool IsBracketed(string field) => field is ['(', .., ')'] or ['[', .., ']'];

    /// <summary><c>m</c>, <c>km/h</c>, <c>W m-2</c>.</summary>
    static bool IsUnit(string field)
    {
        var parts = field.Split(['/', '·', '*', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && Array.TrueForAll(parts, p => Units.Contains(p) || Units.Contains(p.TrimEnd(Powers)));
    }
}
