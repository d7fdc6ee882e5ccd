using Hpo.Dashboard.Access;
using Hpo.Dashboard.Tests.Studies;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Classes;
using Hpo.Studies.Exchange;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Dashboard.Tests.Access;

/// <summary>Whatever a student can cause to run passes one gate: also what comes from a file that was made to get around it.</summary>
public sealed class StudentGateTests : IDisposable
{
    private static readonly Visitor Ann = new("ann", VisitorRole.Student), Bob = new("bob", VisitorRole.Student);

    private readonly TemporaryFolder _folder = new();
    private readonly StudyWorld _world = new();
    private readonly StartLimit _starts = new();
    private readonly Refusals _refusals = new(NullLogger<Refusals>.Instance);
    private readonly ClassRoom _room;
    private readonly StudyQueue _queue;

    public StudentGateTests()
    {
        var database = new ClassDatabase(Path.Combine(_folder.Path, "class.db"));
        _room = new ClassRoom(database) { IsOpen = true };
        _queue = new StudyQueue(_world.Service, database, TimeProvider.System, cores: 1);
    }

    public void Dispose()
    {
        _queue.Dispose();
        _world.Dispose();
        _starts.Dispose();
        _refusals.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_file_that_asks_for_more_trials_or_workers_while_it_ran_does_not_go_on()
    {
        var many = Import(new NumberOfTrialsChanged(TimeSpan.FromSeconds(1), 100_000));
        var wide = Import(new WorkersChanged(TimeSpan.FromSeconds(1), 64));

        Assert.Equal("stop.trials", Assert.Single(Assert.Throws<InvalidInputException>(() => Steering(Ann).Resume(many)).Problems).Path);
        Assert.Equal("workers", Assert.Single(Assert.Throws<InvalidInputException>(() => Steering(Ann).Resume(wide)).Problems).Path);
    }

    [Fact]
    public async Task A_file_without_a_time_limit_goes_on_with_that_of_the_class()
    {
        var long_ = Import(new EpochReported(_room.Limits.Time + TimeSpan.FromSeconds(1), 0, 1, 0.5, TimeSpan.FromSeconds(1)));

        Steering(Ann).Resume(long_);

        await StudyWorld.Until(long_, study => study.Outcome == StudyOutcome.TimeLimit);
    }

    [Fact]
    public void In_a_closed_class_nothing_goes_on_and_others_studies_never()
    {
        var study = Import();
        Assert.Throws<StartRefusedException>(() => Steering(Bob).Resume(study));
        _room.IsOpen = false;
        Assert.Contains("start no studies at the moment", Assert.Throws<StartRefusedException>(() => Steering(Ann).Resume(study)).Message, StringComparison.Ordinal);
        Assert.True(study.Snapshot.CanResume);
    }

    [Fact]
    public async Task What_goes_on_after_an_interruption_waits_for_its_turn()
    {
        var study = Import();
        var presented = _world.Start();
        Assert.Equal("The study waits for its turn: place 1 in line.", Steering(Ann).Resume(study));
        Assert.Equal("The study waits for its turn: place 1 in line.", Steering(Ann).Resume(study));
        Assert.True(study.Snapshot.CanResume);

        _world.Service.Send(presented.Id, new CancelStudy());
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Running);
        Assert.Null(_queue.PlaceOf(study.Id));
    }

    [Fact]
    public async Task Who_pauses_gives_the_cores_to_others_and_goes_on_in_turn()
    {
        var id = _queue.Enqueue(StudyStory.Definition with { MaxEpochs = 1, Stop = new(20) }, Ann.Id);
        var ann = _world.Service.Find(id)!;
        await StudyWorld.Until(ann, snapshot => snapshot.Running == 1);
        Assert.True(Steering(Ann).Send(ann, new PauseStudy()).IsDone);
        _world.Objective.Report(0.5);
        await StudyWorld.Until(ann, snapshot => snapshot.Status == StudyStatus.Paused);
        var bob = _queue.Enqueue(StudyStory.Definition with { MaxEpochs = 1, Stop = new(20) }, Bob.Id);
        Assert.Null(_queue.PlaceOf(bob));

        Assert.Equal("The study waits for its turn: place 1 in line.", Steering(Ann).Send(ann, new ContinueStudy()).Words);
        Assert.Equal(StudyStatus.Paused, ann.Snapshot.Status);
        Assert.Contains("No core is left", Steering(Bob).Send(_world.Service.Find(bob)!, new SetWorkers(2)).Words, StringComparison.Ordinal);

        _world.Service.Send(bob, new CancelStudy());
        await StudyWorld.Until(ann, snapshot => snapshot.Status == StudyStatus.Running);
    }

    [Fact]
    public async Task What_cannot_go_on_says_why()
    {
        // no searcher of ours draws the first configuration again
        var study = Import(
            new TrialEnded(TimeSpan.FromSeconds(1), 0, TrialStatus.Failed, TimeSpan.FromSeconds(1), "broken"),
            new TrialStarted(TimeSpan.FromSeconds(1), 1, StudyStory.Definition.InitialConfigurations[0], "drawn at random", 0));

        var refusal = await Task.Run(() => Assert.Throws<StartRefusedException>(() => Steering(Ann).Resume(study)));

        Assert.StartsWith("The study cannot be resumed", refusal.Message, StringComparison.Ordinal);
        Assert.True(study.Snapshot.CanResume);
    }

    /// <summary>A study of Ann's from a file, interrupted after some events of its first trial.</summary>
    private LiveStudy Import(params StudyEvent[] events)
    {
        var definition = StudyStory.Definition with { Searcher = new("random"), Scheduler = new("fifo"), MaxEpochs = 3, Stop = new(20), Workers = 1 };
        StudyEvent[] all =
        [
            new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch),
            new TrialStarted(TimeSpan.FromSeconds(0.5), 0, definition.InitialConfigurations[0], "initial configuration 1 of 1", 0),
            .. events,
        ];
        using var stream = new MemoryStream();
        StudyFileWriter.WriteAsync(new StudyFile(DateTimeOffset.UnixEpoch, definition, [.. all.Select((one, i) => new LoggedEvent<StudyEvent>(i + 1, one))]), stream).Wait();
        stream.Position = 0;
        return _world.Service.Import(stream, Ann.Id);
    }

    private StudySteering Steering(Visitor visitor)
    {
        var current = new CurrentVisitor(visitor, canLeave: true, signedOut: null);
        var gate = new StartGate(current, _starts, _refusals);
        return new StudySteering(current, gate, new StudentGate(gate, _world.Service, _room, _queue), _world.Service);
    }
}
