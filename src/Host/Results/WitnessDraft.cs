using System.Text;

namespace Host.Results;

/// <summary>The witnesses of a table as far as their lines have been read.</summary>
sealed class WitnessDraft(string table, long count, long of)
{
    public const int Most = 100_000;

    readonly StringBuilder ids = new();
    readonly Dictionary<string, StringBuilder> codes = new(StringComparer.Ordinal);
    readonly List<string> names = [];

    public void Add(string key, string value, Func<string, Refusal> wrong)
    {
        if (key == "ids" && names.Count == 0) ids.Append(value);
        else if (key != "in" || RecordWords.Of(value) is not [var name, var letters])
            throw wrong($"begins with `{Printable.Of(key)}`, which no line of witnesses does there");
        else
        {
            if (!codes.ContainsKey(name)) names.Add(name);
            codes.TryAdd(name, new());
            codes[name].Append(letters);
        }
    }

    public WitnessRows Rows(Func<string, Refusal> wrong)
    {
        if (count is < 1 or > Most || ids.Length != count * RecordNumbers.IdLength)
            throw wrong($"ends witnesses of `{table}` that are not the {Wording.Count(count)} that there should be");
        string[] each = [.. ids.ToString().Chunk(RecordNumbers.IdLength).Select(c => new string(c))];
        if (Array.Find(each, id => !RecordNumbers.IsId(id)) is { } other)
            throw wrong($"ends witnesses, one of which is `{Printable.Of(other)}`");
        return new(table, of, each) { Labels = [.. names.Select(n => (n, (IReadOnlyList<string>)Codes(n, wrong)))] };
    }

    string[] Codes(string name, Func<string, Refusal> wrong)
    {
        var letters = codes[name].ToString();
        if (letters.Length % count != 0)
            throw wrong($"ends witnesses, of which `{Printable.Of(name)}` does not have as many as there are");
        string[] each = [.. letters.Chunk((int)(letters.Length / count)).Select(c => new string(c).TrimEnd('_'))];
        return each.All(c => c is WitnessRows.Noise or WitnessRows.Absent || c.Length > 0 && c.All(char.IsAsciiLetterUpper)) ? each
            : throw wrong($"ends witnesses, of which `{Printable.Of(name)}` has some in clusters that are none");
    }
}
