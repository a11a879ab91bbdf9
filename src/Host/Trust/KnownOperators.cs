using Dsl.Diagnostics;
using Host.CSharp;

namespace Host.Trust;

/// <summary>
/// The operators that are known at a place: ours, and those in folders <c>operators</c> as far as the person trusts
/// them. Of the others only their names are read.
/// </summary>
sealed class KnownOperators(HostContext host)
{
    readonly TrustFile trusted = new(host);
    readonly List<string> folders = [];
    List<OwnOperators> own = [];
    string stamp = "";

    public NamedList<Signature> Operators { get; private set; } = Catalog.Operators;

    /// <summary>The names of own operators that are not trusted.</summary>
    public IReadOnlySet<string> Unseen { get; private set; } = new HashSet<string>();

    /// <summary>What the compiler says about them, and that two have one name.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; private set; } = [];

    /// <summary>Takes in the operators beside the scripts of a folder.</summary>
    public KnownOperators With(string folder)
    {
        if (!folders.Contains(folder)) folders.Add(folder);
        Refresh();
        return this;
    }

    /// <summary>Looks at the files again; true when they are not as they were.</summary>
    public bool Refresh()
    {
        var now = string.Join('\n', folders.Select(OwnOperators.StampOf));
        if (now == stamp) return false;
        stamp = now;
        own = [.. folders.Select(OwnOperators.BesideOf).OfType<OwnOperators>()];
        Load();
        return true;
    }

    /// <summary>Trusts all of them as they are now, and gives what that covers.</summary>
    public IReadOnlyList<CodePart> Trust()
    {
        foreach (var some in own) trusted.Add(ScriptCode.Of(some), some.Folder);
        Load();
        return [.. own.SelectMany(o => ScriptCode.Of(o).Parts)];
    }

    void Load()
    {
        var (known, unseen, errors) = (Catalog.Operators, new HashSet<string>(), new List<Diagnostic>());
        foreach (var some in own)
        {
            var isTrusted = trusted.Has(ScriptCode.Of(some));
            errors.AddRange(isTrusted || !some.LeadsOut ? some.Errors : [OwnOperators.NotLookedAt]);
            if (some.LeadsOut && !isTrusted) continue;
            if (isTrusted) known = Joined(known, some, errors);
            else if (!some.Errors.Any()) unseen.UnionWith(some.Names);
        }
        (Operators, Unseen, Errors) = (known, unseen, errors);
    }

    static NamedList<Signature> Joined(NamedList<Signature> known, OwnOperators some, List<Diagnostic> errors)
    {
        try
        {
            return new NamedList<Signature>([.. known, .. some.Load(known)]);
        }
        catch (Refusal refusal)
        {
            errors.Add(new Diagnostic(ContractCodes.Refused, null, refusal.Text, refusal.Hint) { Title = BlockCodes.WrongCode.Title });
            return known;
        }
    }

    /// <summary>Why an own operator cannot be used or explained yet.</summary>
    /// <param name="how">What to write to trust it.</param>
    public static Refusal NotTrusted(string name, string how) =>
        new($"`{name}` is declared in `{OwnOperators.FolderName}` and not trusted on this machine.", $"Read its file, then write `{how}`.");
}
