using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>Judges a run and says so where people look.</summary>
internal static class SuiteGate
{
    /// <summary>The verdict of a run. One that cannot be written is shown as what it is: no verdict, and red.</summary>
    public static ShownVerdict Judge(LoadedSuite loaded, Run run, string folder, EvalEnvironment environment)
    {
        try
        {
            return ShownVerdict.Of(GateCommand.Execute(loaded, run, folder), loaded, environment);
        }
        catch (FilesException e)
        {
            return ShownVerdict.Unwritten(loaded.Suite.Name, e);
        }
    }
}
