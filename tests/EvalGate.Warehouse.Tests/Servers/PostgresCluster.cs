namespace EvalGate.Warehouse.Tests.Servers;

/// <summary>A PostgreSQL server of its own in a folder of its own, reached by a socket there and by nothing else.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private const string User = "evalgate";

    private static readonly string? Binaries = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
        : null;

    private readonly TempFolder _folder;

    private PostgresCluster(TempFolder folder) => _folder = folder;

    /// <summary>Why there is none; null when there is.</summary>
    public static string? Missing => Binaries is null ? "PostgreSQL is not installed (apt-get install postgresql)." : null;

    public string Connection => $"Host={_folder.Path};Username={User};Database=postgres;Timeout=300";

    /// <summary>Servers with the same empty database: made once, copied for the others.</summary>
    public static IReadOnlyList<PostgresCluster> Start(int count)
    {
        var clusters = Enumerable.Range(0, count).Select(_ => new PostgresCluster(new())).ToArray();
        foreach (var cluster in clusters.Where(_ => Environment.IsPrivilegedProcess))
        {
            Program.Run("chown", "postgres", cluster._folder.Path);
        }

        RunAsUser("initdb", "-D", clusters[0].Data, "-U", User, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
        foreach (var other in clusters[1..])
        {
            Program.Run("cp", "-a", clusters[0].Data, other.Data);
        }

        foreach (var cluster in clusters)
        {
            RunAsUser("pg_ctl", "-D", cluster.Data, "-w", "-t", "300", "-l", cluster._folder["log"], "-o", $"-c listen_addresses='' -c unix_socket_directories='{cluster._folder.Path}' -c fsync=off -c shared_buffers=32MB", "start");
        }

        return clusters;
    }

    /// <summary>The server is gone from one moment to the next.</summary>
    public void Stop() => RunAsUser("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            Stop();
        }

        _folder.Dispose();
    }

    private string Data => _folder["data"];

    /// <summary>The server refuses to run as root.</summary>
    private static void RunAsUser(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        if (Environment.IsPrivilegedProcess)
        {
            Program.Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]);
        }
        else
        {
            Program.Run(path, arguments);
        }
    }
}
