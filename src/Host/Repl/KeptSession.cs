using System.Security.Cryptography;
using System.Text;
using Dsl;
using Runtime.Files;

namespace Host.Repl;

/// <summary>
/// The steps of a session that nobody has saved, kept in a file of the person's own as they are done: whatever ends the session, the next
/// one in the same folder can have them back.
/// </summary>
sealed class KeptSession
{
    const string Folder = "unsaved";

    /// <summary>Null where nothing is kept.</summary>
    readonly string? file;

    string seen = "";

    public KeptSession(HostContext host)
    {
        if (host is not { Typing: not null, ConfigFolder: { } config }) return;
        file = Path.Combine(config, Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(host.WorkingFolder)))[..32]);
        Before = Read(file);
    }

    /// <summary>The steps of the session before this one, when they were not saved.</summary>
    public string? Before { get; }

    /// <summary>A file that cannot be written is done without.</summary>
    public void Keep(ReplState state)
    {
        var script = state.IsSaved ? "" : state.Session.Script;
        if (file is null || script == seen) return;
        seen = script;
        try
        {
            using var folder = OpenFolder.Made(Path.GetDirectoryName(file)!);
            folder.Write(Path.GetFileName(file), stream => stream.Write(Encoding.UTF8.GetBytes(script)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
        }
    }

    static string? Read(string file)
    {
        try
        {
            if (!File.Exists(file)) return null;
            return RegularFile.Text(file, file, "Remove it.", Language.MostBytes) is { Length: > 0 } text ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
            return null;
        }
    }
}
