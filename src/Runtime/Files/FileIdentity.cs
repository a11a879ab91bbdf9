namespace Runtime.Files;

/// <summary>
/// By what a file is known not to have been written to since: besides its number, its length and the time that it gives itself, the time
/// at which its entry was last changed, which no program sets.
/// </summary>
/// <param name="Changed">Nanoseconds since 1970, as the others.</param>
/// <param name="EntryChanged">Also by writing, by <c>touch</c> and by another file's taking its place.</param>
public sealed record FileIdentity(long Device, long Number, long Length, long Changed, long EntryChanged)
{
    const int LengthAt = 16, ChangedAt = 40, EntryAt = 56, DeviceAt = 88, NumberAt = 104;

    /// <summary>Coarser are the clocks of no file system.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    /// <summary>Null where there is no such time, or it is so near that the file could be written to once more within the same.</summary>
    public static unsafe FileIdentity? Of(string path)
    {
        if (OperatingSystem.IsWindows()) return null;
        var status = stackalloc byte[FileKinds.StatusSize];
        if (FileKinds.Status(path, status) != 0) return null;
        long At(int place) => *(long*)(status + place);
        long Time(int place) => At(place) * 1_000_000_000 + At(place + sizeof(long));
        var identity = new FileIdentity(At(DeviceAt), At(NumberAt), At(LengthAt), Time(ChangedAt), Time(EntryAt));
        return (DateTime.UtcNow - Tick - DateTime.UnixEpoch).TotalNanoseconds > identity.EntryChanged ? identity : null;
    }
}
