using System.Globalization;

namespace EvalGate.TestKit;

/// <summary>A machine that writes 1,5 for one and a half.</summary>
public static class CommaCulture
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Makes it the culture of every thread; each test project does so before its first test.</summary>
    public static void Everywhere() => CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = German;

    /// <summary>Runs code as on a machine that writes 1.5.</summary>
    public static T Outside<T>(Func<T> action)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
