using System.Text;
using System.Text.RegularExpressions;

namespace Runtime.Data;

/// <summary>Dates that are not those of ISO 8601: what may be meant is told, and not read.</summary>
sealed partial class ColumnWords
{
    static readonly string[] OtherDays =
    [
        "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "dd-MM-yyyy", "MM-dd-yyyy", "yyyy/MM/dd", "yyyy/M/d",
        "yyyy.MM.dd", "dd/MM/yy", "MM/dd/yy", "dd.MM.yy", "d/M/yy", "M/d/yy", "d.M.yy", "dd-MMM-yyyy", "d-MMM-yyyy", "dd-MMM-yy",
        "d-MMM-yy", "d MMM yyyy", "MMM d, yyyy", "MMM d yyyy", "d MMMM yyyy", "MMMM d, yyyy", "d. MMMM yyyy", "ddd, d MMM yyyy",
        "yyyyMMdd", "ddMMyyyy", "MMddyyyy", "yyyyMMdd'T'HHmmss", "yyyy年M月d日", "yy-MM-dd", "dd-MM-yy",
        "MM-dd-yy", "yyyy-MM", "yyyy/MM", "MM/yyyy", "MMM yyyy", "MMM-yy", "MMM-yyyy", "MMMM yyyy", "yyyy MMM",
    ];

    static readonly string[] OtherTimes =
        ["", " HH:mm", " HH:mm:ss", " H:mm", " H:mm:ss", " h:mm tt", " hh:mm tt", " h:mm:ss tt", " hh:mm:ss tt"];

    /// <summary>Forms other than ISO 8601 in which all of its texts would be dates.</summary>
    public IReadOnlyList<string> DateForms()
    {
        var zone = Zone();
        // Those of ISO 8601 that end with a time of day, and name no zone themselves.
        IEnumerable<string> iso = zone.Length == 0 ? [] : TimeForm.Iso.Select(f => f.Format).Where(f => f[^1] is 'm' or 's' or 'f');
        return
        [
            .. OtherTimes.SelectMany(time => OtherDays.Select(day => day + time)).Concat(iso).Select(form => form + zone)
                .Where(f => Is(new TimeForm(f))),
        ];
    }

    /// <summary>The zone that all of its texts end with, as a form has it: <c> 'GMT+1'</c>, <c>'+01:00'</c>.</summary>
    string Zone()
    {
        if (FirstWord() is not { } first || ZoneName.Match(column.Words[first]) is not { Success: true, Value: var zone }) return "";
        var bytes = Encoding.UTF8.GetBytes(zone);
        if (!All(word => word.EndsWith(bytes))) return "";
        return zone[0] == ' ' ? $" '{zone[1..]}'" : $"'{zone}'";
    }

    [GeneratedRegex(@"( [A-Z]{3,4}([+-]\d{1,2}(:?\d\d)?)?| ?[+-]\d\d:?\d\d)$")]
    static partial Regex ZoneName { get; }

    /// <summary>What to say of dates of ISO 8601 that name several zones; null where they do not.</summary>
    public string? Zones() => FirstWord() is { } first && column.Words.Count > 1 && HasZone(column.Words[first])
        && All(word => HasZone(Encoding.UTF8.GetString(word)))
        ? $"`{column.Name}` has times in several zones, such as `{column.Words[first]}`, and was read as text: "
            + $"`derive {Own} = date(substring({Own}, 1, 19))` takes them as the clocks there showed."
        : null;

    /// <summary>The first text that is no date where most of the first ones are dates of ISO 8601; null where no dates are meant.</summary>
    public string? NoDate()
    {
        var looked = Math.Min(WordsToJudge, column.Words.Count);
        var dates = Enumerable.Range(0, looked).Count(code => IsIso(column.Words.Utf8(code)));
        return dates > 0 && 2 * dates >= looked ? FirstThatIsNot(IsIso) : null;
    }

    /// <summary>The first text and one in another form, where all of them are dates, but in no form alone.</summary>
    public (string One, string Other)? DatesOfManyForms()
    {
        if (column.Words.Count < 2 || FirstWord() is not { } first) return null;
        TimeForm[] forms = [.. TimeForm.Iso, .. OtherTimes.SelectMany(time => OtherDays.Select(day => new TimeForm(day + time)))];
        bool IsDate(ReadOnlySpan<byte> word)
        {
            foreach (var form in forms) if (form.TryRead(word, out _)) return true;
            return false;
        }
        if (!IsDate(column.Words.Utf8(first)) || !All(IsDate)) return null;
        var own = forms.First(f => f.TryRead(column.Words.Utf8(first), out _));
        return FirstThatIsNot(word => own.TryRead(word, out _)) is { } other ? (column.Words[first], other) : null;
    }

    /// <summary>It is of ISO 8601 and says how far from Greenwich.</summary>
    public static bool HasZone(string word) => word.Length > 16 && (word[^6] is '+' or '-') && IsIso(Encoding.UTF8.GetBytes(word[..^6]));

    static bool IsIso(ReadOnlySpan<byte> word)
    {
        foreach (var form in TimeForm.Iso) if (form.TryRead(word, out _)) return true;
        return false;
    }
}
