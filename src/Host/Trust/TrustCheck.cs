using Dsl;
using Dsl.Diagnostics;
using Host.CSharp;

namespace Host.Trust;

/// <summary>
/// Between a script and the machine: nothing of its code runs, and of code outside its folder nothing is compiled or shown, before a
/// person has trusted it.
/// </summary>
sealed class TrustCheck(HostContext host)
{
    readonly TrustFile trusted = new(host);

    /// <summary>Trust it for this time.</summary>
    public bool Trust { get; init; }

    /// <summary>Refuse scripts that have code, trusted or not.</summary>
    public bool NoCode { get; init; }

    /// <summary>A session does not ask between its own prompts, and has no `--trust`.</summary>
    public bool InSession { get; init; }

    /// <summary>Finds what is wrong; runs nothing of a script that is not trusted, and asks nobody.</summary>
    public Plan Check(SourceText source, LanguageOptions options)
    {
        var (plan, code, own) = Look(source, options);
        if (IsWrong(plan) || own is null && !plan.HasErrors) return plan;
        if (IsTrusted(code)) return Open(source, options, code, own);
        return own is null ? plan : plan with { Diagnostics = [.. plan.Diagnostics, NotChecked] };
    }

    /// <summary>The same for a script that is to be run: asks when it has to.</summary>
    /// <exception cref="Refusal">It may not run.</exception>
    public Plan Admit(SourceText source, LanguageOptions options)
    {
        var (plan, code, own) = Look(source, options);
        if (IsWrong(plan)) return plan;
        if (code.Parts.Count > 0 && NoCode)
            throw new Refusal($"`{Printable.Of(source.Name)}` has C#, which `--no-code` refuses.",
                "Leave out its blocks and own operators, or `--no-code`.");
        if (!IsTrusted(code))
        {
            if (code.Parts.Count == 0 || plan.HasErrors) return plan;
            if (!host.CanAsk || InSession) throw NotTrusted(source);
            new TrustPrompt(host).Ask(source, code, trusted.Known(code));
            Keep(code, own, source);
        }
        return own is not null || plan.HasErrors ? Open(source, options, code, own) : plan;
    }

    /// <summary>Trusts a script from now on, and gives what that covers.</summary>
    public (Plan Plan, ScriptCode Code) Accept(SourceText source, LanguageOptions options)
    {
        if (OwnOperators.BesideOf(options.ScriptFolder) is { LeadsOut: true } outside) trusted.Add(ScriptCode.Of(outside), outside.Folder);
        var (plan, code, own) = Look(source, options);
        if (IsWrong(plan) || code.Parts.Count == 0) return (plan, code);
        Keep(code, own, source);
        return (plan.HasErrors ? Open(source, options, code, own) : plan, code);
    }

    /// <summary>Who trusts a script trusts the operators beside it, wherever else they are used.</summary>
    void Keep(ScriptCode code, OwnOperators? own, SourceText source)
    {
        trusted.Add(code, host.PathOf(source.Name));
        if (own is not null) trusted.Add(ScriptCode.Of(own), own.Folder);
    }

    /// <summary>Whether anything is wrong with it but that it is not trusted.</summary>
    static bool IsWrong(Plan plan) => plan.Diagnostics.Any(d => d.IsError && !ScriptCode.IsOutside(d));

    bool IsTrusted(ScriptCode code) => Trust || code.Parts.Count > 0 && trusted.Has(code);

    /// <summary>All that can be found without running anything.</summary>
    (Plan Plan, ScriptCode Code, OwnOperators? Own) Look(SourceText source, LanguageOptions options)
    {
        var own = OwnOperators.BesideOf(options.ScriptFolder);
        if (own is { LeadsOut: true } && !Trust && !trusted.Has(ScriptCode.Of(own)))
        {
            var nothing = Language.Check(source with { Text = "" }, options);
            return (nothing with { Diagnostics = [OwnOperators.NotLookedAt] }, new ScriptCode([]), null);
        }
        var plan = Language.Check(source, options with { Confined = !Trust, Unseen = own?.Names ?? new HashSet<string>() });
        if (own is not null) plan = plan with { Diagnostics = [.. own.Errors, .. plan.Diagnostics] };
        return (plan, IsWrong(plan) ? new ScriptCode([]) : ScriptCode.Of(plan, own), own);
    }

    /// <summary>Checks it with all rights. Files are read again for that, so they are held against what is trusted.</summary>
    /// <exception cref="Refusal">Its code has changed meanwhile.</exception>
    static Plan Open(SourceText source, LanguageOptions options, ScriptCode code, OwnOperators? own)
    {
        var known = own is null ? options.Operators : new NamedList<Signature>([.. options.Operators, .. own.Load(options.Operators)]);
        var plan = Language.Check(source, options with { Operators = known });
        return code.IsAs(ScriptCode.Of(plan, own)) ? plan
            : throw new Refusal($"The code of `{Printable.Of(source.Name)}` changed while it was checked.",
                "Run it again when its files stay as they are.");
    }

    static Diagnostic NotChecked { get; } = new(BlockCodes.NotTrusted, null,
        "Own operators were compiled but not run, so steps that call them were not checked.",
        "Read them, then write `pipe trust` with the script.");

    Refusal NotTrusted(SourceText source) => new($"`{Printable.Of(source.Name)}` has C# that is not trusted on this machine.",
        $"Read it and write `pipe trust {Printable.Of(source.Name)}`{(InSession ? " in a shell" : ", or add `--trust` for this run")}.");
}
