using System.Collections.Concurrent;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>Ends the logs of studies as interrupted whose processes have vanished, or whose runs could not be written.</summary>
/// <param name="database">The database.</param>
/// <param name="leases">Who runs what.</param>
internal sealed class Interruptions(StudyDatabase database, Leases leases)
{
    /// <summary>Those whose logs cannot be read: nothing is written behind what cannot be read.</summary>
    private readonly ConcurrentDictionary<string, bool> _unreadable = new();

    /// <summary>Ends the logs of all studies that have not ended and that nobody runs.</summary>
    /// <param name="onUnwritten">Told of one whose log cannot be written now; it can be read as ever.</param>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public void CloseAll(Action<string, IOException> onUnwritten)
    {
        foreach (var id in database.Unfinished())
        {
            try
            {
                Close(id);
            }
            catch (IOException exception)
            {
                onUnwritten(id, exception);
            }
        }
    }

    /// <summary>Ends the logs of the studies that another process left behind when it ended.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public void CloseOrphans()
    {
        foreach (var id in leases.Orphans().Where(id => !_unreadable.ContainsKey(id)))
            Close(id);
    }

    /// <summary>Ends the log of a study, unless it has ended or another process runs it. Of several processes that try, one does it.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Close(string studyId)
    {
        if (leases.IsElsewhere(studyId))
            return;
        StudySnapshot study;
        try
        {
            // outside the transaction: nobody should wait while a long log is read
            study = StudySnapshot.Empty.Apply(database.Read(studyId));
        }
        catch (InvalidDataException)
        {
            // the study says so when it is looked at
            _unreadable[studyId] = true;
            return;
        }

        database.File.Use(connection =>
        {
            using var transaction = connection.BeginTransaction();
            if (leases.IsElsewhere(connection, studyId) || StudyDatabase.Last(connection, studyId) != study.Sequence)
                return false;
            if (study.Status != StudyStatus.Ended)
                StudyDatabase.Append(connection, [.. InterruptionRules.EventsAfter(study).Select(logged => new PendingEvent(studyId, logged))]);
            Leases.Free(connection, studyId);
            transaction.Commit();
            return true;
        });
    }
}
