using Hpo.Dashboard.Access;
using Microsoft.Extensions.Options;

namespace Hpo.Dashboard.Hosting;

/// <summary>What must be true of the options together, and of the folders they name, before the dashboard starts. The data folder is made when it is missing.</summary>
internal sealed class DashboardOptionsRules(Settings settings) : IValidateOptions<DashboardOptions>
{
    public ValidateOptionsResult Validate(string? name, DashboardOptions options)
    {
        var problems = settings.Problems().Concat(Problems(options)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(DashboardOptions options)
    {
        if (!options.Proxies.IsEmpty && options.HostNames.IsEmpty)
            yield return "Behind a reverse proxy the dashboard needs the name by which others reach that: add --host NAME, such as --host lab.example.org.";
        else if (!options.IsLoopbackOnly && options.Token is null)
            yield return $"Others can reach {(options.Proxies.IsEmpty ? options.Urls : options.HostNames[0])}, so the dashboard needs the presenter's token: add --token auto, or put one of at least {PresenterToken.MinLength} characters of your own into HPO_TOKEN.";
        if (options.DataSetFolder is { } images && !Directory.Exists(images))
            yield return $"The data-set folder {images}{Source("data-set")} does not exist: name the folder with the Fashion-MNIST files with --data-set DIR.";
        if (WhyNotWritable(options.DataFolder) is { } reason)
            yield return $"The data folder {options.DataFolder}{Source("data")} cannot be written ({reason}): name another one with --data DIR.";
    }

    /// <summary>Where a folder was named, when the sentence does not say so by itself.</summary>
    private string Source(string option) => settings.Find(option) is { Origin: not SettingOrigin.CommandLine } setting ? $" of {setting.Name}" : "";

    private static string? WhyNotWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            // a folder's permissions do not tell (read-only mounts, quotas), a file does
            var probe = Path.Combine(folder, $".write-test-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message.TrimEnd('.');
        }
    }
}
