namespace Bench;

/// <summary>What the command line asks for.</summary>
sealed record Options
{
    public string? Data { get; private set; }

    public int Rows { get; private set; } = 1_160_000;

    public int Runs { get; private set; } = 3;

    public double Budget { get; private set; } = 20;

    /// <summary>Seconds after which a process is stopped.</summary>
    public double Limit { get; private set; } = 300;

    public string[] Only { get; private set; } = [];

    public bool Slow { get; private set; }

    public List<string> Peers { get; } = [];

    public string Pipe { get; private set; } = Places.Pipe;

    public bool Growth { get; private set; }

    /// <summary>What is foreseen of scripts beside what they take.</summary>
    public bool Plan { get; private set; }

    public string Out { get; private set; } = Path.Combine(Places.Repository, "bench");

    /// <exception cref="ArgumentException">A word is not understood.</exception>
    public static Options Parse(string[] args)
    {
        var options = new Options();
        var words = new Queue<string>(args);
        while (words.TryDequeue(out var word)) options.Take(word, words);
        if (options.Slow) options.Limit = Math.Max(options.Limit, 3600);
        return options;
    }

    void Take(string word, Queue<string> words)
    {
        switch (word)
        {
            case "--data": Data = Path.GetFullPath(Next(word, words)); break;
            case "--rows": Rows = Count(word, words); break;
            case "--runs": Runs = Count(word, words); break;
            case "--budget": Budget = Count(word, words); break;
            case "--limit": Limit = Count(word, words); break;
            case "--only": Only = Next(word, words).Split(','); break;
            case "--slow": Slow = true; break;
            case "--peer": Peers.Add(Next(word, words)); break;
            case "--pipe": Pipe = Path.GetFullPath(Next(word, words)); break;
            case "--growth": Growth = true; break;
            case "--plan": Plan = true; break;
            case "--out": Out = Path.GetFullPath(Next(word, words)); break;
            default: throw new ArgumentException($"`{word}` is not an option; bench/README.md has them all.");
        }
    }

    static string Next(string word, Queue<string> words) =>
        words.TryDequeue(out var value) ? value : throw new ArgumentException($"`{word}` needs a value.");

    static int Count(string word, Queue<string> words) =>
        int.TryParse(Next(word, words).Replace("_", ""), out var value) && value > 0 ? value : throw new ArgumentException($"`{word}` needs a whole number above 0.");
}
