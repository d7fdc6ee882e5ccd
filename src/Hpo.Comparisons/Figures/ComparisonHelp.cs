using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Statistics;

namespace Hpo.Comparisons.Figures;

/// <summary>What the figures of a comparison show and how they are computed, in plain words for the page's help.</summary>
public static class ComparisonHelp
{
    /// <summary>The topics in the order in which a page shows them.</summary>
    public static IReadOnlyList<HelpTopic> Topics { get; } =
    [
        new(
            "Repetitions and pairs",
            "A search depends on luck, so each method is run many times with different seeds. Repetition 7 of one method and repetition 7 of another share their seed: they are a pair. "
            + "Ten repetitions are a first look, thirty support a claim."),
        new(
            "The incumbent's error",
            "The incumbent is the best configuration found so far. Its error never rises. A curve shows the error that you would have if you stopped the search there. "
            + "Where the smallest possible error is known, the regret can be shown: the error less that minimum. On a noisy objective it can fall below 0."),
        new(
            "Mean ± standard deviation",
            "The solid line is the mean over the repetitions; the dashed lines lie one standard deviation above and below. They show how much single repetitions differ, not how well the mean is known. "
            + "One very bad repetition moves both, and the lower line may show errors that no repetition had."),
        new(
            "Median and quartiles",
            "Half of the repetitions lie below the line and half above it. The band holds the middle half of them. A few bad repetitions do not move it."),
        new(
            "Interquartile mean",
            "The mean of the middle half of the repetitions: it uses more of them than the median does, and a few bad ones do not move it either. The band is a 95 % bootstrap interval: it shows how well "
            + $"this mean is known. The repetitions are drawn again with replacement {BootstrapResamples.Resamples} times, whole curves at a time, and the middle 95 % of the means are kept. "
            + "With ten repetitions or fewer the band is a little too narrow: it holds the true mean about 90 times in 100."),
        new(
            "Average rank",
            "At each point the methods are ranked within each repetition, 1 for the lowest error; ties share the average of their ranks, and a method without an error yet comes last. "
            + "The ranks are averaged over the repetitions, then over the objectives. A rank says who is ahead, not by how much."),
        new(
            "Targets hit",
            $"Up to {TargetRules.Count} targets are set between the worst first error and the best final error of all methods, evenly spaced in the logarithm; when the minimum is known, they are regrets. "
            + "The curve shows the share of targets that were reached, over all targets and repetitions. Higher and further left is better. All methods have the same targets; "
            + "while a comparison runs, the targets move as better errors are found."),
        new(
            "Wins and the test",
            "Two methods are compared pair by pair. The Wilcoxon signed-rank test asks: if neither were better, how often would luck alone give wins so many and so large? That is p. "
            + $"Pairs with the same error are dropped. With up to {WilcoxonSignedRank.ExactUpTo} pairs p is exact, with more it is a close approximation. "
            + "The test is two-sided: either method may turn out better. When several pairs of methods are tested at once, one will look good by luck sooner or later; Holm's correction makes up for that. "
            + "Below 0.05 the page calls a difference unlikely to be luck. It may still be too small to matter: look at the curves."),
        new(
            "When nothing can be told",
            "\"No difference can be told\" does not mean that the methods are equal, only that these repetitions do not show which is better. \"Too few repetitions\" means that not even a win in every pair would be "
            + "enough. Decide on the number of repetitions before you look: adding some until p is small finds differences that are not there. For the same reason, p while a comparison runs is a preview."),
        new(
            "Several objectives",
            "Errors of different objectives cannot be averaged: ranks and shares of targets can, and each objective counts the same. For the test, the pairs of all objectives are put together after dividing each "
            + "difference by the spread (interquartile range) of the two methods' errors on its objective. The conclusion holds for these objectives, not for others."),
        new(
            "Nothing before its time",
            $"Curves are read at up to {CostGrid.MaximumPoints} points. The value at a point is that of the last trial report made by then; nothing is read from later reports and no slanted line is drawn between them. "
            + "A curve begins where all of the method's repetitions have an error."),
        new(
            "Unequal lengths",
            "A repetition that used its budget, or tried every configuration of a finite space, keeps its last error while the others go on: what was found stays found. "
            + "Ranks, targets and tests use only the repetitions that all compared methods have finished, so while a comparison runs they lag behind the curves."),
        new(
            "Failed trials and failed repetitions",
            "A trial that diverges, throws or takes too long uses budget and never becomes the incumbent. A repetition in which every trial failed has no error: it is left out of the curves and counted as missing, "
            + "comes last in the ranks, hits no target, and loses to any repetition with an error. A repetition whose searcher or scheduler failed is missing everywhere, for the other method of its pair too, and the "
            + "number of these is shown: when there are many, trust no figure."),
        new(
            "Time",
            "Simulated time adds up recorded or stated times of the epochs and a stated time for each decision; the same seed gives the same picture on every machine. Against trials or epochs, methods are compared "
            + "without regard to how long they think."),
    ];
}
