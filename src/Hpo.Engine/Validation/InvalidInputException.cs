namespace Hpo.Engine.Validation;

/// <summary>An input was refused; <see cref="Problems"/> says why, field by field.</summary>
public sealed class InvalidInputException : ArgumentException
{
    /// <summary>Refuses an input for the given reasons, of which there is at least one.</summary>
    public InvalidInputException(IReadOnlyList<Problem> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        Problems = problems;
    }

    /// <summary>Everything that is wrong with the input.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
