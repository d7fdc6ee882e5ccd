using System.Collections.Immutable;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class TrialRowsTests
{
    private static readonly ImmutableArray<TrialColumn> Columns = TrialColumn.For(StudyStory.Definition.Space);

    private static readonly StudySnapshot Study = StudyStory.Begin()
        .Tries(0.1, error: 0.5, batchSize: 32)
        .Fails(0.9, TrialStatus.NotANumber, "The error after epoch 2 was not a number.")
        .Tries(0.2, error: 0.3, batchSize: 64, optimizer: "adam")
        .Starts(0.3)
        .Study;

    [Theory]
    [InlineData(false, new[] { 2, 0, 1, 3 })]
    [InlineData(true, new[] { 0, 2, 1, 3 })]
    public void Trials_without_an_error_come_last_both_ways(bool descending, int[] order) =>
        Assert.Equal(order, Ids(new TrialQuery { SortColumn = TrialColumn.Error, Descending = descending }));

    [Fact]
    public void The_newest_trial_comes_first_by_default() => Assert.Equal([3, 2, 1, 0], Ids(TrialQuery.Default));

    [Fact]
    public void Equal_values_are_ordered_by_number_both_ways()
    {
        var optimizer = TrialColumn.KeyOf("optimizer");

        Assert.Equal([2, 0, 1, 3], Ids(new TrialQuery { SortColumn = optimizer, Descending = false }));
        Assert.Equal([0, 1, 3, 2], Ids(new TrialQuery { SortColumn = optimizer, Descending = true }));
    }

    [Fact]
    public void Every_column_sorts()
    {
        Assert.All(Columns, column => Assert.Equal(Enumerable.Range(0, 4), Ids(TrialQuery.Default.SortedBy(column.Key)).Order()));
    }

    [Fact]
    public void Ordinal_values_keep_the_order_they_were_listed_in()
    {
        var columns = TrialColumn.For(new ConfigSpace(("width", new Ordinal("small", "medium", "large"))));
        TrialView[] trials = [Trial(0, "large"), Trial(1, "small"), Trial(2, "medium")];

        var rows = TrialRows.Select(trials, columns, new TrialQuery { SortColumn = TrialColumn.KeyOf("width"), Descending = false });

        Assert.Equal([1, 2, 0], rows.Select(trial => trial.Id));

        static TrialView Trial(int id, string width) =>
            new() { Id = id, Configuration = new(("width", width)), Reason = "", Stretches = [new Stretch(0, default, null, null)], StartedAt = default };
    }

    [Fact]
    public void Numbers_come_before_texts_and_NaN_counts_as_nothing()
    {
        Assert.True(SortKey.OfValue(2).CompareTo(SortKey.OfValue("1")) < 0);
        Assert.True(SortKey.OfNumber(double.NaN).IsNone);
        Assert.True(SortKey.OfText(null).IsNone);
        Assert.True(SortKey.None.IsNone);
    }

    [Fact]
    public void A_status_can_be_picked_and_let_go_again()
    {
        var failed = TrialQuery.Default.Toggled(TrialStatus.NotANumber);

        Assert.Equal([1], Ids(failed));
        Assert.Equal([3, 1], Ids(failed.Toggled(TrialStatus.Running)));
        Assert.Equal([3, 2, 1, 0], Ids(failed.Toggled(TrialStatus.NotANumber)));
    }

    [Theory]
    [InlineData(0.1, 0.2, new[] { 2, 0 })]
    [InlineData(0.15, null, new[] { 3, 2, 1 })]
    [InlineData(null, 0.1, new[] { 0 })]
    public void A_hyperparameter_can_be_kept_within_a_range_both_ends_included(double? least, double? most, int[] ids) =>
        Assert.Equal(ids, Ids(TrialQuery.Default.Within(TrialColumn.KeyOf("learning_rate"), new NumberRange(least, most))));

    [Fact]
    public void A_range_of_errors_leaves_out_trials_that_have_none() =>
        Assert.Equal([2, 0], Ids(TrialQuery.Default.Within(TrialColumn.Error, new NumberRange(null, 1))));

    [Fact]
    public void A_text_can_be_picked() => Assert.Equal([2], Ids(TrialQuery.Default.Equal(TrialColumn.KeyOf("optimizer"), "adam")));

    [Fact]
    public void Filters_add_up_and_can_be_cleared_without_losing_the_order()
    {
        var query = TrialQuery.Default.SortedBy(TrialColumn.Error)
            .Toggled(TrialStatus.Completed)
            .Within(TrialColumn.KeyOf("batch_size"), new NumberRange(64, null));

        Assert.Equal([2], Ids(query));
        Assert.True(query.IsFiltered);
        Assert.False(query.Unfiltered().IsFiltered);
        Assert.Equal(TrialColumn.Error, query.Unfiltered().SortColumn);
    }

    [Fact]
    public void An_open_range_is_no_filter() =>
        Assert.False(TrialQuery.Default.Within("error", new NumberRange(1, null)).Within("error", default).IsFiltered);

    [Fact]
    public void Ten_thousand_trials_come_in_the_order_of_any_column()
    {
        var story = StudyStory.Begin();
        for (var i = 0; i < 10_000; i++)
            story.Tries(learningRate: (i * 7919 % 10_000 + 1) / 10_001.0, error: (i * 104_729 % 10_000) / 10_000.0);
        var rows = TrialRows.Select(story.Study.Trials, Columns, TrialQuery.Default.SortedBy(TrialColumn.Error));

        Assert.Equal(10_000, rows.Length);
        Assert.Equal(story.Study.Trials.Select(trial => trial.Error).Order(), rows.Select(trial => trial.Error));
    }

    private static IEnumerable<int> Ids(TrialQuery query) => TrialRows.Select(Study.Trials, Columns, query).Select(trial => trial.Id);
}
