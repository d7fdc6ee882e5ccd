using Hpo.Engine.Simulation;

namespace Hpo.Engine.Tests.Simulation;

public class SimulatedClockTests
{
    private readonly SimulatedClock _clock = new(new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(1)));

    [Fact]
    public void It_stands_still_until_it_is_advanced()
    {
        var began = _clock.GetTimestamp();
        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
        _clock.AdvanceTo(TimeSpan.FromHours(30));
        Assert.Equal(TimeSpan.FromHours(30), _clock.Elapsed);
        Assert.Equal(TimeSpan.FromHours(30), _clock.GetElapsedTime(began));
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 17, 0, 0, TimeSpan.Zero), _clock.GetUtcNow());
    }

    [Fact]
    public void It_is_never_set_back()
    {
        _clock.AdvanceTo(TimeSpan.FromSeconds(5));
        _clock.AdvanceTo(TimeSpan.FromSeconds(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.AdvanceTo(TimeSpan.FromSeconds(4)));
    }

    [Fact]
    public void Every_tick_counts_even_after_a_year()
    {
        _clock.AdvanceTo(TimeSpan.FromDays(365) + TimeSpan.FromTicks(1));
        Assert.Equal(TimeSpan.FromDays(365) + TimeSpan.FromTicks(1), _clock.GetElapsedTime(0));
    }

    [Fact]
    public void It_has_no_timers() =>
        Assert.Throws<NotSupportedException>(() => _clock.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.Zero));
}
