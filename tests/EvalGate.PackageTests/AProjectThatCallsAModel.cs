namespace EvalGate.PackageTests;

/// <summary>A project with EvalGate.Chat from its package: its model is called once, and never again.</summary>
public sealed class AProjectThatCallsAModel : IDisposable
{
    private const string Code = """
        using EvalGate;
        using EvalGate.Chat;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;

        [assembly: EvalSetup(typeof(Toy.Setup))]

        namespace Toy;

        public sealed class Setup : IEvalSetup
        {
            public void Configure(IServiceCollection services) => services.AddRecordedChatClient("oracle", _ => new Oracle());
        }

        public sealed class Sorter(IChatClient chat) : IEvalSubject<Question, Reply>
        {
            public async Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken) =>
                new((await chat.GetResponseAsync(input.Text, cancellationToken: cancellationToken)).Text);
        }

        public sealed record Question(string Text, string Truth);

        public sealed record Reply(string Label);

        public sealed class Oracle : IChatClient
        {
            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                lock (typeof(Oracle)) { File.AppendAllText(Environment.GetEnvironmentVariable("ORACLE_CALLS")!, "call\n"); }
                var number = int.Parse(messages.Single().Text.Split(' ')[^1]);
                return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, number % 2 == 0 ? "even" : "odd")));
            }

            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
                throw new NotSupportedException();

            public object? GetService(Type serviceType, object? serviceKey = null) => null;

            public void Dispose() { }
        }
        """;

    private readonly SampleProject _project;

    public AProjectThatCallsAModel(ThePackage package)
    {
        _project = new(package);
        _project.Write("Toy.csproj", _project.ProjectFile("").Replace("<ItemGroup>", $"<ItemGroup><PackageReference Include=\"EvalGate.Chat\" Version=\"{package.Version}\" />", StringComparison.Ordinal));
        _project.Write("Sorter.cs", Code);
    }

    [Fact]
    public void RecordsLocallyAndReplaysInCi()
    {
        var calls = Path.Combine(_project.Folder, "calls.txt");

        _project.Build().Exits(0).Says("0 Warning(s)");
        _project.Test("", ("ORACLE_CALLS", calls)).Exits(0).Says("total: 49", "failed: 0");
        Assert.Equal(48, File.ReadLines(calls).Count());
        Assert.Equal(48, Directory.GetFiles(Path.Combine(_project.Folder, "evals", "toy.recordings")).Length);

        File.Delete(calls);
        _project.Test("", ("CI", "true"), ("ORACLE_CALLS", calls)).Says("succeeded: 48");
        Assert.False(File.Exists(calls));
    }

    public void Dispose() => _project.Dispose();
}
