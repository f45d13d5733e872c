namespace HelpDesk.Retrieval;

internal sealed record Hit(Passage Passage, double Score);
