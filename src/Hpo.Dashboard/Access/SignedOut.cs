using System.Collections.Concurrent;
using System.Globalization;

namespace Hpo.Dashboard.Access;

/// <summary>
/// The sessions that were left: a copy of their cookie is worth nothing any more, also after a restart. Each is remembered as long as its cookie would have lasted.
/// </summary>
internal sealed class SignedOut
{
    /// <summary>More are not remembered: 200 people would have to leave fifty times each within a week.</summary>
    private const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, long> _until = new();
    private readonly string _path;
    private readonly TimeProvider _time;

    /// <summary>Reads those of a data folder.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public SignedOut(string folder, TimeProvider time)
    {
        _path = Path.Combine(folder, "signed-out.txt");
        _time = time;
        foreach (var line in File.Exists(_path) ? File.ReadAllLines(_path) : [])
        {
            if (line.Split(' ') is [var session, var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var until))
                _until[session] = until;
        }
    }

    public bool Contains(string session) => _until.ContainsKey(session);

    /// <summary>Ends a session for good.</summary>
    /// <exception cref="IOException">It holds until the next restart only: it could not be written.</exception>
    public void Add(string session)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            _until[session] = (now + VisitorCookie.Lifetime).ToUnixTimeSeconds();
            foreach (var (old, _) in _until.OrderByDescending(entry => entry.Value).Where((entry, i) => i >= Most || entry.Value < now.ToUnixTimeSeconds()))
                _until.TryRemove(old, out _);
            File.WriteAllLines(_path, _until.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} {entry.Value}")));
        }
    }
}
