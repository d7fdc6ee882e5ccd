namespace Hpo.Engine.Tuning;

/// <summary>
/// An interrupted study cannot go on, because its searcher and scheduler, told again what they had been told, do not decide as they did: the
/// program has changed, say. Going on all the same would make another study of it.
/// </summary>
public sealed class CannotResumeException : InvalidOperationException
{
    /// <summary>Says what is different, in words.</summary>
    public CannotResumeException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is different, in words, and what was thrown.</summary>
    public CannotResumeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says nothing in particular.</summary>
    public CannotResumeException()
        : base("The study cannot be resumed.")
    {
    }
}
