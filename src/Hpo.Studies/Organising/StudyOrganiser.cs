using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;

namespace Hpo.Studies.Organising;

/// <summary>
/// What people say about the studies of a database, and which of them they have deleted. All is in memory, and what another process has written
/// is found within <see cref="MaxAge"/>; <see cref="Revision"/> tells whether anything is new. Usable by several threads at once.
/// </summary>
public sealed class StudyOrganiser : IDisposable
{
    /// <summary>How long a deleted study can be brought back at least.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(10);

    /// <summary>How old what is known of other processes may be.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);

    private const string Removing = "removing deleted studies", StayHidden = "they stay hidden, and it is tried again in ten minutes";

    private readonly MetadataTable _table;
    private readonly Func<long> _version;
    private readonly TimeProvider _time;
    private readonly Action<string> _onRemoved;
    private readonly GuardedWork _work;
    private readonly ITimer _removal;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, (ImmutableSortedDictionary<int, string> Notes, long Read)> _trialNotes = new();
    private volatile State _state = new(ImmutableDictionary<string, StudyMetadata>.Empty, []);
    private long _revision, _read, _readVersion;

    /// <summary>Reads what is there, and removes studies that were deleted long ago.</summary>
    /// <param name="file">The database of studies.</param>
    /// <param name="version">A number that is another one after every change of the file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onRemoved">Told of each study that is gone for good.</param>
    /// <param name="work">Has the timer.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public StudyOrganiser(DatabaseFile file, Func<long> version, TimeProvider time, Action<string> onRemoved, GuardedWork work)
    {
        _work = work;
        _table = new MetadataTable(file);
        _version = version;
        _time = time;
        _onRemoved = onRemoved;
        Read();
        _removal = work.NewTimer(time, Removing, StayHidden, RemoveDeleted, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (!Deleted.IsEmpty)
            work.DoAgain(Removing, StayHidden, RemoveDeleted);
    }

    /// <summary>Grows with every change that this process makes or finds.</summary>
    public long Revision => Volatile.Read(ref _revision);

    /// <summary>The studies that were deleted and can still be brought back, the last one first.</summary>
    public ImmutableArray<DeletedStudy> Deleted => _state.Deleted;

    /// <summary>Whether any study was given another name.</summary>
    public bool HasRenamed => _state.HasRenamed;

    /// <summary>Whether a study was deleted.</summary>
    public bool IsDeleted(string id) => _state.DeletedIds.Contains(id);

    /// <summary>What is said about a study.</summary>
    public StudyMetadata Of(string id) => _state.Metadata.GetValueOrDefault(id, StudyMetadata.None);

    /// <summary>The notes on the trials of a study, by trial; the same object as long as nothing has changed.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public ImmutableSortedDictionary<int, string> TrialNotes(string id)
    {
        _trialNotes.TryGetValue(id, out var known);
        if (known.Notes is not null && _time.GetElapsedTime(known.Read) < MaxAge)
            return known.Notes;
        var notes = _table.ReadTrialNotes(id);
        if (known.Notes is not null && known.Notes.SequenceEqual(notes))
            notes = known.Notes;
        _trialNotes[id] = (notes, _time.GetTimestamp());
        return notes;
    }

    /// <summary>Looks what other processes have written, unless that was done a moment ago.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Refresh()
    {
        if (_time.GetElapsedTime(Volatile.Read(ref _read)) >= MaxAge && _version() != Volatile.Read(ref _readVersion))
            Read();
    }

    /// <summary>Looks at once what was written.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal void Reread() => Read();

    /// <summary>Writes the notes of a study.</summary>
    /// <exception cref="InvalidInputException">They are too long.</exception>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="IOException">They could not be written.</exception>
    public void SetNotes(string id, string notes)
    {
        var text = NoteRules.Clean(notes);
        Require("notes", NoteRules.Refuse(text, NoteRules.MaxStudyLength));
        Change(id, () => _table.WriteNotes(id, text), known => known with { Notes = text });
    }

    /// <summary>Writes the tags of a study.</summary>
    /// <exception cref="InvalidInputException">One of them is no tag, or there are too many.</exception>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="IOException">They could not be written.</exception>
    public void SetTags(string id, ImmutableArray<string> tags)
    {
        Require("tags", TagRules.RefuseAll(tags));
        ImmutableArray<string> kept = [.. tags.Select(TagRules.Normalise)];
        Change(id, () => _table.WriteTags(id, kept), known => known with { Tags = kept });
    }

    /// <summary>Writes the name of a study.</summary>
    /// <exception cref="InvalidInputException">That cannot name a study.</exception>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    internal void SetName(string id, string name)
    {
        Require("name", StudyDefinitionRules.Name(name));
        var kept = name.Trim();
        Change(id, () => _table.WriteName(id, kept), known => known with { Name = kept });
    }

    /// <summary>Writes the note on a trial; an empty one removes it.</summary>
    /// <exception cref="InvalidInputException">It is too long, or there are too many.</exception>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    public void SetTrialNote(string id, int trial, string note)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trial);
        var text = NoteRules.Clean(note);
        Require("note", NoteRules.Refuse(text, NoteRules.MaxTrialLength));
        var notes = TrialNotes(id);
        Require("note", text.Length > 0 && !notes.ContainsKey(trial) && notes.Count >= NoteRules.MaxTrialNotes
            ? $"At most {NoteRules.MaxTrialNotes} trials of a study have a note." : null);
        if (!_table.WriteTrialNote(id, trial, text) && text.Length > 0)
            throw NoStudy(id);
        _trialNotes.AddOrUpdate(
            id,
            _ => (With(notes), _time.GetTimestamp()),
            (_, known) => (With(known.Notes), _time.GetTimestamp()));
        Interlocked.Increment(ref _revision);

        ImmutableSortedDictionary<int, string> With(ImmutableSortedDictionary<int, string> before) => text.Length > 0 ? before.SetItem(trial, text) : before.Remove(trial);
    }

