using System.Collections.Immutable;
using Hpo.Dashboard.Models.Form;

namespace Hpo.Dashboard.Hosting;

/// <summary>
/// The studies of the chapter "Hyperparameter Optimization API" of Dive into Deep Learning and of its exercises. The times are worked out from epochs measured on two cores.
/// </summary>
public static class DashboardExamples
{
    private const int ChapterTrials = 5, ExerciseTrials = 20;

    public static StudyExamples Create() => new(
    [
        new(
            "lenet",
            "Random search on LeNet",
            "The chapter’s experiment: five configurations, the usual one first, and the best error so far as a curve against time.",
            "about 1 minute",
            "lenet",
            ChapterTrials),
        new(
            "lenet-classic",
            "Random search on the classic LeNet",
            "The same with sigmoid and average pooling: with a small learning rate this network learns nothing in ten epochs.",
            "about 1½ minutes",
            "lenet-classic",
            ChapterTrials),
        new(
            "exercise-1",
            "Exercise 1: random search on the dropout MLP",
            "Six hyperparameters instead of two: how many random configurations it takes to beat the usual one, which is tried first.",
            "about 15 minutes",
            "dropout-mlp",
            ExerciseTrials)
        {
            Workers = 2,
        },
        new(
            "exercise-2",
            "Exercise 2: local search on the dropout MLP",
            "After five trials, about every second one changes a single hyperparameter of the best so far: does that get further than exercise 1?",
            "about 15 minutes",
            "dropout-mlp",
            ExerciseTrials)
        {
            Workers = 2,
            Searcher = "local",
            SearcherParameters = new Dictionary<string, string> { ["probabilityLocal"] = "0.5", ["randomInitial"] = "5" }.ToImmutableDictionary(),
        },
    ]);
}
