using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Hpo.Studies.Catalog;

/// <summary>The components of one role, in the order in which they are offered; the first is the default.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "a section of the catalog; it happens to be enumerable")]
public sealed class CatalogSection<T> : IEnumerable<T>
    where T : CatalogEntry
{
    private readonly ImmutableArray<T> _entries;

    /// <summary>A section of at least one entry.</summary>
    /// <exception cref="ArgumentException">There is none, or two have the same type.</exception>
    public CatalogSection(IEnumerable<T> entries)
    {
        _entries = [.. entries];
        if (_entries.IsEmpty)
            throw new ArgumentException("A section of the catalog needs an entry.", nameof(entries));
        if (_entries.Select(entry => entry.Type).Distinct().Count() != _entries.Length)
            throw new ArgumentException("Two entries have the same type.", nameof(entries));
    }

    /// <summary>The first entry.</summary>
    public T Default => _entries[0];

    /// <summary>The entry of a type; null when there is none.</summary>
    public T? Find(string type) => _entries.FirstOrDefault(entry => entry.Type == type);

    /// <summary>The entry of a type.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T Get(string type) => Find(type) ?? throw new KeyNotFoundException($"The catalog has no {typeof(T).Name} of type \"{type}\".");

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
