namespace HelpDesk.Phrasing;

/// <summary>What the customer reads.</summary>
/// <param name="Text">The reply.</param>
public sealed record Reply(string Text);
