using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Runtime.Files;

namespace Host.Pricing;

/// <summary>How fast this machine was when it was last measured: kept for a month beside what is kept of steps.</summary>
sealed class MachineFile(HostContext host)
{
    const string Name = "machine.json";
    const int MostBytes = 1 << 12;

    static readonly TimeSpan Good = TimeSpan.FromDays(30);

    string? Folder => host.Cache?.Folder.FullPath;

    /// <summary>As it was kept, or measured now and kept.</summary>
    public Machine Get()
    {
        if (Known() is { } machine) return machine;
        var measured = Machine.Measured(Environment.ProcessorCount, host.Cancel);
        Keep(new(Product.Version, Processor, host.Clock.GetUtcNow(), measured));
        return measured;
    }

    /// <summary>Null when it was not measured, or not lately, or not by this version on this processor.</summary>
    public Machine? Known()
    {
        if (host.Machine is { } given) return given;
        return Read() is { } kept && kept.Version == Product.Version && kept.Processor == Processor && kept.Machine.IsSound
            && (host.Clock.GetUtcNow() - kept.Made).Duration() < Good ? kept.Machine : null;
    }

    KeptMachine? Read()
    {
        try
        {
            if (Folder is null || FileKinds.OfTarget(Path.Combine(Folder, Name)) != FileKind.File) return null;
            return JsonSerializer.Deserialize(RegularFile.Bytes(Path.Combine(Folder, Name), Name, "", MostBytes),
                MachineJson.Default.KeptMachine);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal or JsonException)
        {
            return null;
        }
    }

    void Keep(KeptMachine machine)
    {
        if (Folder is null) return;
        try
        {
            CacheFolder.Make(Folder);
            using var open = OpenFolder.At(Folder);
            open.Write(Name, stream => JsonSerializer.Serialize(stream, machine, MachineJson.Default.KeptMachine));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
            // It is measured again the next time.
        }
    }

    /// <summary>What would make another machine of it.</summary>
    static string Processor => $"{RuntimeInformation.ProcessArchitecture} {Environment.ProcessorCount} × "
        + (Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128);
}

/// <param name="Version">Of the program, whose own loops are timed.</param>
sealed record KeptMachine(string Version, string Processor, DateTimeOffset Made, Machine Machine);

/// <summary>The form of the file.</summary>
[JsonSerializable(typeof(KeptMachine))]
sealed partial class MachineJson : JsonSerializerContext;
