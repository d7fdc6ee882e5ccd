using Hpo.Engine.Trials;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Figures.Studies;

/// <summary>The bars of the picture of who ran when: where they lie and of which kind they are.</summary>
internal static class TimelineBars
{
    // about as many as the axis has on a wide screen
    private const double Pixels = 1000;

    /// <summary>What is drawn: a bar, or bars with no room between them.</summary>
    internal sealed record Block(int Worker, string Kind, double From)
    {
        public double To { get; set; }
    }

    /// <summary>A bar, or a part of one: times in seconds.</summary>
    internal readonly record struct Bar(int Worker, string Kind, double From, double To);

    /// <summary>A bar for every stretch in which a worker ran a trial.</summary>
    public static IEnumerable<Bar> Of(StudySnapshot study, TimeSpan now) =>
        from trial in study.Trials
        from stretch in trial.Stretches
        select new Bar(stretch.Worker, Kind(study, trial, stretch), Format.Seconds(stretch.From), Format.Seconds(stretch.To ?? now));

    /// <summary>
    /// Bars as they are drawn. Where several share a pixel, one of its moments decides who has it, so that each kind has the share of the lane that it has of the
    /// time; those of a kind that are less than a pixel apart are one block.
    /// </summary>
    /// <param name="bars">The bars.</param>
    /// <param name="pixel">How many seconds a pixel is; 0 makes every bar a block.</param>
    public static List<Block> Blocks(IEnumerable<Bar> bars, double pixel)
    {
        var (blocks, last) = (new List<Block>(), new Dictionary<(string Kind, int Worker), Block>());
        foreach (var bar in bars.OrderBy(bar => bar.From))
        {
            if ((bar.To - bar.From >= pixel ? (bar.From, bar.To) : OwnPixel(bar, pixel)) is not var (from, to))
                continue;
            // 0.99: two pixels with one of another kind between them stay two
            if (last.TryGetValue((bar.Kind, bar.Worker), out var before) && from - before.To < 0.99 * pixel)
            {
                before.To = Math.Max(before.To, to);
                continue;
            }

            last[(bar.Kind, bar.Worker)] = new(bar.Worker, bar.Kind, from) { To = to };
            blocks.Add(last[(bar.Kind, bar.Worker)]);
        }

        return blocks;
    }

    /// <summary>How many seconds a pixel is when all is in sight, in steps of two, so that not everything moves with each second.</summary>
    public static double PixelOf(double seconds) => Math.Pow(2, Math.Ceiling(Math.Log2(seconds / Pixels)));

    /// <summary>The pixel that a bar shorter than it has, or none.</summary>
    private static (double From, double To)? OwnPixel(Bar bar, double pixel)
    {
        // kinds that are never left out
        var isAlwaysShown = bar.Kind is "best" or "running";
        var first = Math.Floor(bar.From / pixel);
        foreach (var place in new[] { first, first + 1 })
        {
            if (isAlwaysShown || (MomentOf(place) >= bar.From / pixel && MomentOf(place) <= bar.To / pixel))
                return (place * pixel, (place + 1) * pixel);
        }

        return null;
    }

    /// <summary>Not always the middle, or what comes in even steps would be seen everywhere or nowhere; the golden ratio spreads them evenly (Weyl).</summary>
    private static double MomentOf(double place) => place + (place * 0.6180339887498949 % 1);

    private static string Kind(StudySnapshot study, TrialView trial, Stretch stretch)
    {
        if (stretch.To is null)
            return "running";
        if (trial.Id == study.Incumbent?.TrialId)
            return "best";
        if (stretch != trial.Stretches[^1] || stretch.To != trial.EndedAt)
            return "paused";
        if (trial.Status.IsFailure())
            return "failed";
        return trial.Status == TrialStatus.Completed ? "finished" : "cut";
    }
}
