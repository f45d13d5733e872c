namespace HelpDesk.Reading;

/// <summary>Turns folded words into the terms that are indexed and searched.</summary>
internal interface ITokeniser
{
    IEnumerable<string> Terms(IEnumerable<string> words);
}
