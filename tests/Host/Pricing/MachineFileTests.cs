namespace Tests.Host.Pricing;

/// <summary>The machine is measured once, and again when what was measured may no longer hold.</summary>
public sealed class MachineFileTests
{
    static string Kept(Sandbox sandbox) => sandbox.Read("cache/machine.json");

    static Sandbox Planned(out Sandbox sandbox)
    {
        sandbox = new Sandbox { Machine = null }.Keeping();
        sandbox.With("s.pipe", "load sample:spotify rows=1000\ndescribe\n").Run("plan", "s.pipe");
        return sandbox;
    }

    [Fact]
    public void It_is_kept_as_long_as_it_holds()
    {
        using var _ = Planned(out var sandbox);
        var first = Kept(sandbox);
        sandbox.Run("plan", "s.pipe");
        Assert.Equal(first, Kept(sandbox));
    }

    [Theory]
    [InlineData("\"Made\":\"2026", "\"Made\":\"2025")]
    [InlineData("\"Version\":\"", "\"Version\":\"9.")]
    [InlineData("\"Processor\":\"", "\"Processor\":\"Other ")]
    [InlineData("\"Threads\":", "\"Threads\":-")]
    [InlineData("{", "{{")]
    public void It_is_measured_again_when_it_does_not(string old, string other)
    {
        using var _ = Planned(out var sandbox);
        var first = Kept(sandbox);
        sandbox.With("cache/machine.json", first.Replace(old, other));
        sandbox.Run("plan", "s.pipe");
        var again = Kept(sandbox);
        Assert.Contains(old, again);
        Assert.NotEqual(first.Replace(old, other), again);
    }
}
