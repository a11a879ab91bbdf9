using Host;

namespace Tests.Host;

/// <summary>What people with a table of their own write first, and what they are told.</summary>
public class FirstHourTests
{
    static Sandbox Tables() => new Sandbox()
        .With("cities.csv", "id,city\n1,A\n2,B\n")
        .With("orders.csv", "cid,amount\n1,5\n2,7\n1,9\n")
        .With("days.csv", "d,v\n2024-01-01,1\n2024-02-01,3\n2024-03-01,2\n")
        .With("rows.csv", "g;x;y\n1;1;5\n1;2;4\n2;3;3\n3;4;1\n")
        .With("said.csv", "q,w\nYes,1\nNo,0\nYes,1\n")
        .With("odd.csv", "x,y\n1,2\nunknown,3\n5,7\n6,8\n")
        .With("engine.csv", "n,power,weight\n,hp,kg\na,120,2500\nb,130,1900\n")
        .With("budget.csv", "item,cost\nrent,5\nfood,7\nTotal,12\n")
        .With("places.csv", "lat,lon\n39.984702,116.318417\n39.9846,116.31\n");

    public static TheoryData<string, string> Runs => new()
    {
        { "load cities.csv as c\nload orders.csv as o\njoin c on=cid == id\ngroup amount by=city agg=sum\nuse group\nexpect max(amount_sum) == 14", "holds" },
        { "load cities.csv as c\nload orders.csv as o\njoin c on=cid == id prefix=c_\ngroup amount by=c_city agg=sum\nuse group\nexpect rows == 2", "holds" },
        { "load rows.csv\nfeatures x y\nkmeans k=2 as km # ok: unscaled\npivot g x by=y agg=count\nfeatures * except=y\nexpect clusters(km) == 2", "`clusters(km) == 2` holds." },
        { "load rows.csv\nfeatures x y\nkmeans k=2 as km # ok: unscaled\ngroup by=g agg=count as t\nuse t\nexpect inertia(km) > 0", "`inertia(km) > 0` holds." },
        { "load rows.csv\npivot g x by=y agg=count\nexpect missing(`1`) + missing(`2`) == 0", "holds" },
        { "load orders.csv\ngroup amount agg=sum,count\nuse group\nexpect max(amount_sum) == 21", "holds" },
        { "load days.csv\nlines d v\nscatter d v\nhistogram d", "highest 3 at 2024-02-01, lowest 1 at 2024-01-01" },
        { "load said.csv types=q:logical,w:logical\nfilter q and w\nexpect rows == 2", "holds" },
        { "load engine.csv\nexpect mean(power) == 125", "is read with `units=true`" },
        { "load places.csv\nhead", "39.984702" },
        { "load budget.csv", "The last row has `Total` in `item`" },
        { "load budget.csv\nfilter item != \"Total\"\nexpect sum(cost) == 12", "holds" },
        { "load days.csv dates=dd/MM/yyyy", "No column is written as `dd/MM/yyyy`" },
    };

    [Theory, MemberData(nameof(Runs))]
    public void What_is_written_first_runs(string script, string told)
    {
        using var sandbox = Tables().With("s.pipe", script + "\n");
        var said = sandbox.Run("run", "s.pipe", "--out", "out");
        Assert.Equal((ExitCode.Fine, ""), (said.Exit, said.Error));
        Assert.Contains(told, said.Output + sandbox.Read("out/report.html").Replace("<code>", "`").Replace("</code>", "`"));
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "derive z=x * 2", "It is text because odd.csv line 3 has `unknown`." },
        { "filter x > 3", "It is text because odd.csv line 3 has `unknown`." },
        { "features x", "odd.csv line 3 has `unknown` there." },
        { "features y\npca as p\nscatter pc1 y", "it is one of the points `p`" },
        { "group by y agg=count", "Write `by=y`." },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void What_is_wrong_is_told_with_its_place(string script, string told)
    {
        using var sandbox = Tables().With("s.pipe", "load odd.csv\n" + script + "\n");
        var said = sandbox.Run("check", "s.pipe");
        Assert.Contains(told, string.Join(' ', (said.Output + said.Error).Split(['\n', '│', '╰', ' '], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void Coordinates_are_of_one_unit()
    {
        using var sandbox = Tables().With("s.pipe", "load places.csv\nfeatures lat lon\ndbscan eps=1 min_samples=1\n");
        Assert.DoesNotContain("scale", sandbox.Run("check", "s.pipe").Error);
    }
}
