using System.Text.Json;

namespace EvalGate.Statistics.Tests;

internal sealed class ReferenceVector
{
    private static readonly IReadOnlyList<ReferenceVector> All = Read();

    private readonly string _method;
    private readonly JsonElement _inputs;
    private readonly JsonElement _expected;
    private readonly JsonElement _tolerance;

    private ReferenceVector(JsonElement vector)
    {
        Id = vector.GetProperty("id").GetString()!;
        _method = vector.GetProperty("method").GetString()!;
        _inputs = vector.GetProperty("inputs");
        _expected = vector.GetProperty("expected");
        _tolerance = vector.GetProperty("tolerance");
    }

    public string Id { get; }

    public static TheoryData<string> Ids(string method) => [.. All.Where(vector => vector._method == method).Select(vector => vector.Id)];

    public static ReferenceVector Of(string id) => All.Single(vector => vector.Id == id);

    public double Number(string input) => _inputs.GetProperty(input).GetDouble();

    public string Text(string input) => _inputs.GetProperty(input).GetString()!;

    public long Count(string input) => _inputs.GetProperty(input).GetInt64();

    public long Sum(params string[] inputs) => inputs.Sum(Count);

    public T[] Inputs<T>(string input) => _inputs.GetProperty(input).Deserialize<T[]>()!;

    public T Expected<T>(string field) => _expected.GetProperty(field).Deserialize<T>()!;

    public bool HasExpected(string field) => _expected.TryGetProperty(field, out _);

    public void Confirms(string field, double actual) => Confirms(_expected.GetProperty(field).GetDouble(), actual, field);

    public void Confirms(string field, IReadOnlyList<double> actual) =>
        Confirms(field, [.. actual.Select(value => (double?)value)]);

    public void Confirms(string field, IReadOnlyList<double?> actual)
    {
        var expected = Expected<double?[]>(field);
        Assert.Equal(expected.Length, actual.Count);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index].HasValue, actual[index].HasValue);
            if (expected[index] is { } value)
                Confirms(value, actual[index]!.Value, $"{field}[{index}]");
        }
    }

    private void Confirms(double expected, double actual, string field) =>
        Assert.True(Math.Abs(actual - expected) <= Tolerance(expected, field), $"{Id} {field}: expected {expected:R}, was {actual:R}");

    // A tolerance is absolute or relative, for one field or for all; without one the numbers are equal.
    private double Tolerance(double expected, string field)
    {
        var tolerance = _tolerance.TryGetProperty(field, out var own) ? own : _tolerance;
        return tolerance.TryGetProperty("abs", out var absolute) ? absolute.GetDouble()
            : tolerance.TryGetProperty("rel", out var relative) ? relative.GetDouble() * Math.Abs(expected)
            : 0;
    }

    private static ReferenceVector[] Read()
    {
        using var stream = typeof(ReferenceVector).Assembly.GetManifestResourceStream("ReferenceVectors.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(vector => new ReferenceVector(vector.Clone()))];
    }
}
