namespace EvalGate;

/// <summary>The system under evaluation: everything that turns an input into an output, not just the model.</summary>
/// <typeparam name="TInput">What a case's <c>input</c> is read as, by the JSON web defaults.</typeparam>
/// <typeparam name="TOutput">What is scored; written as JSON by the same defaults.</typeparam>
/// <remarks>
/// A suite names its subject by type (<c>subject: HelpDesk.SupportAssistant</c>). One is created per repetition of a case,
/// from the services of <c>[assembly: EvalSetup]</c>; it must not keep state between cases.
/// </remarks>
public interface IEvalSubject<in TInput, TOutput>
{
    /// <summary>Answers one case.</summary>
    /// <param name="input">The case's input.</param>
    /// <param name="context">Who is asking, and where usage and components are reported.</param>
    /// <param name="cancellationToken">Cancelled when the suite's <c>timeout</c> is over; a subject that ignores it is abandoned.</param>
    /// <returns>The output that the scorers see. A null output scores as JSON <c>null</c>.</returns>
    /// <exception cref="Exception">Whatever is thrown is an error of the subject, never a wrong answer.</exception>
    Task<TOutput> RunAsync(TInput input, EvalContext context, CancellationToken cancellationToken);
}
