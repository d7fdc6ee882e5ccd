using Microsoft.Extensions.Options;

namespace Hpo.Dashboard.Hosting;

/// <summary>What keeps the dashboard from starting, in words for the person who started it.</summary>
public static class StartupProblem
{
    /// <summary>A line for each thing that is wrong; null for a fault of the program, which is for its log.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        StartupException => exception.Message,
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        // appsettings.json is read by the framework, which says outside where and inside what
        InvalidDataException { InnerException: FormatException } => $"{exception.Message.TrimEnd('.')}: {exception.GetBaseException().Message}",
        _ => null,
    };
}
