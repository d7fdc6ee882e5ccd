namespace Hpo.Studies.Log;

/// <summary>Where the logs of one kind are in the database, and what they are called.</summary>
/// <param name="Noun">One of them in words, <c>study</c>.</param>
/// <param name="Nouns">Several in words, <c>studies</c>.</param>
/// <param name="Item">The table with a row for each; its key is the column <c>id</c>.</param>
/// <param name="Key">The column of the other tables that says whose a row is.</param>
/// <param name="Event">The table of events: key, <c>sequence</c>, <c>type</c>, <c>body</c>.</param>
/// <param name="Lease">The table of leases: key, <c>process</c>, <c>token</c>.</param>
/// <param name="Request">The table of what processes ask of each other: <c>id</c>, key, <c>asker</c>, <c>command</c>, <c>answer</c>.</param>
public sealed record LogTables(string Noun, string Nouns, string Item, string Key, string Event, string Lease, string Request);
