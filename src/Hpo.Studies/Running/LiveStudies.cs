using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>The studies of a database in memory.</summary>
/// <param name="database">The database.</param>
/// <param name="catalog">What studies are made of.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveStudies(StudyDatabase database, StudyCatalog catalog, TimeProvider time) : LiveLogs<LiveStudy, StudyEvent, StudySnapshot>(database.Log)
{
    /// <summary>Takes in a new study.</summary>
    public LiveStudy Add(StudyHeader header) => Add(New(header, []));

    /// <summary>The study of a header.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public LiveStudy Of(StudyHeader header) => InMemory(header.Id) ?? Add(Load(header));

    /// <inheritdoc/>
    protected override LiveStudy? Load(string id) => database.Find(id) is { } header ? Load(header) : null;

    private LiveStudy Load(StudyHeader header)
    {
        if (header.Problem is null)
            return Read(header.Id, events => New(header, events));
        var live = New(header, []);
        Damage(live, header.Problem);
        return live;
    }

    private LiveStudy New(StudyHeader header, IReadOnlyList<LoggedEvent<StudyEvent>> events) =>
        new(header, events, time, catalog.Objectives.Find(header.Definition.Objective.Type)?.IsSimulated == true);
}
