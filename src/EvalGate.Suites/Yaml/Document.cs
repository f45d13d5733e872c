using EvalGate.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EvalGate.Suites.Yaml;

/// <summary>Reads one YAML document and refuses what a configuration file has no use for.</summary>
internal sealed class Document
{
    private const int LongestText = 1_000_000;
    private const int DeepestNesting = 32;
    private const int MostNodes = 200_000;
    private const char ByteOrderMark = '\uFEFF';

    private readonly string _text;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Problems _problems;
    private int _nodes;

    private Document(string text, Problems problems)
    {
        _text = text;
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
        _problems = problems;
    }

    /// <summary>The root node; null when the text is empty, or no document, which the problems then say.</summary>
    public static Node? Read(string text, Problems problems)
    {
        if (text.Length > LongestText)
        {
            problems.Add(DiagnosticCodes.TooLarge, 0, 0, $"the file has {text.Length} characters; {LongestText} are allowed. Cases belong in a .jsonl file.");
            return null;
        }

        var content = text.StartsWith(ByteOrderMark) ? text[1..] : text;
        return ForbiddenCharacter.IsIn(content, problems) ? null : new Document(content, problems).ReadOrRefuse();
    }

    private Node? ReadOrRefuse()
    {
        try
        {
            return ReadDocument();
        }
        catch (Refused)
        {
            return null;
        }
        catch (YamlException e)
        {
            var at = IsAtTab ? _scanner.CurrentPosition : e.Start;
            _problems.Add(DiagnosticCodes.InvalidYaml, (int)at.Line, (int)at.Column, $"this is no valid YAML: {Reason(e)}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // The scanner's own words for a flow list or map that runs into the next key.
            var at = _scanner.CurrentPosition;
            _problems.Add(DiagnosticCodes.InvalidYaml, (int)at.Line, (int)at.Column, "this is no valid YAML: a list or map before this place is not closed.");
            return null;
        }
    }

    private bool IsAtTab => _scanner.CurrentPosition.Index < _text.Length && _text[(int)_scanner.CurrentPosition.Index] == '\t';

    private string Reason(YamlException e) => IsAtTab ? "a tab indents here. Use spaces." : ShownText.Of(e.Message, 300).TrimEnd('.') + ".";

    private Node? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out var second)
            ? throw Refuse(DiagnosticCodes.ForbiddenYaml, second, "a second document starts here; a file holds one. Remove '---', or use a file per suite.")
            : root;
    }

    private Node ReadNode(int depth)
    {
        var current = _parser.Current!;
        if (++_nodes > MostNodes || depth > DeepestNesting)
        {
            throw Refuse(DiagnosticCodes.TooLarge, current, $"the document is too deep or too large: {DeepestNesting} levels and {MostNodes} values are allowed.");
        }

        if (current is AnchorAlias)
        {
            throw Refuse(DiagnosticCodes.ForbiddenYaml, current, "aliases (*name) are not allowed. Write the value out.");
        }

        if (current is NodeEvent { Anchor.IsEmpty: false })
        {
            throw Refuse(DiagnosticCodes.ForbiddenYaml, current, "anchors (&name) are not allowed. Write the value out where it is used.");
        }

        if (current is NodeEvent { Tag.IsEmpty: false })
        {
            throw Refuse(DiagnosticCodes.ForbiddenYaml, current, "tags (!name) are not allowed. Remove it.");
        }

        return current switch
        {
            YamlDotNet.Core.Events.Scalar => ReadScalar(),
            SequenceStart => ReadSequence(depth),
            _ => ReadMap(depth),
        };
    }

    private Scalar ReadScalar()
    {
        var scalar = _parser.Consume<YamlDotNet.Core.Events.Scalar>();
        return new((int)scalar.Start.Line, (int)scalar.Start.Column, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private Sequence ReadSequence(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new((int)start.Start.Line, (int)start.Start.Column, items);
    }

    private Map ReadMap(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<(Scalar, Node)>();
        var keys = new Dictionary<string, Scalar>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = _parser.Current!;
            var key = ReadNode(depth + 1) as Scalar ?? throw Refuse(DiagnosticCodes.WrongValue, at, "a key must be a text. Write key: value.");
            if (key is { Text: "<<", IsPlain: true })
            {
                throw Refuse(DiagnosticCodes.ForbiddenYaml, at, "merge keys (<<) are not allowed. Write the keys out.");
            }

            var value = ReadNode(depth + 1);
            if (keys.TryAdd(key.Text, key))
            {
                entries.Add((key, value));
            }
            else
            {
                _problems.Add(DiagnosticCodes.Duplicate, key, $"key '{ShownText.Of(key.Text)}' is there twice: the first is on line {keys[key.Text].Line}. Remove one.");
            }
        }

        return new((int)start.Start.Line, (int)start.Start.Column, entries);
    }

    private Refused Refuse(string code, ParsingEvent at, string message)
    {
        _problems.Add(code, (int)at.Start.Line, (int)at.Start.Column, message);
        return new();
    }

    /// <summary>Ends the reading of a document that is refused as a whole.</summary>
    private sealed class Refused : Exception;
}
