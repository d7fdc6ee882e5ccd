namespace Hpo.Dashboard.Access;

/// <summary>What was said about the presenter's token at the start. It never tells its text by accident: not in a log, and not in a message.</summary>
public sealed class PresenterToken
{
    /// <summary>The shortest token a person may choose.</summary>
    public const int MinLength = 16;

    /// <summary>The longest token.</summary>
    public const int MaxLength = 200;

    private const int MinDifferent = 6;

    private PresenterToken(string? text, bool isNew) => (Text, IsNew) = (text, isNew);

    /// <summary>The token a person chose; null when the dashboard makes one.</summary>
    internal string? Text { get; }

    /// <summary>Whether all links and cookies given out before lose their worth.</summary>
    public bool IsNew { get; }

    /// <summary>Reads what a person said: <c>auto</c>, <c>new</c>, or the token itself.</summary>
    /// <returns>The token, or why it cannot be one.</returns>
    public static (PresenterToken? Token, string? Problem) Read(string text) => text switch
    {
        "auto" => (new(null, isNew: false), null),
        "new" => (new(null, isNew: true), null),
        _ when text.Length is < MinLength or > MaxLength => (null, $"it has {text.Length} characters, and {MinLength} to {MaxLength} are needed"),
        _ when text.Any(letter => letter is <= ' ' or > '~') => (null, "it contains a space or something else than ASCII letters, digits and signs"),
        _ when text.Distinct().Count() < MinDifferent => (null, $"it is too easy to guess, with fewer than {MinDifferent} different characters"),
        _ => (new(text, isNew: false), null),
    };

    /// <inheritdoc/>
    public override string ToString() => "(secret)";
}
