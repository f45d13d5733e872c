namespace HelpDesk.Phrasing;

/// <summary>What is to be phrased: a question, and the passage that answers it.</summary>
/// <param name="Question">The customer's question.</param>
/// <param name="Passage">What the knowledge base says.</param>
public sealed record Draft(string Question, string Passage);
