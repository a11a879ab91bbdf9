using Runtime;

namespace Tests.Runtime.Data;

public sealed class HeadersTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly Headers headers = new();
    int reads;

    public void Dispose() => folder.Dispose();

    Shape Of(string file, object how) => headers.Of(folder.At(file), how, () => new Shape { Rows = ++reads });

    [Fact]
    public void A_file_is_read_once_as_long_as_it_stays()
    {
        folder.Write("a.csv", "x\n1\n");
        Assert.Equal(1, Of("a.csv", "how").Rows);
        Assert.Equal(1, Of("a.csv", "how").Rows);
        Assert.Equal(2, Of("a.csv", "otherwise").Rows);
        folder.Write("a.csv", "x\n1\n2\n");
        Assert.Equal(3, Of("a.csv", "how").Rows);
        File.SetLastWriteTimeUtc(folder.At("a.csv"), DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(4, Of("a.csv", "how").Rows);
    }

    [Fact]
    public void The_name_of_a_sample_may_be_none() => Assert.Equal(1, headers.Of("", "how", () => new Shape { Rows = ++reads }).Rows);

    [Fact]
    public void What_is_not_there_and_what_fails_is_not_kept()
    {
        Assert.Equal(1, Of("no.csv", "how").Rows);
        Assert.Equal(2, Of("no.csv", "how").Rows);
        folder.Write("b.csv", "x\n1\n");
        Assert.Throws<Refusal>(() => headers.Of<Shape>(folder.At("b.csv"), "how", () => throw new Refusal("No.")));
        Assert.Equal(3, Of("b.csv", "how").Rows);
    }
}
