using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Host.CSharp;

/// <summary>Any value in a line: lists with their items, whatever these are.</summary>
static class Listed
{
    const int Most = 100;

    /// <summary>What holds itself has an end, too.</summary>
    const int Deepest = 4;

    public static string Of(object? value) => Of(value, 0);

    static string Of(object? value, int depth) => value switch
    {
        null => "null",
        string text => text,
        _ when depth == Deepest => "…",
        DictionaryEntry entry => $"{Of(entry.Key, depth)}: {Of(entry.Value, depth)}",
        IDictionary pairs => $"{{ {Items(pairs.Keys.Cast<object>().Select(k => new DictionaryEntry(k, pairs[k])), depth)} }}",
        IEnumerable list when !OverridesToString(list) => $"[{Items(list, depth)}]",
        _ when IsAnonymous(value) => $"{{ {string.Join(", ", Members(value, depth))} }}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    static string Items(IEnumerable list, int depth)
    {
        var texts = new List<string>();
        foreach (var item in list)
        {
            if (texts.Count == Most)
            {
                texts.Add("…");
                break;
            }
            texts.Add(Of(item, depth + 1));
        }
        return string.Join(", ", texts);
    }

    static bool OverridesToString(object value) =>
        value.GetType().GetMethod(nameof(ToString), [])?.DeclaringType is { } own && own != typeof(object) && own != typeof(ValueType);

    static bool IsAnonymous(object value) => value.GetType() is { IsGenericType: true, Name: var name } type
        && name.Contains("AnonymousType") && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    static IEnumerable<string> Members(object value, int depth) =>
        value.GetType().GetProperties().Select(p => $"{p.Name} = {Of(p.GetValue(value), depth + 1)}");
}
