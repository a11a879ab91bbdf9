using Host.CSharp;
using Runtime.Files;

namespace Tests.Host.CSharp;

/// <summary>Compiled code that is damaged is compiled anew, and a cache that cannot be used is done without.</summary>
public sealed class CodeCacheTests
{
    static string PathOf(string hash) =>
        Directory.EnumerateFiles(CacheFolder.Of("code"), hash + "*").Single();

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(-1)]
    public void What_is_cut_or_changed_is_compiled_again(int length)
    {
        if (OperatingSystem.IsWindows()) return;
        var (hash, compiled) = (Guid.NewGuid().ToString("N"), 0);
        var code = new CompiledCode([1, 2, 3], [4, 5], []);
        CompiledCode Get() => CodeCache.Get(hash, () => { compiled++; return code; });
        Get();
        Assert.Equal((byte[])[1, 2, 3], Get().Assembly);
        Assert.Equal((byte[])[4, 5], Get().Symbols);
        Assert.Equal(1, compiled);
        var path = PathOf(hash);
        var bytes = File.ReadAllBytes(path);
        if (length < 0) bytes[1] ^= 1;
        File.WriteAllBytes(path, length < 0 ? bytes : bytes[..Math.Min(length, bytes.Length - 1)]);
        Assert.Equal((byte[])[1, 2, 3], Get().Assembly);
        Get();
        Assert.Equal(2, compiled);
        File.Delete(path);
    }

    [Fact]
    public void What_is_kept_under_another_name_is_not_taken()
    {
        if (OperatingSystem.IsWindows()) return;
        var (one, other, compiled) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"), 0);
        CodeCache.Get(one, () => new CompiledCode([1], [], []));
        File.Move(PathOf(one), PathOf(one).Replace(one, other));
        CodeCache.Get(other, () => { compiled++; return new CompiledCode([2], [], []); });
        Assert.Equal(1, compiled);
        File.Delete(PathOf(other));
    }
}
