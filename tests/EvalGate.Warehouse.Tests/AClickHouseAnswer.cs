using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EvalGate.Warehouse.Tests;

public static class AClickHouseAnswer
{
    private const string Columns = """{"data":[["language","String"],["correct_a","UInt8"],["correct_b","Nullable(Float64)"]],"rows":3}""";

    public static TheoryData<int, string, string> Broken { get; } = new()
    {
        { 200, """{"data":[["0","","3","3","0","0","0","0","2","2"],Code: 241, e.displayText() = DB::Exception: Memory limit""", "the answer broke off or is none" },
        { 200, """{"data":[["0","","3","3","0","0","0","0","2","2"]],"rows":2}""", "the answer has 1 rows and says otherwise" },
        { 200, """{"data":[["0","","3","3","0","0","0","0","2","2"]]}""", "the answer broke off or is none" },
        { 200, """{"data":[["0","","3","3","0","0","0","0","2","2"],["1","de","2","2","0","0","0","0","1","1"]],"rows":2}""", "the result is not whole" },
        { 200, "", "the answer broke off or is none" },
        { 500, "Code: 60, e.displayText() = DB::Exception: Table default.pairs doesn't exist.\n", "Code: 60" },
        { 302, "elsewhere", "elsewhere" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public static void ThatIsNotWholeIsAnError(int status, string answer, string said)
    {
        var (asked, read) = Ask(status, answer);

        var refused = Assert.Throws<WarehouseException>(read);

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
        Assert.All(asked, q => Assert.Equal("?wait_end_of_query=1&skip_unavailable_shards=0&max_execution_time=1800&readonly=1", q));
    }

    [Fact]
    public static void ThatIsWholeIsRead()
    {
        var (asked, read) = Ask(200, """{"data":[[0,"","3","3","0","0","0","0","2","2"],[1,"de","2","2","0","0","0","0","1","1"],[1,"en","1","1","0","0","0","0","1","1"]],"rows":3}""");

        Assert.Equal(3, read().Totals!.Rows);
        Assert.Equal(2, asked.Count);
    }

    /// <summary>A server of two answers: the columns, then this.</summary>
    private static (List<string> Asked, Func<PairReading> Read) Ask(int status, string answer)
    {
        var asked = new List<string>();
        return (asked, () =>
        {
            using var listener = new HttpListener();
            var address = new Uri($"http://127.0.0.1:{FreePort()}/");
            listener.Prefixes.Add(address.ToString());
            listener.Start();
            var server = Task.Run(() =>
            {
                Answer(listener, asked, 200, Columns);
                Answer(listener, asked, status, answer);
            });
            var source = new ClickHouseSource(address, "pairs", new("reader", "s3cret"));
            try
            {
                return WarehouseReader.Read([source], AMap.Of("language") with { Metrics = [AMap.PassFail("correct")] }, new());
            }
            finally
            {
                server.GetAwaiter().GetResult();
            }
        }
        );
    }

    private static void Answer(HttpListener listener, List<string> asked, int status, string answer)
    {
        var context = listener.GetContext();
        asked.Add(context.Request.Url!.Query);
        context.Response.StatusCode = status;
        context.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
