namespace Hpo.Engine.Validation;

/// <summary>Something wrong with an input, in words for the person who typed it.</summary>
/// <param name="Path">
/// The field it belongs to, from the outside in and separated by dots: <c>learning_rate.lower</c> in a space,
/// <c>stop.trials</c> in a study. Empty when it concerns the whole.
/// </param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record Problem(string Path, string Message)
{
    /// <summary>The same problem seen from one level further out.</summary>
    public Problem Within(string parent) => this with { Path = Path.Length == 0 ? parent : $"{parent}.{Path}" };

    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
