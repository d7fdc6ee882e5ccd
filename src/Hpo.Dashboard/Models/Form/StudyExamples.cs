namespace Hpo.Dashboard.Models.Form;

/// <summary>The ready-made studies of the home page, in its order.</summary>
public sealed record StudyExamples(IReadOnlyList<StudyExample> All)
{
    /// <summary>The example that an address names; null for none of that name.</summary>
    public StudyExample? Find(string? key) => All.FirstOrDefault(example => example.Key == key);
}
