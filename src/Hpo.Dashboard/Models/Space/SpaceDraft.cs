using System.Collections.Immutable;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>A configuration space and its initial configuration as they stand in the form. Immutable: each change gives a new one.</summary>
public sealed record SpaceDraft
{
    public ImmutableArray<ParameterDraft> Rows { get; init; } = [];

    /// <summary>Whether the initial values are tried first; otherwise the first trial is drawn like all others.</summary>
    public bool UsesInitial { get; init; } = true;

    /// <summary>The id of the next new row. Ids are never used again, so that undo cannot mix rows up.</summary>
    public int NextId { get; init; } = 1;

    public static SpaceDraft Of(ConfigSpace space, Configuration? initial) => new()
    {
        Rows =
        [
            .. space.Parameters.Select((parameter, i) => ParameterDraft.Of(
                i + 1, parameter, initial is not null && initial.TryGetValue(parameter.Name, out var value) ? value : (ParameterValue?)null)),
        ],
        UsesInitial = initial is not null,
        NextId = space.Parameters.Length + 1,
    };

    public ParameterDraft? Find(int id) => Rows.FirstOrDefault(row => row.Id == id);

    public int IndexOf(int id) => Rows.IndexOf(Rows.FirstOrDefault(row => row.Id == id)!);

    /// <summary>With a new row at the end.</summary>
    public SpaceDraft Add(NewHyperparameter hyperparameter)
    {
        ArgumentNullException.ThrowIfNull(hyperparameter);
        return Add(ParameterDraft.Of(NextId, hyperparameter.Parameter, hyperparameter.Initial));
    }

    public SpaceDraft Add(ParameterDraft row) => this with { Rows = Rows.Add(row), NextId = Math.Max(NextId, row.Id) + 1 };

    public SpaceDraft Remove(int id) => this with { Rows = Rows.RemoveAll(row => row.Id == id) };

    /// <summary>With a row moved up (-1) or down (+1); the same draft when it stands at that end already.</summary>
    public SpaceDraft Move(int id, int by)
    {
        var from = IndexOf(id);
        var to = Math.Clamp(from + by, 0, Rows.Length - 1);
        return from < 0 || from == to ? this : this with { Rows = Rows.RemoveAt(from).Insert(to, Rows[from]) };
    }

    public SpaceDraft Set(int id, SpaceField field, string text) => Change(id, row => row[field] == text ? row : row.With(field, text));

    public SpaceDraft SetType(int id, DomainType type) => Change(id, row => row.WithType(type));

    private SpaceDraft Change(int id, Func<ParameterDraft, ParameterDraft> change)
    {
        var index = IndexOf(id);
        if (index < 0)
            return this;
        var row = change(Rows[index]);
        return ReferenceEquals(row, Rows[index]) ? this : this with { Rows = Rows.SetItem(index, row) };
    }
}
