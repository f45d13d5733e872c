using EvalGate.ShadowWeek;

// dotnet run --project tests/EvalGate.ShadowWeek -- example-project/production/shadow
foreach (var (name, text) in Week.Files())
{
    File.WriteAllText(Path.Combine(args[0], name), text);
}
