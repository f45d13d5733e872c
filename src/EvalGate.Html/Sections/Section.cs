using EvalGate.Html.Markup;

namespace EvalGate.Html.Sections;

/// <summary>A part of the page.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Body">What stands below it; a section without one is left out.</param>
internal sealed record Section(string Id, string Title, Fragment Body)
{
    public Fragment Link => Fragment.Of($"<a href=\"#{Id}\">{Title}</a>");

    public Fragment Whole => Fragment.Of($"<section id=\"{Id}\" aria-labelledby=\"{Id}-title\"><h2 id=\"{Id}-title\">{Title}</h2>{Body}</section>\n");
}
