using System.Collections.Immutable;
using Hpo.Studies.Classes;

namespace Hpo.Dashboard.Access;

/// <summary>The class: who takes part, and whether they may start studies.</summary>
public sealed class ClassRoom
{
    /// <summary>More people do not fit in.</summary>
    public const int MaxPeople = 1_000;

    private readonly ClassDatabase _database;
    private readonly Lock _gate = new();
    private volatile bool _isOpen;
    private ImmutableDictionary<string, string> _names;

    /// <summary>The class of a database.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public ClassRoom(ClassDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
        _isOpen = database.IsOpen;
        _names = database.People().ToImmutableDictionary(person => person.Id, person => person.Name);
    }

    /// <summary>What one student may have.</summary>
    public ClassLimits Limits { get; } = new();

    /// <summary>Whether people may join, and students may start studies. It stays as it is over a restart.</summary>
    /// <exception cref="IOException">It could not be stored.</exception>
    public bool IsOpen
    {
        get => _isOpen;
        set
        {
            lock (_gate)
                _database.IsOpen = value;
            _isOpen = value;
        }
    }

    /// <summary>The names of those who take part, by their ids.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    /// <summary>Held while a student starts a study, so that two pages of one student do not pass a limit together.</summary>
    internal Lock Starting { get; } = new();

    /// <summary>Takes somebody in.</summary>
    /// <returns>Why not; null when they take part now.</returns>
    /// <exception cref="IOException">It could not be stored.</exception>
    public JoinProblem Join(string id, string name)
    {
        name = name.Trim();
        lock (_gate)
        {
            if (!IsOpen)
                return JoinProblem.Closed;
            if (Person.NameProblem(name) is not null)
                return JoinProblem.Name;
            if (_names.Count >= MaxPeople)
                return JoinProblem.Full;
            if (!_database.TryAdd(new(id, name)))
                return JoinProblem.Taken;
            _names = _names.SetItem(id, name);
            return JoinProblem.None;
        }
    }
}
