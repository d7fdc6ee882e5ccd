using System.Net;
using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Tests.Access;

public sealed class LimitsTests
{
    [Theory]
    [InlineData("127.0.0.1", "local")]
    [InlineData("::1", "local")]
    [InlineData("::ffff:127.0.0.1", "local")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2::3", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::9", "20010DB800010002")]
    [InlineData(null, "local")]
    public void Addresses_of_one_machine_are_counted_together(string? address, string key) =>
        Assert.Equal(key, ClientAddress.KeyOf(address is null ? null : IPAddress.Parse(address)));

    [Fact]
    public async Task Wrong_guesses_beyond_a_few_are_answered_late_and_only_so_many_at_a_time()
    {
        using var limit = new GuessLimit(new StoppedClock());
        var (busy, quiet) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2"));
        for (var i = 0; i < Limits.WrongGuessesPerMinute; i++)
            await limit.NoteWrongAsync(busy);
        Assert.True(limit.MayGuess(busy));

        using var leaving = new CancellationTokenSource();
        var held = Enumerable.Range(0, Limits.WrongGuessesHeld).Select(_ => limit.NoteWrongAsync(busy, leaving.Token)).ToList();

        Assert.DoesNotContain(held, answer => answer.IsCompleted);
        Assert.Equal((false, true), (limit.MayGuess(busy), limit.MayGuess(quiet)));
        await leaving.CancelAsync();
        await Task.WhenAll(held).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.True(limit.MayGuess(busy));
    }

    [Fact]
    public void A_student_who_starts_too_often_waits_and_nobody_else_does()
    {
        using var limit = new StartLimit();
        var (eager, calm) = (new Visitor("eager", VisitorRole.Student), new Visitor("calm", VisitorRole.Student));
        for (var i = 0; i < Limits.StartsPerStudentAndMinute; i++)
            limit.Take(eager);

        Assert.Contains("wait a little", Assert.Throws<StartRefusedException>(() => limit.Take(eager)).Message, StringComparison.Ordinal);
        limit.Take(calm);
        limit.Take(Visitor.Presenter);
    }

    [Fact]
    public void All_together_start_only_so_much_in_a_minute()
    {
        using var limit = new StartLimit();
        for (var i = 0; i < Limits.StartsPerMinute; i++)
            limit.Take(Visitor.Presenter);

        Assert.Throws<StartRefusedException>(() => limit.Take(Visitor.Presenter));
    }
}
