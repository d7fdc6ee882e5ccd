using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Hpo.Engine.Space.Json;

namespace Hpo.Engine.Space;

/// <summary>An immutable, ordered map from hyperparameter names to values; equal to another with the same names and values in the same order.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "configuration is the field's word; it happens to be a map")]
[JsonConverter(typeof(ConfigurationJsonConverter))]
public sealed class Configuration : IReadOnlyDictionary<string, ParameterValue>, IEquatable<Configuration>
{
    private readonly KeyValuePair<string, ParameterValue>[] _entries;

    /// <summary>A configuration with the entries in the order given.</summary>
    /// <exception cref="ArgumentException">A name is used twice.</exception>
    public Configuration(IEnumerable<KeyValuePair<string, ParameterValue>> entries)
    {
        _entries = [.. entries];
        for (var i = 1; i < _entries.Length; i++)
        {
            if (IndexOf(_entries[i].Key) != i)
                throw new ArgumentException($"The name {_entries[i].Key} is used twice.", nameof(entries));
        }
    }

    /// <summary>A configuration with the entries in the order given: <c>new(("learning_rate", 0.1), ("batch_size", 128))</c>.</summary>
    /// <exception cref="ArgumentException">A name is used twice.</exception>
    public Configuration(params IEnumerable<(string Name, ParameterValue Value)> entries)
        : this(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)))
    {
    }

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<ParameterValue> Values => _entries.Select(entry => entry.Value);

    /// <inheritdoc/>
    public ParameterValue this[string name] =>
        TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"The configuration has no hyperparameter {name}.");

    /// <summary>The same configuration with one value replaced.</summary>
    /// <exception cref="KeyNotFoundException">There is no such hyperparameter.</exception>
    public Configuration With(string name, ParameterValue value)
    {
        _ = this[name];
        return new(_entries.Select(entry => entry.Key == name ? KeyValuePair.Create(name, value) : entry));
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out ParameterValue value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? _entries[index].Value : default;
        return index >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ParameterValue>> GetEnumerator() => _entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Configuration? other)
    {
        if (other is null || other._entries.Length != _entries.Length)
            return false;
        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Key != other._entries[i].Key || _entries[i].Value != other._entries[i].Value)
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Configuration);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        // name and value one by one: the hash of a pair would be that of the name alone
        foreach (var (name, value) in _entries)
        {
            hash.Add(name);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The configuration in one line: <c>learning_rate=0.1, batch_size=128</c>.</summary>
    public override string ToString() => string.Join(", ", _entries.Select(entry => $"{entry.Key}={entry.Value.ToShortString()}"));

    private int IndexOf(string name) => Array.FindIndex(_entries, entry => entry.Key == name);
}
