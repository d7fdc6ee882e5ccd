using Hpo.Dashboard.Models.Form;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>One line of a study's definition, in words.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Text">What was chosen.</param>
public sealed record DefinitionFact(string Name, string Text)
{
    /// <summary>Everything in a definition but its space and its initial configurations.</summary>
    public static IEnumerable<DefinitionFact> Of(StudyDefinition definition, StudyCatalog catalog)
    {
        yield return new("Objective", ComponentText.Describe(catalog.Objectives.Find(definition.Objective.Type), definition.Objective));
        yield return new("Searcher", ComponentText.Describe(catalog.Searchers.Find(definition.Searcher.Type), definition.Searcher));
        yield return new("Scheduler", ComponentText.Describe(catalog.Schedulers.Find(definition.Scheduler.Type), definition.Scheduler));
        yield return new("Ends", string.Join(", or ", Ends(definition.Stop)));
        yield return new("Epochs of a trial", $"at most {Format.Count(definition.MaxEpochs)}");
        if (definition.TrialTimeoutSeconds is { } timeout)
            yield return new("Time for a trial", $"at most {Format.Duration(TimeSpan.FromSeconds(timeout))}");
        if (catalog.Objectives.Find(definition.Objective.Type) is { IsSimulated: true })
            yield return new("Time", "simulated: each epoch counts the seconds it took where it was recorded, each decision 0.1 s");
        yield return new("Trials at a time", Format.Count(definition.Workers));
        yield return new("Seed", Format.Plain(definition.Seed));
        if (definition.WarmStart is { } warm)
            yield return new("Warm-started", $"from {WarmStartText.Describe(warm)}, which are no trials of this study");
    }

    private static IEnumerable<string> Ends(StopCriteria stop)
    {
        yield return $"after {Format.Count(stop.Trials, "trial")}";
        if (stop.TimeLimitSeconds is { } seconds)
            yield return $"after {Format.Duration(TimeSpan.FromSeconds(seconds))}";
        if (stop.TargetError is { } target)
            yield return $"at an error of {Format.Real(target)} or less";
    }
}
