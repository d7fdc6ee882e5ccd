using System.Globalization;
using Hpo.Dashboard.Models.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>Says in words what a study will do.</summary>
public static class StudySummaryText
{
    /// <summary>A longer configuration makes no sentence.</summary>
    private const int LongestConfiguration = 100;

    /// <summary>Such as "5 trials of LeNet, up to 10 epochs each, on 1 worker. …"</summary>
    public static string Of(StudyDefinition definition, StudyCatalog catalog)
    {
        var objective = catalog.Objectives.Get(definition.Objective.Type);
        var epochs = objective.Describe.HasEpochs ? $", up to {Count(definition.MaxEpochs, "epoch")} each" : "";
        var size = $"{Count(definition.Stop.Trials, "trial")} of {objective.Name}{epochs}, on {Count(definition.Workers, "worker")}.";
        return string.Join(' ', new[] { size, Time(objective), Methods(definition, catalog), Warm(definition), First(definition), Ends(definition.Stop), Timeout(definition) }.Where(sentence => sentence.Length > 0));
    }

    private static string Time(ObjectiveEntry objective) => objective.IsSimulated
        ? "Its time is simulated: every time shown and every limit is what real training would take, and the study itself is over in moments."
        : "";

    /// <summary>Nothing for random search with every trial run to its end, which is what one expects.</summary>
    private static string Methods(StudyDefinition definition, StudyCatalog catalog)
    {
        var (searcher, scheduler) = (catalog.Searchers.Get(definition.Searcher.Type), catalog.Schedulers.Get(definition.Scheduler.Type));
        return searcher == catalog.Searchers.Default && scheduler == catalog.Schedulers.Default
            ? ""
            : $"Searcher: {searcher.Name}. Scheduler: {scheduler.Name}.";
    }

    private static string Warm(StudyDefinition definition) => definition.WarmStart is { } warm ? $"The searcher has learned from {WarmStartText.Describe(warm)}." : "";

    private static string First(StudyDefinition definition) =>
        definition.InitialConfigurations is [var initial, ..] && initial.ToString() is { Length: <= LongestConfiguration } words ? $"The first trial has {words}." : "";

    private static string Ends(StopCriteria stop)
    {
        var limits = new List<string>();
        if (stop.TimeLimitSeconds is { } seconds)
            limits.Add($"after {DurationText.Words(seconds)}");
        if (stop.TargetError is { } target)
            limits.Add($"at an error of {ValueText.Write(target)}");
        return limits.Count == 0 ? "" : $"Ends early {string.Join(" or ", limits)}.";
    }

    private static string Timeout(StudyDefinition definition) =>
        definition.TrialTimeoutSeconds is { } seconds ? $"A trial that takes longer than {DurationText.Words(seconds)} is given up." : "";

    private static string Count(int count, string what) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";
}
