using System.Net;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live.Rooms;

namespace Hpo.Dashboard.Tests.Live.Rooms;

public sealed class WatchDoorTests : IDisposable
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress There = IPAddress.Parse("192.0.2.2");

    private readonly SharedStudy _shared = new();
    private readonly GuessLimit _guesses = new();
    private readonly WatchDoor _door;

    public WatchDoorTests() => _door = new WatchDoor(_shared.Codes, _guesses);

    public void Dispose()
    {
        _guesses.Dispose();
        _shared.Dispose();
    }

    [Fact]
    public void The_code_opens_the_study_however_often_it_is_given()
    {
        for (var i = 0; i < 3 * Limits.WrongGuessesPerMinute; i++)
            Assert.Equal(SharedStudy.Id, _door.Enter(_shared.Code.ToUpperInvariant(), Here).StudyId);
    }

    [Fact]
    public void After_so_many_wrong_codes_an_address_learns_nothing_more_and_others_are_let_in()
    {
        for (var i = 0; i < Limits.WrongGuessesPerMinute; i++)
            Assert.Same(WatchEntry.Unknown, _door.Enter(_shared.WrongCode, Here));

        Assert.Same(WatchEntry.TooMany, _door.Enter(_shared.WrongCode, Here));
        Assert.Same(WatchEntry.TooMany, _door.Enter(_shared.Code, Here));
        Assert.Equal(SharedStudy.Id, _door.Enter(_shared.Code, There).StudyId);
    }

    [Fact]
    public void A_slip_is_no_guess()
    {
        for (var i = 0; i < 3 * Limits.WrongGuessesPerMinute; i++)
            Assert.Same(WatchEntry.NoCode, _door.Enter("abc", Here));

        Assert.Equal(SharedStudy.Id, _door.Enter(_shared.Code, Here).StudyId);
    }
}
