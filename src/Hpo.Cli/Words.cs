using System.Text.Json;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Wording;

namespace Hpo.Cli;

/// <summary>What is told to people.</summary>
internal static class Words
{
    /// <summary>Does something; tells in words what went wrong that a person can do something about.</summary>
    public static async Task<int> OrExitCodeAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (InvalidInputException exception)
        {
            foreach (var problem in exception.Problems)
                await SayAsync(problem.ToString());
            return ExitCode.NotPossible;
        }
        catch (Exception exception) when (exception is NotPossibleException or CannotResumeException or InvalidOperationException)
        {
            await SayAsync(exception.Message);
            return ExitCode.NotPossible;
        }
        catch (JsonException exception)
        {
            await SayAsync($"This is not the JSON of a study definition: {exception.Message}");
            return ExitCode.NotPossible;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await SayAsync(exception.Message);
            return ExitCode.NoAccess;
        }
    }

    /// <summary>A text as a terminal may show it: names and reasons come from files, and a control character could make it do anything.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (plain, from) =>
    {
        for (var i = 0; i < plain.Length; i++)
            plain[i] = char.IsControl(from[i]) || DirectionMarks.IsOne(from[i]) ? ' ' : from[i];
    });

    private static Task SayAsync(string line) => Console.Error.WriteLineAsync(Plain(line));
}
