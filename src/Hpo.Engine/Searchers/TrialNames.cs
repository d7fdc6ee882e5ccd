namespace Hpo.Engine.Searchers;

/// <summary>Trials by name, for the reasons of suggestions.</summary>
public static class TrialNames
{
    /// <summary>Such as "trial 3", "trials 3, 5 and 9", "trial 3 and 2 trials of an earlier study".</summary>
    /// <param name="trials">The numbers of trials, at least one; those below 0 belong to an earlier study.</param>
    public static string List(IEnumerable<int> trials)
    {
        int[] all = [.. trials], own = [.. all.Where(trial => trial >= 0)];
        return string.Join(" and ", new[] { Own(own), Earlier(all.Length - own.Length) }.Where(words => words.Length > 0));
    }

    /// <summary>One trial.</summary>
    public static string Of(int trial) => List([trial]);

    private static string Own(int[] trials) => trials switch
    {
        [] => "",
        [var only] => $"trial {only}",
        _ => $"trials {string.Join(", ", trials[..^1])} and {trials[^1]}",
    };

    private static string Earlier(int count) => count switch
    {
        0 => "",
        1 => "a trial of an earlier study",
        _ => $"{count} trials of an earlier study",
    };
}
