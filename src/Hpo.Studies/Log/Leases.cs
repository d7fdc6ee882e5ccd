using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>
/// Who runs which study, as the database says. A lease ends in the transaction that writes the end of its study, or with its process; the row stays, so that
/// the next lease has a larger token.
/// </summary>
/// <param name="file">The database.</param>
/// <param name="process">This process, and how to tell whether others live.</param>
internal sealed class Leases(DatabaseFile file, ProcessLock process)
{
    /// <summary>The process of a lease that nobody has.</summary>
    private const string Nobody = "";

    /// <summary>The lease of a study that is new, to be stored together with it.</summary>
    public Lease New(string studyId) => new(studyId, process.Name, 1);

    /// <summary>Takes the lease of a study; null when another process that lives has it.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public Lease? Take(string studyId) => file.Use<Lease?>(connection =>
    {
        // a process that was suspended while it wrote keeps others from writing, and is to be told from one that lets its studies be taken
        if (IsElsewhere(connection, studyId))
            return null;
        using var transaction = connection.BeginTransaction();
        if (IsElsewhere(connection, studyId))
            return null;
        var token = DatabaseFile.Rows(
            connection,
            """
            INSERT INTO lease (study_id, process, token) VALUES ($id, $process, 1)
            ON CONFLICT (study_id) DO UPDATE SET process = $process, token = token + 1 RETURNING token
            """,
            row => row.GetInt64(0),
            ("$id", studyId),
            ("$process", process.Name)).ToList()[0];
        transaction.Commit();
        return new Lease(studyId, process.Name, token);
    });

    /// <summary>Gives a lease back; one that was lost stays as it is.</summary>
    public void TryRelease(Lease lease)
    {
        try
        {
            file.Use(connection => Release(connection, lease));
        }
        catch (IOException)
        {
            // it is given back when the log is closed, and ends with this process at the latest
        }
    }

    /// <summary>Whether another process runs a study.</summary>
    public bool IsElsewhere(string studyId) => file.Use(connection => IsElsewhere(connection, studyId));

    /// <summary>Whether another process that lives runs anything.</summary>
    public bool IsAnyElsewhere() => Others().Any(lease => process.IsAlive(lease.Process));

    /// <summary>The studies whose processes ended before they did.</summary>
    public IReadOnlyList<string> Orphans()
    {
        var dead = new Dictionary<string, bool>();
        return [.. Others().Where(lease => IsDead(lease.Process)).Select(lease => lease.StudyId)];

        bool IsDead(string name) => dead.TryGetValue(name, out var isDead) ? isDead : dead[name] = !process.IsAlive(name);
    }

    /// <summary>As <see cref="IsElsewhere(string)"/>, as part of a transaction.</summary>
    public bool IsElsewhere(SqliteConnection connection, string studyId) => DatabaseFile.Rows(
        connection, "SELECT process FROM lease WHERE study_id = $id", row => row.GetString(0), ("$id", studyId)).ToList()
        is [var holder] && holder != Nobody && holder != process.Name && process.IsAlive(holder);

    /// <summary>Refuses what a run writes that has lost its lease.</summary>
    /// <exception cref="IOException">It has.</exception>
    public static void Check(SqliteConnection connection, Lease lease)
    {
        if (!DatabaseFile.Rows(
            connection,
            "SELECT 1 FROM lease WHERE study_id = $id AND process = $process AND token = $token",
            _ => true,
            ("$id", lease.StudyId),
            ("$process", lease.Process),
            ("$token", lease.Token)).Any())
            throw new IOException("Another process has taken over the study: this one may not write to its log any more.");
    }

    /// <summary>Stores the lease of a new study, as part of a transaction.</summary>
    public static void Add(SqliteConnection connection, Lease lease) => DatabaseFile.Execute(
        connection,
        "INSERT INTO lease (study_id, process, token) VALUES ($id, $process, $token)",
        ("$id", lease.StudyId),
        ("$process", lease.Process),
        ("$token", lease.Token));

    /// <summary>Gives a lease back, as part of a transaction.</summary>
    public static int Release(SqliteConnection connection, Lease lease) => DatabaseFile.Execute(
        connection,
        "UPDATE lease SET process = '' WHERE study_id = $id AND process = $process AND token = $token",
        ("$id", lease.StudyId),
        ("$process", lease.Process),
        ("$token", lease.Token));

    /// <summary>Frees a study of whoever had it, as part of a transaction.</summary>
    public static int Free(SqliteConnection connection, string studyId) =>
        DatabaseFile.Execute(connection, "UPDATE lease SET process = '' WHERE study_id = $id", ("$id", studyId));

    private List<(string StudyId, string Process)> Others() => file.Use(connection => DatabaseFile.Rows(
        connection,
        "SELECT study_id, process FROM lease WHERE process <> '' AND process <> $me",
        row => (row.GetString(0), row.GetString(1)),
        ("$me", process.Name)).ToList());
}
