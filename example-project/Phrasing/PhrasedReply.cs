using EvalGate;
using Microsoft.Extensions.AI;

namespace HelpDesk.Phrasing;

/// <summary>The assistant's optional last step: a model says what a passage says, as a person would.</summary>
/// <param name="model">Any chat model; here one that is recorded.</param>
public sealed class PhrasedReply(IChatClient model) : IEvalSubject<Draft, Reply>
{
    private const string Instruction = "Answer the customer from the passage alone, in the customer's language, in at most three sentences.";

    /// <summary>Phrases one reply.</summary>
    /// <param name="input">The question and the passage.</param>
    /// <param name="context">Told by the client what was used, and which model answered.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The reply; never null.</returns>
    public async Task<Reply> RunAsync(Draft input, EvalContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ChatMessage[] messages = [new(ChatRole.System, Instruction), new(ChatRole.User, $"Question: {input.Question}\nPassage: {input.Passage}")];
        var response = await model.GetResponseAsync(messages, new() { Temperature = 0 }, cancellationToken);
        return new(response.Text);
    }
}
