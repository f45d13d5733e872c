using System.ClientModel;
using System.ClientModel.Primitives;
using EvalGate.Chat;
using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.ModelServer;
using EvalGate.Recordings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;

namespace EvalGate.Xunit.Tests.Models;

/// <summary>A built suite whose subject asks a model over HTTP, run as the generated theories run it.</summary>
internal sealed class ASuiteOfQuestions(int cases, string? folder = null) : IDisposable
{
    private readonly bool _isOwner = folder is null;

    /// <summary>The folder of project, build and runs.</summary>
    public string Folder { get; } = folder ?? Directory.CreateTempSubdirectory("evalgate-").FullName;

    public Suite Suite { get; init; } = new()
    {
        Name = "asking",
        Place = new("evals/asking.eval.yaml", 1, 1),
        Subject = new("Asking", new("evals/asking.eval.yaml", 2, 1)),
        CaseFiles = ["asking.cases.jsonl"],
        Concurrency = 4,
        Timeout = TimeSpan.FromMinutes(5),
        Metrics = [AMetric.PassFail("correct") with { Scorer = new("exact", false, new Dictionary<string, string> { ["of"] = "output.label", ["expected"] = "expected.label" }) }],
    };

    /// <summary>What calls are timed by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public IReadOnlyList<Case> Cases { get; } =
        [.. Enumerable.Range(1, cases).Select(i => ACase.Of($"q{i:000}", $$"""{"text":"question {{i}}","truth":"yes"}""", """{"label":"yes"}"""))];

    public string[] RunFiles => [.. Directory.EnumerateFiles(In("results/asking"), "*.jsonl").Order(StringComparer.Ordinal)];

    public string RecordingsFolder => In("project/evals/asking.recordings");

    /// <summary>One test session.</summary>
    /// <param name="server">Where live calls go; null when there is none.</param>
    /// <param name="mode">Where calls are answered from.</param>
    /// <param name="options">How the client deals with a busy service.</param>
    /// <param name="resumes">Whether a run that was cut off is continued.</param>
    public Task<Run> RunAsync(LoopbackModel? server, RecordingMode mode, ModelCallOptions? options = null, bool resumes = false) =>
        RunAsync(server?.Address, new EvalEnvironment { Recordings = mode, Resumes = resumes }, options ?? new() { Retries = 0 });

    public async Task<Run> RunAsync(Uri? server, EvalEnvironment environment, ModelCallOptions options)
    {
        ResolvedSuiteFile.Write(In("bin/evalgate/asking.suite.json"), Suite);
        using (var lines = new MemoryStream())
        {
            CaseWriter.Write(lines, Cases);
            Directory.CreateDirectory(In("project/evals"));
            await File.WriteAllBytesAsync(In("project/evals/asking.cases.jsonl"), lines.ToArray());
        }

        await using var host = new EvalHost(
            In("bin"), environment, new(In("project"), In("bin/evalgate/files"), null), In("results"));
        await using var services = Services(server, options);
        var execution = host.Execution("asking");
        var runner = new CaseRunner<Question, Reply>(services, Suite, typeof(AskingSubject), new Dictionary<string, Type>()) { Approved = execution.Approved, Time = Time };
        await Parallel.ForEachAsync(Cases, new ParallelOptions { MaxDegreeOfParallelism = Suite.Concurrency }, async (@case, stop) =>
        {
            for (var repetition = 1; repetition <= Suite.Repetitions; repetition++)
            {
                await execution.RunAsync(runner, execution.ContextOf(@case.Id, repetition), stop);
            }
        });
        await host.FinishAsync();
        return RunReader.Read(RunFiles[^1]);
    }

    public void Dispose()
    {
        if (_isOwner)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private string In(string relative) => Path.Combine(Folder, relative);

    private static SubjectServices Services(Uri? server, ModelCallOptions options)
    {
        var services = new ServiceCollection();
        services.AddRecordedChatClient("tiny", _ => Client(server, options).GetChatClient("tiny").AsIChatClient());
        services.AddEvalGateJudge(_ => Client(server, options).GetChatClient("grader").AsIChatClient());
        return new(services.BuildServiceProvider());
    }

    private static OpenAIClient Client(Uri? server, ModelCallOptions options) => new(
        new ApiKeyCredential("sk-secret"),
        new OpenAIClientOptions
        {
            Endpoint = server ?? throw new InvalidOperationException("There is no server."),
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(new HttpClient(new ModelCallHandler(options))),
        });
}
