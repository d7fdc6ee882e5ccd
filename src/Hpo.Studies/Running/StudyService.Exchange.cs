using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Exchange;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

public sealed partial class StudyService
{
    /// <summary>Writes a study as one file that <see cref="Import"/> takes, here or elsewhere; of one that runs, all that is durable by now.</summary>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="InvalidDataException">Its log is damaged.</exception>
    /// <exception cref="IOException">Its log cannot be read.</exception>
    public Task ExportAsync(string id, Stream stream, CancellationToken cancellationToken = default)
    {
        var live = Find(id) ?? throw new KeyNotFoundException($"There is no study {id}.");
        var file = new StudyFile(live.CreatedAt, live.Definition, _database.Read(id)) { Metadata = Organiser.Of(id), TrialNotes = Organiser.TrialNotes(id) };
        return StudyFileWriter.WriteAsync(file, stream, cancellationToken);
    }

    /// <summary>The durable events of a study after a sequence number, however many there are: for those who want all and cannot begin again from a snapshot.</summary>
    /// <exception cref="InvalidDataException">Its log is damaged.</exception>
    /// <exception cref="IOException">Its log cannot be read.</exception>
    public IReadOnlyList<LoggedEvent<StudyEvent>> ReadEvents(string id, long afterSequence = 0) => _database.Read(id, afterSequence);

    /// <summary>
    /// Takes in a study from a file, under a new id; it is not run. One that was running when it was written counts as interrupted, and can be resumed like any other.
    /// </summary>
    /// <param name="stream">The file.</param>
    /// <param name="owner">Whose it is from now on; empty for the presenter.</param>
    /// <param name="limits">How much is read; null for the usual.</param>
    /// <exception cref="InvalidInputException">The file has problems; nothing was stored.</exception>
    /// <exception cref="IOException">It could not be read or stored; nothing was stored.</exception>
    public LiveStudy Import(Stream stream, string owner = "", StudyFileLimits? limits = null)
    {
        var file = StudyFileReader.Read(stream, limits);
        var study = StudySnapshot.Empty.Apply(file.Events);
        IReadOnlyList<LoggedEvent<StudyEvent>> events = study.HasEnded
            ? file.Events
            : [.. file.Events, .. InterruptionRules.EventsAfter(study).Select((studyEvent, i) => new LoggedEvent<StudyEvent>(study.Sequence + 1 + i, studyEvent))];
        var now = _time.GetUtcNow();
        // another clock may be ahead of this one, and a study of the future would stay the newest for ever
        var header = new StudyHeader(NewId(), file.CreatedAt < now ? file.CreatedAt : now, file.Definition, owner);
        _database.Add(header, events, file.Metadata, file.TrialNotes);
        _journal.Imported(header.Id, events.Count);
        Organiser.Reread();
        return Find(header.Id)!;
    }
}
