using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EvalGate.Warehouse.Tests.Servers;

/// <summary>Two ClickHouse servers on loopback that know each other as the shards of one cluster.</summary>
internal sealed class ClickHouseCluster : IDisposable
{
    public const string Name = "two";

    private static readonly string? Binary = Program.Find("clickhouse-server", "/usr/sbin", "/usr/bin");

    private readonly TempFolder _folder = new();
    private readonly Process[] _nodes;
    private readonly HttpClient _http = new();
    private readonly IPAddress _host = OwnHost();

    private static int _clusters;

    private ClickHouseCluster()
    {
        int[] ports = FreePorts(_host, 4);
        Addresses = [new($"http://{_host}:{ports[0]}"), new($"http://{_host}:{ports[1]}")];
        _nodes = [Start(0, ports), Start(1, ports)];
        foreach (var address in Addresses)
        {
            WaitFor(address);
        }
    }

    /// <summary>Why there is none; null when there is.</summary>
    public static string? Missing => Binary is null ? "ClickHouse is not installed (apt-get install clickhouse-server)." : null;

    /// <summary>The HTTP interfaces.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    public static ClickHouseCluster Start() => new();

    /// <summary>Runs a statement on one node.</summary>
    public void Execute(int node, string sql, string body = "") => Ask(node, sql, body);

    /// <summary>What one node answers to a query.</summary>
    public string Ask(int node, string sql, string body = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Addresses[node], $"?query={Uri.EscapeDataString(sql)}")) { Content = new StringContent(body) };
        using var response = _http.Send(request);
        var answer = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        Assert.True(response.IsSuccessStatusCode, answer);
        return answer;
    }

    /// <summary>One node is gone from one moment to the next.</summary>
    public void Stop(int node)
    {
        _nodes[node].Kill();
        _nodes[node].WaitForExit();
    }

    public void Dispose()
    {
        foreach (var node in _nodes)
        {
            node.Kill();
            node.WaitForExit();
            node.Dispose();
        }

        _http.Dispose();
        _folder.Dispose();
    }

    private Process Start(int node, int[] ports)
    {
        var config = _folder.Write($"node{node}/config.xml", $"""
            <yandex>
              <logger><level>warning</level><log>{_folder[$"node{node}/log"]}</log><errorlog>{_folder[$"node{node}/errors"]}</errorlog></logger>
              <http_port>{ports[node]}</http_port>
              <tcp_port>{ports[2 + node]}</tcp_port>
              <listen_host>{_host}</listen_host>
              <path>{_folder[$"node{node}/data"]}/</path>
              <tmp_path>{_folder[$"node{node}/tmp"]}/</tmp_path>
              <mark_cache_size>67108864</mark_cache_size>
              <users_config>config.xml</users_config>
              <default_profile>default</default_profile>
              <default_database>default</default_database>
              <profiles><default><skip_unavailable_shards>1</skip_unavailable_shards><connect_timeout_with_failover_ms>60000</connect_timeout_with_failover_ms></default></profiles>
              <quotas><default/></quotas>
              <users><default><password/><networks><ip>127.0.0.0/8</ip></networks><profile>default</profile><quota>default</quota></default></users>
              <remote_servers><{Name}>
                <shard><replica><host>{_host}</host><port>{ports[2]}</port></replica></shard>
                <shard><replica><host>{_host}</host><port>{ports[3]}</port></replica></shard>
              </{Name}></remote_servers>
            </yandex>
            """);
        return Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", Binary!, $"--config-file={config}"]))!;
    }

    private void WaitFor(Uri address)
    {
        var watch = Stopwatch.StartNew();
        while (!Answers(address))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(5), $"{address} does not answer: {string.Join('\n', Directory.GetFiles(_folder.Path, "errors", SearchOption.AllDirectories).Select(File.ReadAllText))}");
            Thread.Sleep(50);
        }
    }

    private bool Answers(Uri address)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "ping"));
            using var response = _http.Send(request);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>An address on loopback that only this cluster uses, so that what is free on it stays free until the servers take it: connections of others begin and end at 127.0.0.1.</summary>
    private static IPAddress OwnHost()
    {
        var process = Environment.ProcessId;
        return new([127, (byte)((64 * Interlocked.Increment(ref _clusters)) + (process >> 16)), (byte)(process >> 8), (byte)process]);
    }

    private static int[] FreePorts(IPAddress host, int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(host, 0)).ToArray();
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }
}
