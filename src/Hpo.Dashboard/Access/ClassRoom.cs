using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Hpo.Studies.Classes;
using Hpo.Studies.Sharing;

namespace Hpo.Dashboard.Access;

/// <summary>The class: who takes part, and whether they may start studies.</summary>
public sealed class ClassRoom
{
    /// <summary>More people do not fit in.</summary>
    public const int MaxPeople = 1_000;

    private readonly ClassDatabase _database;
    private readonly Lock _gate = new();
    private volatile bool _isOpen;
    private volatile string _code;
    private ImmutableDictionary<string, string> _names;

    /// <summary>The class of a database.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public ClassRoom(ClassDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
        _isOpen = database.IsOpen;
        _code = WatchCodes.Draw();
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
            {
                _database.IsOpen = value;
                // what was on the wall last week opens nothing
                if (value && !_isOpen)
                    _code = WatchCodes.Draw();
                _isOpen = value;
            }
        }
    }

    /// <summary>By what people come in without a link, to read from a wall and to type; another one each time the class is opened, and after a restart. Null while it is closed.</summary>
    public string? Code => _isOpen ? _code : null;

    /// <summary>Whether a code is the one of now: capitals, spaces and hyphens do not matter.</summary>
    public bool Admits(string? typed) => Code is { } code && WatchCodes.Read(typed) is { } read
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(read), Encoding.ASCII.GetBytes(code));

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
