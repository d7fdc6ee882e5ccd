namespace Hpo.Studies.Running.Commands;

/// <summary>What became of a command.</summary>
/// <param name="IsDone">Whether it was carried out.</param>
/// <param name="Words">What was done, or why it was not.</param>
/// <param name="Undo">What takes it back; null when nothing does, or nothing was done.</param>
public sealed record StudyAnswer(bool IsDone, string Words, StudyCommand? Undo = null)
{
    /// <summary>It was carried out.</summary>
    public static StudyAnswer Done(string words, StudyCommand? undo = null) => new(true, words, undo);

    /// <summary>It was not carried out.</summary>
    public static StudyAnswer Refused(string reason) => new(false, reason);
}
