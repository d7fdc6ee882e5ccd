using Hpo.Figures.Studies;

namespace Hpo.Figures.Tests.Studies;

public sealed class ErrorRangeTests
{
    private static readonly double[] Errors = [0.5, 0.6, 0.8, 1.2, 1.4, 1.9, 2.2, 300];

    [Fact]
    public void A_few_large_errors_do_not_press_the_rest_flat_on_the_axis()
    {
        var fit = ErrorRange.Of(Errors, [], 0.5, 0.398)!;

        Assert.InRange(fit.From, 0.2, 0.398);
        Assert.InRange(fit.To, 1.9, 10);
        Assert.NotNull(fit.Note);
    }

    [Fact]
    public void What_is_in_sight_does_not_move_with_every_trial() =>
        Assert.Equal(ErrorRange.Of(Errors, [], 0.5, 0.398), ErrorRange.Of([.. Errors.Append(1.21).Order()], [], 0.5, 0.398));

    [Fact]
    public void Trials_that_run_count_as_those_that_have_ended()
    {
        for (var ended = 0; ended <= Errors.Length; ended++)
        {
            double[] open = [.. Errors.Where((_, i) => i * 5 % 8 >= ended)];
            Assert.Equal(ErrorRange.Of(Errors, [], 0.5, 0.398), ErrorRange.Of([.. Errors.Except(open)], open, 0.5, 0.398));
        }
    }

    [Fact]
    public void A_single_value_has_room_around_it_even_if_it_is_0()
    {
        var (one, zero) = (ErrorRange.Of([0.1], [], 0.1, null)!, ErrorRange.Of([], [0], null, null)!);

        Assert.InRange(one.From, 0.05, 0.099);
        Assert.InRange(one.To, 0.101, 0.2);
        Assert.Null(one.Note);
        Assert.Equal((-0.1, 0.1), (zero.From, zero.To));
    }

    [Fact]
    public void Values_of_one_size_are_all_in_sight() => Assert.Null(ErrorRange.Of([0.1, 0.2, 0.9], [], 0.1, null));

    [Fact]
    public void The_best_and_the_minimum_are_always_in_sight()
    {
        Assert.True(ErrorRange.Of(Errors, [], 0.1, null)!.From < 0.1);
        Assert.True(ErrorRange.Of(Errors, [], 0.5, -1)!.From < -1);
    }

    [Fact]
    public void Of_nothing_there_is_no_part() => Assert.Null(ErrorRange.Of([], [], null, 0.4));
}
