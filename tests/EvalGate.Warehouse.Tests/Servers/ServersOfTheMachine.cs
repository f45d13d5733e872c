using EvalGate.Warehouse.Tests.Servers;

[assembly: AssemblyFixture(typeof(ServersOfTheMachine))]

namespace EvalGate.Warehouse.Tests.Servers;

/// <summary>The servers that tests share: started when the first test asks for them, stopped after the last.</summary>
public sealed class ServersOfTheMachine : IDisposable
{
    private readonly Lazy<IReadOnlyList<PostgresCluster>> _postgres = new(() => PostgresCluster.Start(3));
    private readonly Lazy<ClickHouseCluster> _clickHouse = new(ClickHouseCluster.Start);

    internal IReadOnlyList<PostgresCluster> Postgres
    {
        get
        {
            Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
            return _postgres.Value;
        }
    }

    internal ClickHouseCluster ClickHouse
    {
        get
        {
            Assert.SkipWhen(ClickHouseCluster.Missing is not null, ClickHouseCluster.Missing ?? "");
            return _clickHouse.Value;
        }
    }

    public void Dispose()
    {
        foreach (var cluster in _postgres.IsValueCreated ? _postgres.Value : [])
        {
            cluster.Dispose();
        }

        if (_clickHouse.IsValueCreated)
        {
            _clickHouse.Value.Dispose();
        }
    }
}
