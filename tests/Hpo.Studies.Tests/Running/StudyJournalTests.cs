using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

public sealed class StudyJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeptLogs _logs = new();

    public void Dispose()
    {
        _folder.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task A_studys_life_stands_in_the_log_without_what_people_wrote()
    {
        using var service = new StudyService(_folder.Path, Components, loggers: _logs);
        var study = service.Start(Definition with { Name = "a private name" }, "ann");
        await _logs.With($"Information: Study {study.Id} has ended: Completed.");
        while (study.Snapshot.Status != StudyStatus.Ended)
            await study.WaitForChangeAsync(study.Snapshot.Sequence);
        service.Delete(study.Id);
        service.Restore(study.Id);

        Assert.Contains($"Information: Study {study.Id} of a student starts: function, random, fifo, 5 trials, 1 workers, seed 7", _logs.Lines);
        Assert.Contains($"Information: Study {study.Id} was deleted, and can be brought back for a while", _logs.Lines);
        Assert.Contains($"Information: Study {study.Id} was brought back", _logs.Lines);
        Assert.DoesNotContain(_logs.Lines, line => line.Contains("private", StringComparison.Ordinal) || line.Contains("ann", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trials_that_fail_are_told_and_so_many_only()
    {
        using var service = new StudyService(_folder.Path, CatalogOf(_ => throw new InvalidOperationException("out of memory")), loggers: _logs);
        var study = service.Start(Definition with { Stop = new(30) });
        await _logs.With($"Study {study.Id} has ended");

        var told = _logs.Lines.Where(line => line.Contains("out of memory", StringComparison.Ordinal)).ToList();
        Assert.Equal((20, 10), (told.Count(line => line.StartsWith("Information:", StringComparison.Ordinal)), told.Count(line => line.StartsWith("Debug:", StringComparison.Ordinal))));
        Assert.Contains(told, line => line.EndsWith("trial 0 handed in no error, Failed: InvalidOperationException: out of memory", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_person_wants_is_told_with_what_came_of_it()
    {
        using var gate = new GatedObjective();
        using var service = new StudyService(_folder.Path, CatalogOf(gate), loggers: _logs);
        var study = service.Start(Definition);
        service.Send(study.Id, new SetWorkers(2));
        service.Send(study.Id, new SetWorkers(-1));
        gate.Open();

        Assert.Contains($"Information: Study {study.Id}: SetWorkers was carried out", _logs.Lines);
        Assert.StartsWith($"Information: Study {study.Id}: SetWorkers was refused: ", await _logs.With("SetWorkers was refused"), StringComparison.Ordinal);
    }
}
