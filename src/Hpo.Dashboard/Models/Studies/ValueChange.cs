using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>The value of one hyperparameter beside the one it had before.</summary>
/// <param name="Name">The hyperparameter.</param>
/// <param name="Value">Its value now.</param>
/// <param name="Previous">Its value before; null when there was nothing before.</param>
public sealed record ValueChange(string Name, ParameterValue Value, ParameterValue? Previous)
{
    /// <summary>Whether the value is another one than before.</summary>
    public bool IsChanged => Previous is { } previous && previous != Value;

    /// <summary>An arrow for a number that rose or fell; empty for anything else.</summary>
    public string Arrow => IsChanged && Value.IsNumber && Previous!.Value.IsNumber
        ? Value.AsReal() > Previous.Value.AsReal() ? "↑" : "↓"
        : "";
}
