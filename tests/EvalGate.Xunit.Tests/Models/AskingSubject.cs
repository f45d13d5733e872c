using Microsoft.Extensions.AI;

namespace EvalGate.Xunit.Tests.Models;

/// <summary>A subject that asks a model and takes its word.</summary>
internal sealed class AskingSubject(IChatClient model) : IEvalSubject<Question, Reply>
{
    public async Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken) =>
        new((await model.GetResponseAsync(input.Text, new() { Temperature = 0.5f }, cancellationToken)).Text);
}
