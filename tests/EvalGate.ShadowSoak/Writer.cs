using EvalGate.Shadow;

namespace EvalGate.ShadowSoak;

/// <summary>Logs pairs as fast as it can, until it is killed.</summary>
internal static class Writer
{
    public static async Task RunAsync(string folder)
    {
        await using var log = new ShadowLog(new() { Folder = folder, MaxFileBytes = 200_000, MaxFiles = 1000 });
        var shadow = new Shadow<string, string>(
            new()
            {
                Incumbent = (question, _) => Task.FromResult($"incumbent to {question}"),
                Candidate = (question, _) => Task.FromResult(new string('x', question.Length * 100)),
                Describe = question => new(question),
            },
            log,
            new() { Inputs = ShadowInputs.Value, Rate = 1 });
        for (var i = 0L; ; i++)
        {
            await shadow.RunAsync($"question {i}");
            if (i % 100 == 0)
            {
                await Task.Delay(1);
            }
        }
    }
}
