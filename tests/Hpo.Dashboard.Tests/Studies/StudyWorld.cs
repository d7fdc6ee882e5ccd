using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Tests.Studies;

/// <summary>Real studies in a folder of their own; their trials report what the test says.</summary>
internal sealed class StudyWorld : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StudyWorld()
    {
        Catalog = new([new ObjectiveEntry("puppet", "A puppet", "For tests.", _ => Objective)]);
        Service = new StudyService(_folder.Path, Catalog);
    }

    public PuppetObjective Objective { get; } = new();

    public StudyCatalog Catalog { get; }

    public StudyService Service { get; private set; }

    /// <summary>Starts a study of trials with one epoch each.</summary>
    public LiveStudy Start(string name = "A small study", int trials = 20, string owner = "") =>
        Service.Start(StudyStory.Definition with { Name = name, MaxEpochs = 1, Stop = new StopCriteria(trials) }, owner);

    /// <summary>Closes the folder, which interrupts what runs, and opens it again, as the next process does.</summary>
    public void Reopen()
    {
        Service.Dispose();
        Service = new StudyService(_folder.Path, Catalog);
    }

    /// <summary>Waits until a study stands as the test wants it.</summary>
    public static async Task Until(LiveStudy study, Func<StudySnapshot, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot is var snapshot && !condition(snapshot))
            await study.WaitForChangeAsync(snapshot.Sequence, patience.Token);
    }

    public void Dispose()
    {
        Service.Dispose();
        Objective.Dispose();
        _folder.Dispose();
    }
}
