using System.Collections.Immutable;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Steering;

/// <summary>A configuration as it is typed, field by field, right or wrong.</summary>
/// <param name="Fields">A field for each hyperparameter, in the order of the space.</param>
public sealed record ConfigurationDraft(ImmutableArray<ConfigurationField> Fields)
{
    /// <summary>The fields, filled from a configuration of the space.</summary>
    public static ConfigurationDraft Of(ConfigSpace space, Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(configuration);
        return new([.. space.Parameters.Select(parameter => ConfigurationField.Of(parameter.Name, parameter.Domain, configuration[parameter.Name]))]);
    }

    /// <summary>What was typed; null as long as something is wrong.</summary>
    public Configuration? Configuration =>
        Fields.All(one => one.Problem is null) ? new(Fields.Select(one => (one.Name, one.Value!.Value))) : null;

    /// <summary>The draft with another text in one field.</summary>
    public ConfigurationDraft With(string name, string text) =>
        new([.. Fields.Select(field => field.Name == name ? field with { Text = text } : field)]);
}
