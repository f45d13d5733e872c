using System.Text.Json.Nodes;
using EvalGate.Warehouse.Tests.Servers;

namespace EvalGate.Warehouse.Tests;

/// <summary>A row that the user's own query gives.</summary>
public sealed class ARequestOfProduction(ServersOfTheMachine servers)
{
    private const string Lines = """
        {"id":"a","input":{"q":"ä","at":"2026-01-01T10:00:00+01:00"},"language":"de","n":1.5,"tags":["x","y"],"at":"2026-01-01T10:00:00+01:00","day":"2026-01-01","ok":true,"mixed":1}
        {"id":"b","input":{"q":"x","z":null},"language":"en","n":2,"tags":[],"at":"late","day":"never","ok":false,"mixed":[1]}

        """;

    [Fact]
    public static void HasTheMembersOfItsLine()
    {
        using var folder = new TempFolder();
        folder.Write("log.jsonl", Lines);

        var rows = Read(new FileSource(folder.Path, ["log.jsonl"]), RequestReader.Everything);

        Assert.Equal(Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.ToJsonString()), rows.Select(r => JsonNode.Parse(r)!.ToJsonString().Replace("\"n\":2.0,", "\"n\":2,", StringComparison.Ordinal)));
    }

    [Fact]
    public static void ComesInTheOrderOfTheFiles()
    {
        using var folder = new TempFolder();
        string[] ids = [.. Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"r{i}"))];
        folder.Write("a.jsonl", string.Concat(ids.Take(15_000).Select(id => $"{{\"id\":\"{id}\"}}\n")));
        folder.Write("b.jsonl", string.Concat(ids.Skip(15_000).Select(id => $"{{\"id\":\"{id}\"}}\n")));

        Assert.Equal(ids, Read(new FileSource(folder.Path, ["a.jsonl", "b.jsonl"]), "select id from requests").Select(r => JsonNode.Parse(r)!["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("log.txt", "files of one kind are read at a time")]
    [InlineData("gone.jsonl", "there is no such file.")]
    public static void NeedsAFile(string file, string problem)
    {
        using var folder = new TempFolder();
        folder.Write("log.txt", "");

        Assert.Contains(problem, RequestReader.Read(new FileSource(folder.Path, [file]), RequestReader.Everything, new()).Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IsSelectedByAServer()
    {
        PostgresTable.Execute(servers.Postgres[0], """
            create table requests_of_shop (question text, lang text, context jsonb);
            insert into requests_of_shop values ('Where?', 'en', '{"page":1}'), ('Wo?', 'de', null);
            """);

        Assert.Equal(
            ["""{"input":{"question":"Wo?","context":null},"language":"de"}""", """{"input":{"question":"Where?","context":{"page":1}},"language":"en"}"""],
            Read(new PostgresSource(servers.Postgres[0].Connection, "requests_of_shop"), "select json_build_object('question', question, 'context', context) as input, lang as language from requests order by lang")
                .Select(r => JsonNode.Parse(r)!.ToJsonString()));
    }

    [Fact]
    public void WritesNothing()
    {
        PostgresTable.Execute(servers.Postgres[0], "create table kept (x integer); insert into kept values (1)");

        Assert.Throws<WarehouseException>(() => Read(new PostgresSource(servers.Postgres[0].Connection, "kept"), "delete from kept returning x"));
        Assert.Throws<WarehouseException>(() => Read(new PostgresSource(servers.Postgres[0].Connection, "kept"), "with gone as (delete from kept returning x) select * from gone"));
        Assert.Single(Read(new PostgresSource(servers.Postgres[0].Connection, "kept"), RequestReader.Everything));
    }

    [Fact]
    public static async Task IsAskedOfClickHouseInOneReadOnlyQuery()
    {
        await using var server = await AnsweringServer.StartAsync((200, "{\"input\":\"Where?\",\"n\":12345678901}\n{\"input\":\"Wo?\",\"n\":null}\n"));

        Assert.Equal(["""{"input":"Where?","n":12345678901}""", """{"input":"Wo?","n":null}"""], Read(new ClickHouseSource(server.Address, "shop.log"), "select q as input, n from requests -- all"));

        Assert.Equal(
            ("?wait_end_of_query=1&skip_unavailable_shards=0&max_execution_time=1800&readonly=1&output_format_json_quote_64bit_integers=0", "with requests as (select * from \"shop\".\"log\")\nselect * from (\nselect q as input, n from requests -- all\n) t\nformat JSONEachRow"),
            Assert.Single(server.Asked));
    }

    private static IReadOnlyList<string> Read(WarehouseSource source, string query)
    {
        var (rows, problems) = RequestReader.Read(source, query, new());
        Assert.Empty(problems);
        return rows;
    }
}
