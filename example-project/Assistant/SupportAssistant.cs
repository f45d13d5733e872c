using EvalGate;
using HelpDesk.Retrieval;

namespace HelpDesk;

/// <summary>Answers tickets from the knowledge base, or declines.</summary>
/// <param name="index">The knowledge base, ready to be searched.</param>
public sealed class SupportAssistant(HelpDeskIndex index) : IEvalSubject<Ticket, Answer>
{
    // Below this the best passage shares little more than a common word with the ticket.
    private const double LeastConfidence = 0.16;

    /// <summary>Answers one ticket.</summary>
    /// <param name="input">The ticket.</param>
    /// <param name="context">Is told which version of the assistant answered.</param>
    /// <param name="cancellationToken">Stops before the work starts; an answer takes about a millisecond.</param>
    /// <returns>The answer; never null.</returns>
    public Task<Answer> RunAsync(Ticket input, EvalContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        context.Component("assistant", index.Version.Name);
        return Task.FromResult(Answer(input));
    }

    private string Remembered(Ticket ticket) => index.Version.Remembers && ticket.Earlier is [.., var last] ? last : "";

    private Answer Answer(Ticket ticket)
    {
        var shelf = index.ShelfFor(ticket.Question);
        var choice = IntentChoice.Among(shelf.Search(ticket.Question, Remembered(ticket)));
        return choice.Intent == Intent.None || choice.Confidence < LeastConfidence
            ? new Answer(Intent.None, shelf.Refusal, choice.Confidence, shelf.Language, [])
            : new Answer(choice.Intent, choice.Best.Text, choice.Confidence, shelf.Language, choice.Sources);
    }
}
