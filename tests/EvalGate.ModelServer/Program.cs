using EvalGate.ModelServer;

// Usage: dotnet run --project tests/EvalGate.ModelServer
// A stand-in for a model, for the recordings of example-project: it repeats the passage behind a kind word, the same every time.
const string Mark = "Passage: ";
await using var server = await LoopbackModel.StartAsync(call => new Says($"Thank you for asking. {call.Prompt[(call.Prompt.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..]}"));
Console.WriteLine($"HELPDESK_MODEL_ENDPOINT={server.Address}");
await Task.Delay(Timeout.Infinite);
