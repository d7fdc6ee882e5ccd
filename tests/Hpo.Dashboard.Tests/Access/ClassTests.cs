using System.Net;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Models.Classes;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;
using Hpo.Studies.Sharing;
using Hpo.Studies.Views;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Access;

public sealed class ClassTests : IDisposable
{
    private readonly GuardedFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    private StudyCatalog Catalog => _factory.Services.GetRequiredService<StudyCatalog>();

    private ClassRoom Room => _factory.Services.GetRequiredService<ClassRoom>();

    [Fact]
    public async Task A_viewer_joins_an_open_class_and_may_start_studies()
    {
        Room.IsOpen = true;
        using var viewer = await _factory.ViewerAsync();
        using (var joined = await JoinAsync(viewer, "  Ann  "))
            Assert.Equal("/class", joined.Headers.Location!.OriginalString);

        Assert.Equal("Ann", Assert.Single(Room.Names.Values));
        using var form = await viewer.GetAsync("/studies/new");
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        using var comparison = await viewer.GetAsync("/comparisons/new");
        Assert.Equal(HttpStatusCode.Forbidden, comparison.StatusCode);
        Assert.Contains(">Ann</strong>", await viewer.ReadAsync("/class"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Name")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Name")]
    [InlineData("a\u0007b", "Name")]
    [InlineData("TAKEN", "Taken")]
    public async Task A_name_that_cannot_be_is_refused_in_words(string name, string problem)
    {
        Room.IsOpen = true;
        Room.Join("somebody", "Taken");
        using var viewer = await _factory.ViewerAsync();
        using var answer = await JoinAsync(viewer, name);

        Assert.Equal($"/join?problem={problem}", answer.Headers.Location!.OriginalString);
        Assert.Single(Room.Names);
    }

    [Fact]
    public async Task Nobody_joins_a_closed_class_and_a_name_is_text()
    {
        using var viewer = await _factory.ViewerAsync();
        Room.IsOpen = true;
        var page = await viewer.ReadAsync("/join");
        Assert.Contains("Join the class", page, StringComparison.Ordinal);
        using (await JoinAsync(viewer, "<script>alert(1)</script>"))
            Assert.DoesNotContain("<script>alert", await viewer.ReadAsync("/class"), StringComparison.Ordinal);
        Room.IsOpen = false;
        using var late = await _factory.ViewerAsync();
        Assert.Contains("The class is not open", await late.ReadAsync("/join"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_presenter_shows_a_hall_how_to_join_while_the_class_is_open()
    {
        using var presenter = await _factory.PresenterAsync();
        Assert.DoesNotContain("/enter?from=", await presenter.ReadAsync("/class"), StringComparison.Ordinal);
        Room.IsOpen = true;
        var page = await presenter.ReadAsync("/class");
        Assert.Contains($"/enter?from=%2Fjoin#{Room.Code}", page, StringComparison.Ordinal);
        Assert.Contains(WatchCodes.Write(Room.Code!), page, StringComparison.Ordinal);
        using var viewer = await _factory.ViewerAsync();
        Assert.DoesNotContain(Room.Code!, await viewer.ReadAsync("/class"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_on_the_wall_leads_straight_to_where_one_says_ones_name()
    {
        using var guest = _factory.NewGuest();
        Assert.DoesNotContain("The code of the class", await guest.ReadAsync("/enter"), StringComparison.Ordinal);
        Room.IsOpen = true;
        Assert.Contains("The code of the class", await guest.ReadAsync("/enter"), StringComparison.Ordinal);

        using var entered = await guest.EnterAsync(WatchCodes.Write(Room.Code!), "/join");

        Assert.Equal("/join", entered.Headers.Location!.OriginalString);
        Assert.Contains("Your name, as the others see it", await guest.ReadAsync("/join"), StringComparison.Ordinal);
        using var joined = await JoinAsync(guest, "Ann");
        Assert.Equal("Ann", Assert.Single(Room.Names.Values));
    }

    [Fact]
    public async Task The_code_of_a_class_that_was_closed_opens_nothing_also_when_it_is_opened_again()
    {
        Room.IsOpen = true;
        var code = Room.Code!;
        Room.IsOpen = false;
        Assert.Null(Room.Code);
        foreach (var isOpen in new[] { false, true })
        {
            Room.IsOpen = isOpen;
            using var guest = _factory.NewGuest();
            using var refused = await guest.EnterAsync(code, "/join");
            Assert.Equal("/enter?problem=Wrong&from=%2Fjoin", refused.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task A_closed_class_says_what_opening_it_allows()
    {
        using var presenter = await _factory.PresenterAsync();
        Assert.Contains("up to 50 trials, 2 workers and 10 minutes each, 20 of them kept", await presenter.ReadAsync("/class"), StringComparison.Ordinal);
        Room.IsOpen = true;
        Assert.DoesNotContain("up to 50 trials", await presenter.ReadAsync("/class"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_study_that_waits_leads_to_its_place_in_the_queue()
    {
        var queue = _factory.Services.GetRequiredService<StudyQueue>();
        var objective = Catalog.Objectives.Get("synthetic").Describe;
        var lasting = Hostile.BraninStudy.Definition with { Objective = new("synthetic"), Space = objective.DefaultSpace, Stop = new(500) };
        string id;
        do
            id = queue.Enqueue(lasting, "ann");
        while (queue.PlaceOf(id) is null);

        using var presenter = await _factory.PresenterAsync();
        using var answer = await presenter.GetAsync($"/studies/{id}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith($"/waiting/{id}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_student_starts_within_the_limits_and_steers_nothing_of_others()
    {
        Room.IsOpen = true;
        var ann = StartsOf(new Visitor("ann", VisitorRole.Student));
        var address = ann.Start(Hostile.BraninStudy.Definition);

        Assert.True(address.StartsWith("/studies/", StringComparison.Ordinal) || address.StartsWith("/waiting/", StringComparison.Ordinal));
        Assert.Throws<InvalidInputException>(() => ann.Start(Hostile.BraninStudy.Definition with { Stop = new(1_000) }));
        Assert.Throws<StartRefusedException>(() => StartsOf(new Visitor("x", VisitorRole.Viewer)).Start(Hostile.BraninStudy.Definition));
        Room.IsOpen = false;
        Assert.Contains("The presenter lets", Assert.Throws<StartRefusedException>(() => ann.Start(Hostile.BraninStudy.Definition)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_errors_share_a_place_and_the_next_is_further_down()
    {
        StudySummary[] studies = [Study("1", "a", 0.2), Study("2", "b", 0.1), Study("3", "c", 0.2), Study("4", "d", 0.3)];

        var board = ClassBoard.Of(studies, new Dictionary<string, string>(), Visitor.Presenter, Catalog);

        Assert.Equal([("2", 1), ("1", 2), ("3", 2), ("4", 4)], board.Select(row => (row.Id, row.Place!.Value)));
    }

    [Fact]
    public void The_board_stands_best_first_and_marks_ones_own()
    {
        var names = new Dictionary<string, string> { ["a"] = "Ann", ["b"] = "Bob" };
        StudySummary[] studies =
        [
            Study("1", "b", 0.3), Study("2", "a", 0.2), Study("3", "a", null), Study("4", "", 0.1), Study("5", "c", double.NaN), Study("6", "a", 0.9) with { Objective = "other" },
        ];

        var board = ClassBoard.Of(studies, names, new Visitor("a", VisitorRole.Student), Catalog);

        // everybody once for each objective, with their best study
        Assert.Equal(["2", "1", "5", "6"], board.Select(row => row.Id));
        Assert.Equal([2, 1, 1, 1], board.Select(row => row.Count));
        Assert.Equal([1, 2, null, 1], board.Select(row => row.Place));
        Assert.Equal(["Ann", "Bob", "somebody", "Ann"], board.Select(row => row.Person));
        Assert.Equal([true, false, false, true], board.Select(row => row.IsOwn));
        Assert.DoesNotContain(ClassBoard.Of(studies, names, Visitor.Presenter, Catalog), row => row.IsOwn);
    }

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(2, "2nd")]
    [InlineData(3, "3rd")]
    [InlineData(11, "11th")]
    [InlineData(112, "112th")]
    [InlineData(23, "23rd")]
    public void Places_are_said_as_people_say_them(int place, string words) => Assert.Equal(words, WaitingRow.Ordinal(place));

    private static StudySummary Study(string id, string owner, double? error) =>
        new(id, "study " + id, DateTimeOffset.UnixEpoch, StudyStatus.Ended, null, error, 1, 1, TimeSpan.Zero) { Owner = owner, Objective = "branin" };

    private static Task<HttpResponseMessage> JoinAsync(Guest guest, string name) => guest.SubmitAsync("/join", "/session/join", ("name", name));

    private StudyStarts StartsOf(Visitor visitor)
    {
        var services = _factory.Services;
        var current = new CurrentVisitor(visitor, canLeave: true, signedOut: null);
        var gate = new StartGate(current, services.GetRequiredService<StartLimit>(), services.GetRequiredService<Refusals>());
        var (studies, queue) = (services.GetRequiredService<StudyService>(), services.GetRequiredService<StudyQueue>());
        return new(current, gate, new StudentGate(gate, studies, Room, queue), studies, queue);
    }
}
