using System.Globalization;

namespace EvalGate.Reports.Tests;

/// <summary>Runs code as on a machine that writes 1,5 for one and a half.</summary>
internal static class CommaCulture
{
    public static T In<T>(Func<T> action)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
