using System.Security.Cryptography;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Sharing;

/// <summary>
/// The short codes by which people join a study to watch it: six letters that are told apart when they are read from a wall or said aloud. A study has at most
/// one, and keeps it until it is withdrawn; one that was withdrawn opens nothing, and is not given back.
/// </summary>
public sealed class WatchCodes
{
    /// <summary>The number of letters of a code: 31⁶ ≈ 890 million codes.</summary>
    public const int Length = 6;

    private const int UniqueConstraint = 2067;

    private readonly DatabaseFile _file;
    private readonly Func<string> _draw;

    internal WatchCodes(DatabaseFile file, Func<string>? draw = null)
    {
        _file = file;
        _draw = draw ?? Draw;
    }

    /// <summary>A code at random.</summary>
    public static string Draw() => RandomNumberGenerator.GetString(StudyService.IdLetters, Length);

    /// <summary>The code in what a person typed: capitals, spaces and hyphens do not matter. Null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        // longer than any way to write six letters: not looked at
        if (typed is null || typed.Length > 4 * Length)
            return null;
        var letters = string.Concat(typed.Where(letter => letter is not ('-' or '–' or '_') && !char.IsWhiteSpace(letter))).ToLowerInvariant();
        return letters.Length == Length && letters.All(StudyService.IdLetters.Contains) ? letters : null;
    }

    /// <summary>A code as people read it: capitals in two groups of three.</summary>
    public static string Write(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        var half = code.Length / 2;
        return $"{code[..half]} {code[half..]}".ToUpperInvariant();
    }

    /// <summary>The code of a study; null when it is not shared, or does not exist.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public string? Of(string studyId) => Single("SELECT watch_code FROM study WHERE id = $value", studyId);

    /// <summary>The id of the study that is shared under a code; null when there is none.</summary>
    /// <param name="typed">The code, as a person typed it.</param>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public string? Find(string? typed) =>
        Read(typed) is { } code ? Single("SELECT id FROM study WHERE watch_code = $value AND deleted_at IS NULL", code) : null;

    /// <summary>Shares a study; returns its code, which is the one it has when it is shared already.</summary>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="IOException">The database cannot be written.</exception>
    public string Share(string studyId) => _file.Use(connection =>
    {
        while (true)
        {
            try
            {
                DatabaseFile.Execute(
                    connection, "UPDATE study SET watch_code = $code WHERE id = $id AND watch_code IS NULL", ("$code", _draw()), ("$id", studyId));
                break;
            }
            catch (SqliteException exception) when (exception.SqliteExtendedErrorCode == UniqueConstraint)
            {
                // another study has this code: draw again
            }
        }

        return Single(connection, "SELECT watch_code FROM study WHERE id = $value", studyId)
            ?? throw new KeyNotFoundException($"There is no study {studyId}.");
    });

    /// <summary>Ends the sharing of a study. Returns false when it was not shared.</summary>
    /// <exception cref="IOException">The database cannot be written.</exception>
    public bool Withdraw(string studyId) => _file.Use(connection =>
        DatabaseFile.Execute(connection, "UPDATE study SET watch_code = NULL WHERE id = $id AND watch_code IS NOT NULL", ("$id", studyId)) > 0);

    private string? Single(string sql, string value) => _file.Use(connection => Single(connection, sql, value));

    private static string? Single(SqliteConnection connection, string sql, string value)
    {
        using var command = DatabaseFile.Command(connection, sql, ("$value", value));
        return command.ExecuteScalar() as string;
    }
}
