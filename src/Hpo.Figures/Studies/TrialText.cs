using System.Text.RegularExpressions;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Figures.Studies;

/// <summary>What figures say about a trial when it is pointed at: the words of the browser's <c>format.js</c>, against which a test holds these.</summary>
internal static partial class TrialText
{
    private const int MostValues = 12;

    /// <summary>All there is to say about it.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="study">Where its study stands.</param>
    public static string Of(TrialView trial, StudyStatus study) => string.Join("<br>",
    [
        $"<b>Trial {trial.Id}</b> {Format.Within(StatusWords.Of(trial.Status, study))}",
        .. Facts(trial).Select(FigureText.Escape),
        .. Reasons(trial).SelectMany(Wrapped).Select(line => $"<i>{FigureText.Escape(line)}</i>"),
    ]);

    /// <summary>About a new best. Nothing that may still change: a trial that was paused may go on.</summary>
    public static string Of(IncumbentStep step, TrialView trial) => string.Join("<br>",
    [
        $"<b>Trial {trial.Id}</b> new best after {Format.Duration(step.Elapsed)}",
        $"error {Format.Error(step.Error)} after epoch {Format.Count(step.Epoch)}",
        .. Values(trial).Select(FigureText.Escape),
        .. Wrapped($"Why: {trial.Reason}").Select(line => $"<i>{FigureText.Escape(line)}</i>"),
    ]);

    private static IEnumerable<string> Facts(TrialView trial)
    {
        if (trial.CountedError is { } error && double.IsFinite(error))
            yield return $"error {ErrorWords.Of(trial)}";
        yield return $"{Format.Count(trial.Epochs, "epoch")} in {Format.Duration(trial.Runtime)}";
        if (trial.ParentId is { } parent)
            yield return $"went on from trial {parent}";
        foreach (var line in Values(trial))
            yield return line;
    }

    private static IEnumerable<string> Values(TrialView trial)
    {
        foreach (var (name, value) in trial.Configuration.Take(MostValues))
            yield return $"{name} = {Format.Value(value)}";
        if (trial.Configuration.Count > MostValues)
            yield return $"and {trial.Configuration.Count - MostValues} more";
    }

    private static IEnumerable<string> Reasons(TrialView trial)
    {
        yield return $"Why: {trial.Reason}";
        if (!string.IsNullOrEmpty(trial.EndReason))
            yield return trial.EndReason;
    }

    /// <summary>Broken between words, so that what is said is not wider than a phone.</summary>
    private static string[] Wrapped(string text) => Line().Replace(text, "$1\n").Trim().Split('\n');

    [GeneratedRegex(@"([^\n\r\u2028\u2029]{1,44})(\s+|$)")]
    private static partial Regex Line();
}
