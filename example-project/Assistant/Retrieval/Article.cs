using System.Text.Json;

namespace HelpDesk.Retrieval;

/// <summary>Reads one Markdown file of the knowledge base.</summary>
internal static class Article
{
    private const string FaqName = "faq";

    /// <summary>
    /// The passages under the second-level headings. An article is named after its topic;
    /// in the frequent questions each heading starts with it: <c>## refund: May I send back a gift?</c>.
    /// </summary>
    public static IEnumerable<Passage> Passages(string path, string markdown)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var sections = markdown.ReplaceLineEndings("\n").Split("\n## ").Skip(1);
        return sections.Select((section, index) => Read(section, name, $"{path}#{index + 1}"));
    }

    public static bool IsFaq(string path) => Path.GetFileNameWithoutExtension(path) == FaqName;

    private static Passage Read(string section, string name, string id)
    {
        var (heading, text) = Cut(section, "\n");
        if (name != FaqName)
        {
            return new Passage(id, Topic(name), heading, text);
        }

        var (topic, question) = Cut(heading, ":");
        return new Passage(id, Topic(topic), question, text);
    }

    private static (string Before, string After) Cut(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return (text[..at].Trim(), text[(at + mark.Length)..].Trim().ReplaceLineEndings(" "));
    }

    private static Intent Topic(string name) => JsonSerializer.Deserialize<Intent>($"\"{name}\"");
}
