using Runtime.Charts;

namespace Tests.Runtime.Charts;

public class DatesTests
{
    static double At(string date) => TimeForm.ReadIso(date)!.Value;

    [Theory]
    [InlineData("2024-01-01", "2024-03-01", 8, "1 Jan 2024", "8 Jan 2024")]
    [InlineData("2023-01-03", "2024-05-12", 8, "Mar 2023", "May 2023")]
    [InlineData("1990-05-01", "2024-05-12", 8, "1995", "2000")]
    [InlineData("2024-01-01 08:10", "2024-01-01 14:00", 6, "1 Jan 09:00", "1 Jan 10:00")]
    [InlineData("2024-01-01 08:00:10", "2024-01-01 08:00:50", 4, "08:00:10", "08:00:20")]
    public void Ticks_stand_at_round_dates(string low, string high, int count, string first, string second)
    {
        var (ticks, step) = Dates.Between(At(low), At(high), count);
        Assert.Equal([first, second], ticks.Take(2).Select(t => Dates.Tick(t, step)));
        Assert.All(ticks, t => Assert.InRange(t, At(low), At(high)));
        Assert.InRange(ticks.Length, count / 2, 2 * count + 1);
        Assert.Equal(ticks.Length, ticks.Select(t => Dates.Tick(t, step)).Distinct().Count());
    }

    [Theory]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2024-02-29 13:05", "2024-02-29 13:05")]
    [InlineData("2024-02-29 13:05:09", "2024-02-29 13:05:09")]
    public void A_date_is_written_with_what_it_has(string date, string written) => Assert.Equal(written, Dates.Value(At(date)));

    [Fact]
    public void What_is_no_date_has_no_ticks() => Assert.Empty(Dates.Between(-1e18, 1e18, 5).Ticks);
}
