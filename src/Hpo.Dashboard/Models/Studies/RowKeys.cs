using System.Collections.Immutable;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>
/// Which row of the page shows which trial. A trial that stays in sight keeps its row, and the focus in it; when most are others, as after a jump or
/// another order, the rows stay where they are and are filled anew, which a browser does many times faster than making rows.
/// </summary>
public sealed class RowKeys
{
    private readonly ImmutableArray<int> _keys;
    private readonly Dictionary<int, int> _byTrial;
    private readonly int _next;

    private RowKeys(IReadOnlyList<int> trials, ImmutableArray<int> keys, int next)
    {
        _keys = keys;
        _byTrial = trials.Zip(keys).ToDictionary(row => row.First, row => row.Second);
        _next = next;
    }

    /// <summary>No rows yet.</summary>
    public static RowKeys None { get; } = new([], [], 0);

    /// <summary>The key of the row that shows a trial.</summary>
    /// <exception cref="KeyNotFoundException">None does.</exception>
    public int Of(int trial) => _byTrial[trial];

    /// <summary>The rows that show other trials, each once, in order.</summary>
    public RowKeys Showing(IReadOnlyList<int> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var next = _next;
        var staying = trials.Count(_byTrial.ContainsKey);
        ImmutableArray<int> keys = 2 * staying < trials.Count
            ? [.. trials.Select((_, place) => place < _keys.Length ? _keys[place] : next++)]
            : [.. trials.Select(trial => _byTrial.TryGetValue(trial, out var key) ? key : next++)];
        return new RowKeys(trials, keys, next);
    }
}
