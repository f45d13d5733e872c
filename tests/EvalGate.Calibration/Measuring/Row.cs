namespace EvalGate.Calibration.Measuring;

/// <summary>One line of the table: a setting, a question and the answer of every rule.</summary>
/// <param name="Setting">The setting, in words.</param>
/// <param name="Question">The question.</param>
/// <param name="Loss">How much the target slice lost.</param>
/// <param name="Rates">By the rule's name; rules that cannot judge the setting are missing.</param>
public sealed record Row(string Setting, Question Question, double Loss, IReadOnlyDictionary<string, Rate> Rates);
