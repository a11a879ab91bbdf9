using System.Globalization;

namespace Runtime.Data;

/// <summary>
/// A database that a person has given a name, in a file of their own: <c>warehouse = host=db.example user=ana database=music
/// password=env:WAREHOUSE</c>. A script has the name alone: <c>db:warehouse</c>.
/// </summary>
sealed record Connection(string Name, string Host, int Port, string Database, string User, Secret? Password, bool Encrypted)
{
    const string Prefix = "db:";

    const int UsualPort = 5432;

    static readonly string[] Words = ["host", "port", "database", "user", "password", "encrypted"];

    public static bool Is(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The person's file: where <c>PIPE_CONNECTIONS</c> says, or <c>connections</c> in their folder of settings.</summary>
    static string Place => Environment.GetEnvironmentVariable("PIPE_CONNECTIONS") is { Length: > 0 } set ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "pipe", "connections");

    /// <exception cref="Refusal">There is none of that name, or it is not said in full.</exception>
    public static Connection Find(InputFile file)
    {
        var (name, place) = (file.Path[Prefix.Length..], Place);
        string[] lines = File.Exists(place) ? File.ReadAllLines(place) : [];
        var named = lines.Select(l => l.Split('=', 2)).Where(l => l.Length == 2 && !l[0].TrimStart().StartsWith('#'))
            .Select(l => (Name: l[0].Trim(), Said: l[1])).ToArray();
        var found = named.FirstOrDefault(l => l.Name == name);
        return found.Said is { } said ? Parse(name, said)
            : throw new Refusal($"There is no connection `{name}`.", named.Length > 0
                ? Spelling.List("connections", name, named.Select(l => l.Name))
                : $"Write a line `{name} = host=… user=… database=… password=env:…` into `{place}`.");
    }

    /// <summary>Nothing of what is said is repeated: a password might stand there after all.</summary>
    static Connection Parse(string name, string said)
    {
        var values = new Dictionary<string, string>();
        foreach (var part in said.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (part.Split('=', 2) is [var word, { Length: > 0 } value] && Words.Contains(word)) values[word] = value;
            else
                throw new Refusal($"The connection `{name}` says something that is none of {Wording.Choices(Words)}.",
                    "Write `word=value` for each.");
        Secret? password = null;
        if (values.TryGetValue("password", out var place) && (password = Secret.At(place)) is null)
            throw new Refusal($"The connection `{name}` holds a password itself.",
                "Say where it is instead: `password=env:NAME` or `password=file:PATH`.");
        if (!values.TryGetValue("port", out var port)) port = $"{UsualPort}";
        if (!int.TryParse(port, CultureInfo.InvariantCulture, out var number))
            throw new Refusal($"The port of the connection `{name}` is no number.", $"Write a number such as `{UsualPort}`.");
        return new(name, values.GetValueOrDefault("host", "localhost"), number, values.GetValueOrDefault("database", name),
            values.GetValueOrDefault("user", Environment.UserName), password, values.GetValueOrDefault("encrypted") != "false");
    }
}
