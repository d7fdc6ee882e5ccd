using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Hosting;

/// <summary>Reads from the options what lets people in.</summary>
internal static class TokenOption
{
    /// <summary>The presenter's token; null when nothing was said about one.</summary>
    /// <exception cref="StartupException">It cannot be one. The message says why and does not repeat it.</exception>
    public static PresenterToken? Read(Settings settings)
    {
        var (itself, file) = (settings.Find("token"), settings.Find("token-file"));
        // of two at the same place, the token itself
        if (itself is not null && !(file?.Origin > itself.Origin))
            return Token(itself, itself.Value);
        return file is null ? null : Token(file, FirstLine(file));
    }

    private static PresenterToken Token(Setting setting, string text)
    {
        var (token, problem) = PresenterToken.Read(text);
        return token ?? throw new StartupException(
            $"The presenter's token of {setting.Name} cannot be used: {problem}. Give another one, or let the dashboard make one with --token auto.");
    }

    private static string FirstLine(Setting file)
    {
        try
        {
            return File.ReadLines(file.Value).FirstOrDefault()?.Trim() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartupException($"The token cannot be read from {file.Quote(file.Value)} ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
