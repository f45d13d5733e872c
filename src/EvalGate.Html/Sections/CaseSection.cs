using EvalGate.Html.Markup;

namespace EvalGate.Html.Sections;

/// <summary>Every case, filtered and drawn by the page's script.</summary>
internal static class CaseSection
{
    public static Section Whole { get; } = new("cases", "Cases", Fragment.Of($"""
        <noscript><p>The cases need JavaScript; everything above does not.</p></noscript>
        <form id="filters" aria-label="Filter cases" autocomplete="off">
        <label>Text <input name="text" type="search" placeholder="in id, input, output"></label>
        <label>Slice <select name="slice"><option value="">all</option></select></label>
        <label>Metric <select name="metric"></select></label>
        <label>Change <select name="flip"><option value="">all</option><option value="lost">got worse</option><option value="gained">got better</option><option value="same">the same</option><option value="new">nothing to compare with</option></select></label>
        <label>Score from <input name="from" type="number" step="any"></label>
        <label>to <input name="to" type="number" step="any"></label>
        <label class="check"><input name="errors" type="checkbox"> errors only</label>
        <input name="case" type="hidden">
        <button id="clear" type="button">Clear</button>
        </form>
        <p id="case-count" role="status" aria-live="polite"></p>
        <div id="case-list"></div>
        <button id="more" type="button" hidden>Show more</button>

        """));
}
