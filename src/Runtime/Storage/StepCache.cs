using System.Collections.Concurrent;
using System.Diagnostics;
using Runtime.Charts;

namespace Runtime.Storage;

/// <summary>How a step of a run came to its result.</summary>
/// <param name="Kept">It was not run: what an earlier run had kept is what it gives.</param>
public sealed record StepAnswer(StepKey Key, bool Kept);

/// <summary>
/// Answers steps from what earlier runs have kept, and keeps what is dearer to compute than to read. A step whose key is another is
/// computed: no result is ever of other data, arguments or code.
/// </summary>
public sealed class StepCache(StepFolder folder)
{
    /// <summary>Reading, checking and making of it what it was: 1 GB a second and a little for each entry.</summary>
    const double BytesASecond = 1e9, SecondsAnEntry = 0.005;

    const double Dearer = 3;

    /// <summary>What is kept is written while the next steps run.</summary>
    readonly Behind behind = new();

    /// <summary>The keys of what is still to be written.</summary>
    readonly ConcurrentDictionary<string, bool> pending = new();

    /// <summary>Keeps also what is as soon computed.</summary>
    public bool KeepsAll { get; init; }

    public StepFolder Folder => folder;

    /// <summary>How the step before came to its result; null when it is none whose results can be kept.</summary>
    public StepAnswer? Last { get; private set; }

    /// <summary>The study after a step.</summary>
    public Study Recall(StepCall call)
    {
        Last = null;
        if (KeyOf(call) is not { } key) return call.Compute(call.Run);
        var kept = Kept(call, key);
        Last = new(key, kept is not null);
        return kept ?? Computed(call, key);
    }

    /// <summary>Null when results of such a step are not kept.</summary>
    public static StepKey? KeyOf(StepCall call)
    {
        try
        {
            return StepKey.Of(call);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Returns when all that is to be kept is written.</summary>
    public void Settle() => behind.Wait();

    /// <summary>The study after a step that need not run, shown as if it had; null when it must.</summary>
    public Study? Kept(StepCall call, StepKey key)
    {
        if (pending.ContainsKey(key.Hash)) Settle();
        if (folder.Read(key.Hash, Again(call)) is not { } kept) return null;
        if (KeptFiles.Now(kept.Files, call) is not { } files) return null;
        if (!files.SequenceEqual(kept.Files)) folder.Write(key.Hash, kept with { Files = files });
        foreach (var result in kept.Shown) call.Run.Show(result);
        foreach (var model in kept.Models) model.Recalled(call.Study);
        return kept.Onto(call.Study);
    }

    /// <summary>Parts by their hashes of the step's result, computed again when the first is asked for.</summary>
    static Func<string, object> Again(StepCall call)
    {
        var parts = new Lazy<Dictionary<string, object>>(() => PartsOf(StepResult.Of(
            call.Study, call.Compute(call.Run with { Sink = static _ => { } }), [])));
        return hash => parts.Value.TryGetValue(hash, out var part) ? part
            : throw new Refusal("What an earlier run has kept is damaged.", "Clear it with `pipe cache clear`, and run again.");
    }

    static Dictionary<string, object> PartsOf(StepResult? result)
    {
        var parts = new Dictionary<string, object>();
        void Part(IHeld part)
        {
            if (parts.TryAdd(part.Hash!, part.Value)) StateWriter.Write(Stream.Null, part.Value, Part);
        }
        if (result is not null) StateWriter.Write(Stream.Null, result, Part);
        return parts;
    }

    Study Computed(StepCall call, StepKey key)
    {
        var shown = new List<Result>();
        var before = KeptFiles.Before(call);
        var start = Stopwatch.GetTimestamp();
        var made = call.Compute(call.Run with { Sink = result => { lock (shown) shown.Add(result); call.Run.Show(result); } });
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (MayBeWorth(seconds) && StepResult.Of(call.Study, made, shown) is { } result
            && KeptFiles.After(call, shown.OfType<Source>(), before) is { } files)
            Keep(key, result with { Files = files }, seconds, call.Run.Work.Threads);
        return made;
    }

    void Keep(StepKey key, StepResult result, double seconds, int threads)
    {
        pending[key.Hash] = true;
        behind.Do(threads, () =>
        {
            if (IsWorth(result, seconds)) folder.Write(key.Hash, result);
            pending.TryRemove(key.Hash, out _);
        });
    }

    /// <summary>A figure as it was drawn before, or is now.</summary>
    public Drawing Drawn(Figure figure, Func<Drawing> draw)
    {
        if (StepKey.Of(figure) is not { } key) return draw();
        if (folder.Read(key.Hash, NoPart) is { Shown: [Drawing known] }) return known;
        var start = Stopwatch.GetTimestamp();
        var drawn = draw();
        if (StepResult.Of(drawn) is var result && IsWorth(result, Stopwatch.GetElapsedTime(start).TotalSeconds))
            folder.Write(key.Hash, result);
        return drawn;
    }

    static object NoPart(string hash) => throw new FormatException("a drawing has no parts");

    bool MayBeWorth(double seconds) => KeepsAll || seconds >= Dearer * SecondsAnEntry;

    bool IsWorth(StepResult result, double seconds)
    {
        if (KeepsAll) return true;
        if (!MayBeWorth(seconds)) return false;
        try
        {
            return seconds > Dearer * (SecondsAnEntry + StepFolder.LengthOf(result) / BytesASecond);
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
