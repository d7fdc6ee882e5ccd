using System.Collections.Immutable;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Studies.Views;

namespace Hpo.Studies.Definitions;

/// <summary>Which trials of earlier studies a new one can learn from, and what becomes of those that do not fit its space.</summary>
/// <param name="Trials">The best of those that fit, the best first.</param>
/// <param name="Fitting">How many fit.</param>
/// <param name="Unfit">How many do not fit the space.</param>
/// <param name="Filled">The hyperparameters that the earlier studies did not have, and that were given their initial value.</param>
/// <param name="LeftOut">The hyperparameters of the earlier studies that the new one does not have.</param>
public sealed record WarmStartSelection(
    ImmutableArray<EarlierTrial> Trials, int Fitting, int Unfit, ImmutableArray<string> Filled, ImmutableArray<string> LeftOut)
{
    /// <summary>
    /// What there is to learn of a study: each trial's last error after no more epochs than a trial of the new study has, the best first. A trial that
    /// failed or has not reported is none.
    /// </summary>
    public static IReadOnlyList<EarlierTrial> TrialsOf(StudySnapshot study, int maxEpochs)
    {
        ArgumentNullException.ThrowIfNull(study);
        return
        [
            .. InOrder(from trial in study.Trials
                       let last = Last(trial, maxEpochs)
                       where last is not null
                       select new EarlierTrial(trial.Configuration, last.Value.Error, last.Value.Epoch)),
        ];
    }

    /// <summary>
    /// Selects. Each hyperparameter keeps its value, if the new space allows it; if the trial has none, it takes that of the new study's initial
    /// configuration or the only one there is. A trial that still lacks a value, or has one that is not allowed, does not fit.
    /// </summary>
    /// <param name="studies">The trials of each earlier study.</param>
    /// <param name="space">The new study's space.</param>
    /// <param name="initial">Its first initial configuration; null for none.</param>
    /// <param name="most">The most trials wanted; at most <see cref="WarmStartRules.MaxTrials"/> are given in any case.</param>
    public static WarmStartSelection Of(
        IEnumerable<IReadOnlyList<EarlierTrial>> studies, ConfigSpace space, Configuration? initial, int most = WarmStartRules.MaxTrials)
    {
        ArgumentNullException.ThrowIfNull(space);
        EarlierTrial[] known = [.. InOrder(studies.SelectMany(study => study))];
        var (filled, leftOut) = (new HashSet<string>(), new HashSet<string>());
        var fitting = new List<EarlierTrial>();
        foreach (var trial in known)
        {
            if (Fit(trial.Configuration, space, initial, filled) is not { } configuration)
                continue;
            fitting.Add(trial with { Configuration = configuration });
            leftOut.UnionWith(trial.Configuration.Keys.Where(name => !configuration.ContainsKey(name)));
        }

        var trials = fitting.Take(Math.Clamp(most, 0, WarmStartRules.MaxTrials)).ToImmutableArray();
        return new(trials, fitting.Count, known.Length - fitting.Count, [.. filled.Order(StringComparer.Ordinal)], [.. leftOut.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The best first: errors after more epochs, then the smaller ones. Equal ones stay in the order they came in.</summary>
    private static IEnumerable<EarlierTrial> InOrder(IEnumerable<EarlierTrial> trials) =>
        trials.OrderByDescending(trial => trial.Epochs).ThenBy(trial => trial.Error);

    private static EpochPoint? Last(TrialView trial, int maxEpochs)
    {
        for (var i = trial.Status.IsFailure() ? -1 : trial.Curve.Length - 1; i >= 0; i--)
        {
            if (trial.Curve[i].Epoch <= maxEpochs)
                return trial.Curve[i];
        }

        return null;
    }

    private static Configuration? Fit(Configuration earlier, ConfigSpace space, Configuration? initial, HashSet<string> filled)
    {
        var values = new (string Name, ParameterValue Value)[space.Parameters.Length];
        var without = new List<string>();
        for (var i = 0; i < values.Length; i++)
        {
            var (name, domain) = space.Parameters[i];
            if (!earlier.TryGetValue(name, out var value))
            {
                without.Add(name);
                if (domain.Cardinality == 1)
                    value = domain.ValueAt(0);
                else if (initial?.TryGetValue(name, out value) != true)
                    return null;
            }

            if (domain.Refuse(value) is not null)
                return null;
            values[i] = (name, domain.Coerce(value));
        }

        filled.UnionWith(without);
        return new Configuration(values);
    }
}
