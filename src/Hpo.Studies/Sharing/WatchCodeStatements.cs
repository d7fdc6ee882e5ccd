namespace Hpo.Studies.Sharing;

/// <summary>Where the codes of one kind of thing are kept: SQL with the parameters <c>$id</c> and <c>$code</c>, over a column of codes that is unique.</summary>
/// <param name="What">What is shared, as one says it: <c>study</c>.</param>
/// <param name="Of">Selects the code of an id.</param>
/// <param name="Find">Selects the id of a code that can be watched.</param>
/// <param name="Share">Gives an id a code, unless it has one.</param>
/// <param name="Withdraw">Takes the code from an id; changes nothing when it has none.</param>
public sealed record WatchCodeStatements(string What, string Of, string Find, string Share, string Withdraw)
{
    /// <summary>Those of studies.</summary>
    internal static WatchCodeStatements Studies { get; } = new(
        "study",
        "SELECT watch_code FROM study WHERE id = $id",
        "SELECT id FROM study WHERE watch_code = $code AND deleted_at IS NULL",
        "UPDATE study SET watch_code = $code WHERE id = $id AND watch_code IS NULL",
        "UPDATE study SET watch_code = NULL WHERE id = $id AND watch_code IS NOT NULL");
}