    /// <inheritdoc/>
    public void Dispose() => _removal.Dispose();

    /// <summary>Hides a study; it is removed after <see cref="UndoTime"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    internal void Delete(string id)
    {
        if (!_table.MarkDeleted(id, _time.GetUtcNow()))
            throw NoStudy(id);
        Read();
        _removal.Change(UndoTime, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Brings a deleted study back; returns false when it is gone for good, or was never deleted.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    internal bool Restore(string id)
    {
        var restored = _table.Restore(id);
        Read();
        return restored;
    }

    private void RemoveDeleted()
    {
        try
        {
            var until = _time.GetUtcNow() - UndoTime;
            foreach (var study in _table.ReadDeleted().Where(study => study.DeletedAt <= until && _table.Remove(study.Id, until)))
            {
                _trialNotes.TryRemove(study.Id, out _);
                _work.Do("forgetting a removed study", "what is left of it goes at the next start", () => _onRemoved(study.Id));
            }

            Read();
        }
        finally
        {
            if (!Deleted.IsEmpty)
                _removal.Change(UndoTime, Timeout.InfiniteTimeSpan);
        }
    }

    private void Change(string id, Func<bool> write, Func<StudyMetadata, StudyMetadata> change)
    {
        lock (_gate)
        {
            if (!write())
                throw NoStudy(id);
            _state = new State(_state.Metadata.SetItem(id, change(Of(id))), _state.Deleted);
            Interlocked.Increment(ref _revision);
        }
    }

    private void Read()
    {
        lock (_gate)
        {
            // what is written while this reads is read next time
            Volatile.Write(ref _readVersion, _version());
            var state = new State(_table.ReadAll(), _table.ReadDeleted());
            Volatile.Write(ref _read, _time.GetTimestamp());
            if (state.IsSame(_state))
                return;
            _state = state;
            Interlocked.Increment(ref _revision);
        }
    }

    private static void Require(string path, string? problem)
    {
        if (problem is not null)
            throw new InvalidInputException([new Problem(path, problem)]);
    }

    private static KeyNotFoundException NoStudy(string id) => new(string.Create(CultureInfo.InvariantCulture, $"There is no study {id}."));

    private sealed record State(ImmutableDictionary<string, StudyMetadata> Metadata, ImmutableArray<DeletedStudy> Deleted)
    {
        public ImmutableHashSet<string> DeletedIds { get; } = [.. Deleted.Select(study => study.Id)];

        public bool HasRenamed { get; } = Metadata.Values.Any(study => study.Name.Length > 0);

        public bool IsSame(State other) => Deleted.SequenceEqual(other.Deleted) && Metadata.Count == other.Metadata.Count
            && Metadata.All(study => study.Value.Equals(other.Metadata.GetValueOrDefault(study.Key)));
    }
}
