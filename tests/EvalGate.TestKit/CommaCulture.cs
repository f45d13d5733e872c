using System.Globalization;

namespace EvalGate.TestKit;

/// <summary>A machine that writes 1,5 for one and a half.</summary>
public static class CommaCulture
{
    /// <summary>Makes it the culture of every thread; a test project calls this once, before its first test.</summary>
    public static void Everywhere() =>
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
}
