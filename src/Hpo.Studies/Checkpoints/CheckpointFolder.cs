using System.Globalization;
using Hpo.Engine.Tuning;

namespace Hpo.Studies.Checkpoints;

/// <summary>
/// The checkpoints of all studies on disk, a folder a study and a file a trial, within a number of bytes. When there is no room for another one,
/// those are given up after the fewest epochs, and of these the oldest: they are the quickest to compute again, which is what happens if the trial goes on.
/// Several processes may share it: each keeps its hands off the checkpoints of studies that another one runs, but counts their bytes.
/// </summary>
public sealed class CheckpointFolder
{
    /// <summary>The number of bytes unless another one is given: 2 GiB.</summary>
    public const long DefaultBudget = 2L << 30;

    private readonly string _folder;
    private readonly long _budget;
    private readonly Func<string, bool> _isElsewhere;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string StudyId, int TrialId), Entry> _entries = [];
    private readonly HashSet<string> _own = [];
    private long _bytes, _order;

    /// <summary>Opens a folder, and takes in what is there.</summary>
    /// <param name="folder">The folder; made when there is something to keep.</param>
    /// <param name="budget">The most bytes that checkpoints may take.</param>
    /// <param name="isElsewhere">Whether another process runs a study; null when no other uses the folder.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public CheckpointFolder(string folder, long budget = DefaultBudget, Func<string, bool>? isElsewhere = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        _folder = folder;
        _budget = budget;
        _isElsewhere = isElsewhere ?? (_ => false);
        Look(_ => true);
        ClearAway();
    }

    /// <summary>The bytes that checkpoints take.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
                return _bytes;
        }
    }

    /// <summary>The studies of which there are checkpoints.</summary>
    public IReadOnlyList<string> Studies
    {
        get
        {
            lock (_gate)
                return [.. _entries.Keys.Select(key => key.StudyId).Distinct()];
        }
    }

    /// <summary>The checkpoints of a study that this process is going to run.</summary>
    public ICheckpointStore Of(string studyId)
    {
        lock (_gate)
        {
            // another process may have run it before
            TryLook(id => id == studyId);
            _own.Add(studyId);
        }

        return new StudyCheckpoints(this, studyId);
    }

    /// <summary>Deletes the checkpoints of all studies that have no use for them and that no other process runs.</summary>
    public void RemoveUnless(Func<string, bool> areUseful)
    {
        ArgumentNullException.ThrowIfNull(areUseful);
        foreach (var id in Studies.Where(id => !_isElsewhere(id) && !areUseful(id)))
            Remove(id);
    }

    /// <summary>Deletes the checkpoints of a study.</summary>
    public void Remove(string studyId)
    {
        lock (_gate)
        {
            foreach (var (key, entry) in _entries.Where(entry => entry.Key.StudyId == studyId).ToList())
                Drop(key, entry);
            _own.Remove(studyId);
        }

        try
        {
            Directory.Delete(Path.Combine(_folder, studyId), recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // it was not there, or cannot be deleted now; the next start tries again
        }
    }

    /// <summary>As <see cref="ICheckpointStore.Save"/>.</summary>
    internal string? Save(string studyId, int trialId, int epoch, byte[] checkpoint)
    {
        var size = CheckpointFile.SizeOf(checkpoint);
        if (size > _budget)
            return $"its checkpoint of {size} bytes is not kept, because all checkpoints together may have {_budget}";
        try
        {
            // both are there for a moment, so that there is always one
            CheckpointFile.Write(PathOf(studyId, trialId, epoch), checkpoint);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"its checkpoint could not be kept ({exception.Message})";
        }

        lock (_gate)
        {
            var key = (studyId, trialId);
            if (_entries.TryGetValue(key, out var earlier) && earlier.Epoch != epoch)
                Drop(key, earlier);
            Put(studyId, trialId, new Entry(epoch, size, _order++));
            return MakeRoom(studyId);
        }
    }

    /// <summary>As <see cref="ICheckpointStore.Load"/>.</summary>
    internal byte[]? Load(string studyId, int trialId, int epoch) =>
        Has(studyId, trialId, epoch) ? CheckpointFile.Read(PathOf(studyId, trialId, epoch)) : null;

    private bool Has(string studyId, int trialId, int epoch)
    {
        lock (_gate)
            return _entries.TryGetValue((studyId, trialId), out var entry) && entry.Epoch == epoch;
    }

    /// <summary>As <see cref="ICheckpointStore.Remove"/>.</summary>
    internal void Remove(string studyId, int trialId)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue((studyId, trialId), out var entry))
                Drop((studyId, trialId), entry);
        }
    }

    /// <summary>Takes in what there is of some studies, whoever put it there.</summary>
    private void Look(Func<string, bool> at)
    {
        foreach (var (key, entry) in _entries.Where(entry => at(entry.Key.StudyId)).ToList())
        {
            _entries.Remove(key);
            _bytes -= entry.Bytes;
        }

        foreach (var (file, studyId) in Files(at).OrderBy(file => file.File.LastWriteTimeUtc))
        {
            if (Parse(file.Name) is { } name && file.Exists)
                Put(studyId, name.TrialId, new Entry(name.Epoch, file.Length, _order++));
        }
    }

    /// <summary>As above; what cannot be read now is not counted.</summary>
    private void TryLook(Func<string, bool> at)
    {
        try
        {
            Look(at);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // the folder of a study that another process has just removed, say
        }
    }

    /// <summary>Deletes what was being written when its program ended: it is worth nothing.</summary>
    private void ClearAway()
    {
        foreach (var (file, studyId) in Files(_ => true).Where(file => Parse(file.File.Name) is null).ToList())
        {
            if (!_isElsewhere(studyId))
                TryDelete(file.FullName);
        }
    }

    private IEnumerable<(FileInfo File, string StudyId)> Files(Func<string, bool> at) => Directory.Exists(_folder)
        ? new DirectoryInfo(_folder).EnumerateDirectories().Where(study => at(study.Name)).SelectMany(study => study.EnumerateFiles().Select(file => (file, study.Name)))
        : [];

    private bool IsElsewhere(string studyId)
    {
        try
        {
            return _isElsewhere(studyId);
        }
        catch (IOException)
        {
            // then nothing is taken from it
            return true;
        }
    }

    private string? MakeRoom(string studyId)
    {
        var given = new List<string>();
        // others may have kept some meanwhile
        TryLook(id => !_own.Contains(id));
        var elsewhere = _bytes > _budget ? _entries.Keys.Select(key => key.StudyId).Distinct().Where(id => id != studyId && IsElsewhere(id)).ToHashSet() : [];
        while (_bytes > _budget)
        {
            var (key, entry) = _entries.Where(entry => !elsewhere.Contains(entry.Key.StudyId)).MinBy(entry => (entry.Value.Epoch, entry.Value.Order));
            Drop(key, entry);
            given.Add(key.StudyId == studyId ? $"trial {key.TrialId}" : $"trial {key.TrialId} of study {key.StudyId}");
        }

        return given.Count == 0 ? null : $"to make room, the checkpoint of {string.Join(" and ", given)} was given up";
    }

    private void Put(string studyId, int trialId, Entry entry)
    {
        if (_entries.TryGetValue((studyId, trialId), out var earlier))
            _bytes -= earlier.Bytes;
        _entries[(studyId, trialId)] = entry;
        _bytes += entry.Bytes;
    }

    private void Drop((string StudyId, int TrialId) key, Entry entry)
    {
        _entries.Remove(key);
        _bytes -= entry.Bytes;
        TryDelete(PathOf(key.StudyId, key.TrialId, entry.Epoch));
    }

    private string PathOf(string studyId, int trialId, int epoch) =>
        Path.Combine(_folder, studyId, string.Create(CultureInfo.InvariantCulture, $"{trialId}-{epoch}.checkpoint"));

    private static (int TrialId, int Epoch)? Parse(string name)
    {
        var parts = Path.GetFileNameWithoutExtension(name).Split('-');
        return Path.GetExtension(name) == ".checkpoint" && parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var trialId)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            ? (trialId, epoch)
            : null;
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // it takes room until the next start, and nobody will load it
        }
    }

    /// <summary>A checkpoint that is kept.</summary>
    private readonly record struct Entry(int Epoch, long Bytes, long Order);
}
