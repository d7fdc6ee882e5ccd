namespace Hpo.Dashboard.Models.Space;

/// <summary>Something wrong with a space's JSON, and where.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Line">The line, from 1; null when it concerns the whole text.</param>
/// <param name="Column">The column, from 1; null when it concerns the whole text.</param>
public sealed record JsonProblem(string Message, int? Line = null, int? Column = null)
{
    public override string ToString() => Line is null ? Message : $"Line {Line}, column {Column}: {Message}";
}
