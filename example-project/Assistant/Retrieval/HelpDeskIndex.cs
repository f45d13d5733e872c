using System.Reflection;
using HelpDesk.Reading;
using HelpDesk.Retrieval;

namespace HelpDesk;

/// <summary>The knowledge base in all languages, ready to be searched; safe to share between threads.</summary>
public sealed class HelpDeskIndex
{
    private static readonly string[] Languages = ["de", "en", "es", "fr"];

    private readonly IReadOnlyList<Shelf> _shelves;

    private HelpDeskIndex(AssistantVersion version, IReadOnlyList<Shelf> shelves) => (Version, _shelves) = (version, shelves);

    /// <summary>The version it was loaded for.</summary>
    public AssistantVersion Version { get; }

    /// <summary>Reads and indexes the knowledge base.</summary>
    /// <param name="version">How words are read and how much is known.</param>
    /// <returns>The index; load it once and share it.</returns>
    public static HelpDeskIndex Load(AssistantVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new HelpDeskIndex(version, [.. Languages.Select(language => LoadShelf(language, version))]);
    }

    internal Shelf ShelfFor(string question)
    {
        var words = Words.Of(question).ToList();
        return _shelves.MaxBy(shelf => shelf.Familiarity(words))!;
    }

    private static Shelf LoadShelf(string language, AssistantVersion version)
    {
        var files = Library.GetManifestResourceNames()
            .Where(name => name.StartsWith($"kb/{language}/", StringComparison.Ordinal))
            .Where(name => version.KnowsFaq || !Article.IsFaq(name))
            .Order(StringComparer.Ordinal);
        var passages = files.SelectMany(name => Article.Passages(name, Read(name))).ToList();
        var stopWords = Words.Of(Read($"words/{language}.txt")).ToHashSet();
        return new Shelf(language, passages, stopWords, version);
    }

    private static Assembly Library => typeof(HelpDeskIndex).Assembly;

    private static string Read(string name)
    {
        using var reader = new StreamReader(Library.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
