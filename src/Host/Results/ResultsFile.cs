using System.Text;
using Dsl;
using Runtime.Files;

namespace Host.Results;

/// <summary>The record of one script: a file beside it, with its name.</summary>
/// <param name="written">The path as the person has it.</param>
sealed class ResultsFile(string path, string written)
{
    public const int UsualWitnesses = 1000;

    public string Written => written;

    public bool IsThere => File.Exists(path);

    /// <param name="script">The script as the person has it.</param>
    public static ResultsFile Of(string script, HostContext host) =>
        new(RecordedFindings.FileOf(host.PathOf(script)), RecordedFindings.FileOf(script));

    /// <summary>Null when there is none.</summary>
    /// <exception cref="Refusal">It is damaged.</exception>
    public RecordedFindings? Read() => IsThere ? FindingsReader.Read(path, written) : null;

    /// <summary>What was recorded before, so that clusters keep their names; one that cannot be read is replaced.</summary>
    public RecordedFindings? Earlier()
    {
        try
        {
            return Read();
        }
        catch (Refusal)
        {
            return null;
        }
    }

    /// <summary>What to tell of it.</summary>
    /// <param name="found">Null when the run came to nothing that could be kept.</param>
    public string Keep(RecordedFindings? found, RecordedFindings? earlier, Ending ending)
    {
        var shown = Printable.Of(written);
        if (found is null)
            return $"Nothing is recorded in `{shown}`, since the run {(ending is Ending.Stopped ? "was stopped" : "failed")}.";
        var text = FindingsText.Of(found);
        if (earlier is not null && FindingsText.Of(earlier) == text) return $"`{shown}` is as it was.";
        WholeFile.Write(path, Encoding.UTF8.GetBytes(text));
        var size = Wording.Plural(found.Facts, "fact");
        return earlier is null ? $"Recorded in `{shown}`: {size}." : $"Recorded in `{shown}`: {size}. `pipe diff` tells what changed.";
    }
}
