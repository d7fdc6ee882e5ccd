using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;

namespace Hpo.Studies.Tests.Classes;

public sealed class StudyQueueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Studies_wait_for_a_core_and_start_by_themselves()
    {
        using var gate = new GatedObjective();
        using var service = new StudyService(_folder.Path, Samples.CatalogOf(gate));
        using var queue = Queue(service, cores: 1);

        var first = queue.Enqueue(Samples.Definition, "ann");
        var second = queue.Enqueue(Samples.Definition, "bob");
        var third = queue.Enqueue(Samples.Definition, "ann");

        Assert.Equal((null, 1, 2), (queue.PlaceOf(first), queue.PlaceOf(second), queue.PlaceOf(third)));
        Assert.Equal("ann", service.Find(first)!.Owner);
        Assert.Null(service.Find(second));
        gate.Open();
        await Ended(service, first);
        await Ended(service, second);
        await Ended(service, third);
        Assert.Empty(queue.Waiting);
    }

    [Fact]
    public async Task The_presenter_never_waits_and_the_class_has_what_is_left()
    {
        using var gate = new GatedObjective();
        using var service = new StudyService(_folder.Path, Samples.CatalogOf(gate));
        using var queue = Queue(service, cores: 1);
        var presented = service.Start(Samples.Definition);

        var waiting = queue.Enqueue(Samples.Definition, "ann");

        Assert.Equal(1, queue.PlaceOf(waiting));
        gate.Open();
        await Ended(service, presented.Id);
        await Ended(service, waiting);
    }

    [Fact]
    public async Task What_waits_waits_on_after_a_restart()
    {
        string first, second;
        using (var gate = new GatedObjective())
        using (var service = new StudyService(_folder.Path, Samples.CatalogOf(gate)))
        using (var queue = Queue(service, cores: 1))
        {
            first = queue.Enqueue(Samples.Definition, "ann");
            second = queue.Enqueue(Samples.Definition with { Name = "the one that waits" }, "bob");
        }

        using var again = new StudyService(_folder.Path, Samples.Components);
        using var after = Queue(again, cores: 1);
        await Ended(again, second);
        Assert.Equal("the one that waits", again.Find(second)!.Definition.Name);
        // and what ran goes on by itself, on the same core
        await Completed(again, first);
        Assert.True(SpinWait.SpinUntil(() => new ClassDatabase(_folder.File("class.db")).Queued().Count == 0, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task What_was_paused_by_hand_or_came_from_a_file_does_not_go_on_by_itself()
    {
        string paused, imported;
        using (var gate = new GatedObjective())
        using (var service = new StudyService(_folder.Path, Samples.CatalogOf(gate)))
        using (var queue = Queue(service, cores: 2))
        {
            paused = queue.Enqueue(Samples.Definition, "ann");
            await gate.Entered(1);
            using var file = new MemoryStream();
            await service.ExportAsync(paused, file);
            file.Position = 0;
            imported = service.Import(file, "ann").Id;
            Assert.True(service.Find(imported)!.Snapshot.CanResume);
            service.Send(paused, new PauseStudy());
            gate.Open();
            await Until(service.Find(paused)!, study => study.Status == StudyStatus.Paused);
            Assert.True(SpinWait.SpinUntil(() => new ClassDatabase(_folder.File("class.db")).Queued().Count == 0, TimeSpan.FromMinutes(1)));
        }

        using var again = new StudyService(_folder.Path, Samples.Components);
        using var after = Queue(again, cores: 2);
        var other = after.Enqueue(Samples.Definition, "bob");
        await Ended(again, other);
        Assert.Empty(after.Waiting);
        Assert.Equal((true, true), (again.Find(paused)!.Snapshot.CanResume, again.Find(imported)!.Snapshot.CanResume));
    }

    [Fact]
    public async Task What_had_ended_before_the_program_did_is_not_begun_again()
    {
        string ended;
        using (var service = new StudyService(_folder.Path, Samples.Components))
        using (var queue = Queue(service, cores: 1))
        {
            ended = queue.Enqueue(Samples.Definition, "ann");
            await Ended(service, ended);
        }

        using var again = new StudyService(_folder.Path, Samples.Components);
        var events = again.Find(ended)!.Snapshot.Sequence;
        using var after = Queue(again, cores: 1);
        Assert.True(SpinWait.SpinUntil(() => new ClassDatabase(_folder.File("class.db")).Queued().Count == 0, TimeSpan.FromMinutes(1)));
        Assert.Equal(events, again.Find(ended)!.Snapshot.Sequence);
    }

    [Fact]
    public void What_is_withdrawn_or_refused_never_starts()
    {
        using var gate = new GatedObjective();
        using var service = new StudyService(_folder.Path, Samples.CatalogOf(gate));
        using var queue = Queue(service, cores: 1);
        queue.Enqueue(Samples.Definition, "ann");
        var second = queue.Enqueue(Samples.Definition, "bob");

        Assert.True(queue.Withdraw(second));
        Assert.False(queue.Withdraw(second));
        Assert.Throws<InvalidInputException>(() => queue.Enqueue(Samples.Definition with { Workers = -1 }, "bob"));
        Assert.Empty(queue.Waiting);
        Assert.DoesNotContain(new ClassDatabase(_folder.File("class.db")).Queued(), study => study.Id == second);
        gate.Open();
    }

    [Theory]
    [InlineData(51, 1, null, "stop.trials")]
    [InlineData(50, 3, null, "workers")]
    [InlineData(50, 2, 601.0, "stop.timeLimitSeconds")]
    public void A_student_is_told_what_is_too_much(int trials, int workers, double? seconds, string path)
    {
        var definition = Samples.Definition with { Stop = new(trials, seconds), Workers = workers };
        Assert.Equal(path, Assert.Single(Assert.Throws<InvalidInputException>(() => new ClassLimits().Require(definition)).Problems).Path);
    }

    [Fact]
    public void A_students_study_ends_in_time_also_when_nothing_was_said() =>
        Assert.Equal(600, new ClassLimits().Require(Samples.Definition).Stop.TimeLimitSeconds);

    [Fact]
    public void Two_people_have_two_names_and_an_open_class_stays_open()
    {
        var database = new ClassDatabase(_folder.File("class.db"));
        Assert.True(database.TryAdd(new("a", "Ann")));
        Assert.False(database.TryAdd(new("b", "ANN")));
        Assert.True(database.TryAdd(new("b", "<b>Bob</b>")));
        database.IsOpen = true;

        var again = new ClassDatabase(_folder.File("class.db"));

        Assert.True(again.IsOpen);
        Assert.Equal([new("a", "Ann"), new("b", "<b>Bob</b>")], again.People().OrderBy(person => person.Id));
        again.IsOpen = false;
        Assert.False(again.IsOpen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("a\nb")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Not_every_text_is_a_name(string? name) => Assert.NotNull(Person.NameProblem(name));

    private StudyQueue Queue(StudyService service, int cores) => new(service, new ClassDatabase(_folder.File("class.db")), TimeProvider.System, cores);

    private static Task Completed(StudyService service, string id) => Until(service.Find(id)!, study => study.Outcome == StudyOutcome.Completed);

    private static async Task Until(LiveStudy study, Func<StudySnapshot, bool> isThere)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot is var snapshot && !isThere(snapshot))
            await study.WaitForChangeAsync(snapshot.Sequence, patience.Token);
    }

    private static async Task Ended(StudyService service, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        LiveStudy? study;
        // the queue looks twice a second
        while ((study = service.Find(id)) is null)
            await Task.Delay(20, patience.Token);
        while (study.Snapshot is var snapshot && snapshot.Status != StudyStatus.Ended)
            await study.WaitForChangeAsync(snapshot.Sequence, patience.Token);
    }
}
