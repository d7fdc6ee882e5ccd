using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Hosting;

/// <summary>Reads from the options what lets people in.</summary>
internal static class TokenOption
{
    /// <summary>The presenter's token; null when nothing was said about one.</summary>
    /// <exception cref="StartupException">It cannot be one. The message says why and does not repeat it.</exception>
    public static PresenterToken? Read(IConfiguration configuration)
    {
        var (option, text) = configuration["token"] is { } given ? ("--token", given)
            : configuration["token-file"] is { } file ? ("--token-file", FirstLine(file))
            : ("HPO_TOKEN", configuration["HPO_TOKEN"]);
        if (string.IsNullOrEmpty(text) && option == "HPO_TOKEN")
            return null;
        var (token, problem) = PresenterToken.Read(text ?? "");
        return token ?? throw new StartupException(
            $"The presenter's token of {option} cannot be used: {problem}. Give another one, or let the dashboard make one with --token auto.");
    }

    private static string FirstLine(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault()?.Trim() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The token cannot be read from --token-file {file} ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
