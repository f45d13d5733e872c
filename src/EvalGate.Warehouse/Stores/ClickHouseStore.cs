using System.Globalization;
using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>A table of a ClickHouse server or cluster, asked through its HTTP interface by requests that cannot write.</summary>
/// <remarks>
/// An error in the middle of an answer would come inside a success, so the server is told to wait with its status until the end, and an answer
/// must be a whole document that counts its rows. A shard that is down would be left out silently if the server's settings say so, so they are overruled.
/// </remarks>
internal sealed class ClickHouseStore : PairStore
{
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(15);

    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, ConnectTimeout = Connecting };
    private readonly HttpClient _http;
    private readonly Uri _address;

    public ClickHouseStore(ClickHouseSource source, WarehouseLimits limits)
    {
        Name = $"ClickHouse {source.Address.Host}:{source.Address.Port} {source.Table}";
        Table = SqlName.IsAllowedTable(source.Table) ? SqlName.QuoteTable(source.Table) : throw new WarehouseException($"{Name}: this is no name of a table: {SqlName.Allowed}.");
        var seconds = limits.Timeout.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        _address = new(source.Address, $"?wait_end_of_query=1&skip_unavailable_shards=0&max_execution_time={seconds}&readonly=1");
        _http = new(_handler) { Timeout = limits.Timeout + Connecting };
        if (source.User is { } user)
        {
            _http.DefaultRequestHeaders.Add("X-ClickHouse-User", user.UserName);
            _http.DefaultRequestHeaders.Add("X-ClickHouse-Key", user.Password);
        }
    }

    public override string Name { get; }

    public override SqlDialect Dialect => SqlDialect.ClickHouse;

    public override string Table { get; }

    public override IReadOnlyDictionary<string, ColumnKind> Columns(PairMap map) =>
        Run($"describe table {Table}").ToDictionary(row => row[0]!, row => KindOf(row[1]!), StringComparer.Ordinal);

    public override IEnumerable<IReadOnlyList<string?>> Run(string sql)
    {
        using var response = Answer(sql, "JSONCompact");
        try
        {
            using var answer = JsonDocument.Parse(Ask(() => response.Content.ReadAsStringAsync().GetAwaiter().GetResult()));
            return Rows(answer.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new WarehouseException($"{Name}: the answer broke off or is none: {ShownText.Of(e.Message, 300)}", e);
        }
    }

    public override IEnumerable<string> Documents(IReadOnlyList<string> order) => Lines($"select * from {Table}{OrderBy(order)}", "");

    /// <summary>Numbers stay numbers, whatever their width: a text is another value of a slice.</summary>
    public override IEnumerable<string> Objects(string query) => Lines(Over("*", query, Table), "&output_format_json_quote_64bit_integers=0");

    private IEnumerable<string> Lines(string sql, string settings)
    {
        using var response = Answer(sql, "JSONEachRow", settings);
        using var lines = new StreamReader(Ask(() => response.Content.ReadAsStream()));
        while (Ask(lines.ReadLine) is { } line)
        {
            yield return line;
        }
    }

    public override void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    /// <summary>The answer to a query; its end is not read yet.</summary>
    private HttpResponseMessage Answer(string sql, string format, string settings = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_address}{settings}") { Content = new StringContent($"{sql}\nformat {format}") };
        var response = Ask(() => _http.Send(request, HttpCompletionOption.ResponseHeadersRead));
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw Refused(Ask(() => response.Content.ReadAsStringAsync().GetAwaiter().GetResult()));
        }
    }

    private T Ask<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new WarehouseException($"{Name}: {ShownText.Of(e.Message, 300)}", e);
        }
    }

    private List<IReadOnlyList<string?>> Rows(JsonElement answer)
    {
        List<IReadOnlyList<string?>> rows = [.. answer.GetProperty("data").EnumerateArray().Select(row => (IReadOnlyList<string?>)[.. row.EnumerateArray().Select(Text)])];
        return answer.GetProperty("rows").GetInt64() == rows.Count ? rows : throw Refused($"the answer has {rows.Count} rows and says otherwise.");
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    private WarehouseException Refused(string said) => new($"{Name}: {ShownText.Of(said.Trim(), 300)}");

    private static ColumnKind KindOf(string type)
    {
        foreach (var wrapper in (string[])["LowCardinality(", "Nullable("])
        {
            type = type.StartsWith(wrapper, StringComparison.Ordinal) ? type[wrapper.Length..^1] : type;
        }

        return type switch
        {
            "String" => ColumnKind.Text,
            "Bool" => ColumnKind.Flag,
            "UUID" => ColumnKind.Whole,
            "Float32" or "Float64" => ColumnKind.Real,
            _ when type.StartsWith("Int", StringComparison.Ordinal) || type.StartsWith("UInt", StringComparison.Ordinal) || type.StartsWith("Enum", StringComparison.Ordinal) => ColumnKind.Whole,
            _ when type.StartsWith("Decimal", StringComparison.Ordinal) => ColumnKind.Real,
            _ => ColumnKind.Other,
        };
    }
}
