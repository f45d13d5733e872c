using System.Globalization;
using EvalGate.ShadowSoak;

// soak SECONDS: the whole proof, once a night. write FOLDER: logs until it is killed.
switch (args)
{
    case ["soak", var seconds]:
        var folder = Directory.CreateTempSubdirectory("evalgate-soak-");
        var report = await Soak.RunAsync(new() { Duration = TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)), Folder = folder.FullName });
        folder.Delete(recursive: true);
        await Console.Out.WriteLineAsync(report.ToString());
        return report.Broken is [] ? 0 : 1;
    case ["write", var place]:
        await Writer.RunAsync(place);
        return 0;
    default:
        await Console.Error.WriteLineAsync("soak SECONDS | write FOLDER");
        return 3;
}
