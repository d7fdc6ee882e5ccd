using System.Net;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live.Rooms;

namespace Hpo.Dashboard.Tests.Live.Rooms;

public sealed class WatchDoorTests : IDisposable
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress There = IPAddress.Parse("192.0.2.2");

    private readonly SharedStudy _shared = new();
    private readonly GuessLimit _guesses = new(new StoppedClock());
    private readonly WatchDoor _door;

    public WatchDoorTests() => _door = new WatchDoor(_shared.All, _guesses);

    public void Dispose()
    {
        _guesses.Dispose();
        _shared.Dispose();
    }

    [Fact]
    public async Task The_code_opens_the_study_however_often_it_is_given()
    {
        for (var i = 0; i < 3 * Limits.WrongGuessesPerMinute; i++)
            Assert.Equal(Watched.Study(SharedStudy.Id), (await _door.EnterAsync(_shared.Code.ToUpperInvariant(), Here)).What);
    }

    [Fact]
    public async Task A_right_code_is_let_in_whatever_others_of_the_address_have_typed()
    {
        for (var i = 0; i < Limits.WrongGuessesPerMinute; i++)
            Assert.Same(WatchEntry.Unknown, await _door.EnterAsync(_shared.WrongCode, Here));
        // the clock stands still
        var held = _door.EnterAsync(_shared.WrongCode, Here);

        Assert.Equal(Watched.Study(SharedStudy.Id), (await _door.EnterAsync(_shared.Code, Here)).What);
        Assert.False(held.IsCompleted);
    }

    [Fact]
    public async Task A_program_that_guesses_is_looked_at_no_more_and_others_are()
    {
        for (var i = 0; i < Limits.WrongGuessesPerMinute + Limits.WrongGuessesHeld; i++)
            _ = _door.EnterAsync(_shared.WrongCode, Here);

        Assert.Same(WatchEntry.TooMany, await _door.EnterAsync(_shared.WrongCode, Here));
        Assert.True((await _door.EnterAsync(_shared.Code, Here)).IsPassing);
        Assert.Equal(Watched.Study(SharedStudy.Id), (await _door.EnterAsync(_shared.Code, There)).What);
    }

    [Fact]
    public async Task A_slip_is_no_guess()
    {
        for (var i = 0; i < 3 * Limits.WrongGuessesPerMinute; i++)
            Assert.Same(WatchEntry.NoCode, await _door.EnterAsync("abc", Here));

        Assert.Equal(Watched.Study(SharedStudy.Id), (await _door.EnterAsync(_shared.Code, Here)).What);
    }
}
