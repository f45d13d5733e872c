namespace EvalGate.Html.Markup;

/// <summary>A piece of HTML. Text becomes one through a template, which encodes it.</summary>
internal sealed class Fragment
{
    private readonly string _markup;

    private Fragment(string markup) => _markup = markup;

    public static Fragment Empty { get; } = new("");

    /// <summary>A template with its holes filled.</summary>
    public static Fragment Of(MarkupTemplate template) => new(template.Markup);

    /// <summary>Markup that this assembly made by other means than a template: a chart, its own style sheet.</summary>
    public static Fragment Made(string markup) => new(markup);

    public override string ToString() => _markup;
}
