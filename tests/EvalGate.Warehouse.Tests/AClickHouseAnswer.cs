using EvalGate.Warehouse.Tests.Servers;

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
    public static async Task ThatIsNotWholeIsAnError(int status, string answer, string said)
    {
        await using var server = await AnsweringServer.StartAsync((200, Columns), (status, answer));

        var refused = Assert.Throws<WarehouseException>(() => Read(server));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Asked.Count);
        Assert.All(server.Asked, q => Assert.Equal("?wait_end_of_query=1&skip_unavailable_shards=0&max_execution_time=1800&readonly=1", q.Query));
    }

    [Fact]
    public static async Task ThatIsWholeIsRead()
    {
        await using var server = await AnsweringServer.StartAsync((200, Columns), (200, """{"data":[[0,"","3","3","0","0","0","0","2","2"],[1,"de","2","2","0","0","0","0","1","1"],[1,"en","1","1","0","0","0","0","1","1"]],"rows":3}"""));

        Assert.Equal(3, Read(server).Totals!.Rows);
        Assert.Equal(2, server.Asked.Count);
    }

    private static PairReading Read(AnsweringServer server) =>
        WarehouseReader.Read([new ClickHouseSource(server.Address, "pairs", new("reader", "s3cret"))], AMap.Of("language") with { Metrics = [AMap.PassFail("correct")] }, new());
}
