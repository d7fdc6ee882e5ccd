using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.TestKit;

/// <summary>Plays the tuner to a searcher, step by step, and checks what every suggestion has to be.</summary>
public sealed class SearcherRun(HpoSearcher searcher, ConfigSpace space)
{
    private readonly List<Suggestion> _suggestions = [];

    public IReadOnlyList<Suggestion> Suggestions => _suggestions;

    public IEnumerable<Configuration> Configurations => _suggestions.Select(suggestion => suggestion.Configuration);

    /// <summary>Asks for the next trial and starts it; null when the space is exhausted.</summary>
    public Suggestion? Start()
    {
        if (Suggest() is not { } suggestion)
            return null;
        searcher.OnTrialStarted(_suggestions.Count - 1, suggestion.Configuration);
        return suggestion;
    }

    /// <summary>Asks for the next trial and starts another configuration in its place, as schedulers may.</summary>
    public void StartInstead(Configuration configuration)
    {
        Assert.NotNull(Suggest());
        searcher.OnTrialStarted(_suggestions.Count - 1, configuration);
        _suggestions[^1] = new Suggestion(configuration, "given by the test");
    }

    public void Report(int trial, double error, int epoch = 1, int maxEpochs = 1) => searcher.Update(
        _suggestions[trial].Configuration, error, new TrialInfo(trial, epoch, maxEpochs, TimeSpan.FromSeconds(epoch)));

    public void Fail(int trial, TrialStatus status) => searcher.OnTrialFailed(trial, _suggestions[trial].Configuration, status);

    /// <summary>Runs trials one after the other, each with the error that a function of its number and configuration gives.</summary>
    public SearcherRun Complete(int trials, Func<int, Configuration, double> error)
    {
        for (var i = 0; i < trials && Start() is { } suggestion; i++)
            Report(_suggestions.Count - 1, error(_suggestions.Count - 1, suggestion.Configuration));
        return this;
    }

    /// <summary>Runs trials one after the other on a bowl.</summary>
    public SearcherRun Complete(int trials) => Complete(trials, (_, configuration) => Bowl(configuration));

    /// <summary>The squared distance from a point inside the unit cube.</summary>
    public double Bowl(Configuration configuration) => space.Encode(configuration).Sum(position => (position - 0.3) * (position - 0.3));

    private Suggestion? Suggest()
    {
        if (searcher.SampleConfiguration(_suggestions.Count) is not { } suggestion)
            return null;
        Assert.Empty(space.Check(suggestion.Configuration));
        Assert.Equal(space.Require(suggestion.Configuration), suggestion.Configuration);
        Assert.False(string.IsNullOrWhiteSpace(suggestion.Reason));
        Assert.DoesNotContain('\n', suggestion.Reason);
        _suggestions.Add(suggestion);
        return suggestion;
    }
}
