namespace HelpDesk.Retrieval;

/// <summary>One heading of the knowledge base with the text below it, which is the answer.</summary>
internal sealed record Passage(string Id, Intent Intent, string Heading, string Text);
