using System.Security.Cryptography;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Sharing;

/// <summary>
/// The short codes by which people join to watch something, such as a study: six letters that are told apart when they are read from a wall or said aloud. Each
/// has at most one, and keeps it until it is withdrawn; one that was withdrawn opens nothing, and is not given back.
/// </summary>
public sealed class WatchCodes
{
    /// <summary>The number of letters of a code: 31⁶ ≈ 890 million codes.</summary>
    public const int Length = 6;

    private const int UniqueConstraint = 2067;

    private readonly DatabaseFile _file;
    private readonly WatchCodeStatements _sql;
    private readonly Func<string> _draw;

    /// <summary>The codes of one kind of thing in a database.</summary>
    /// <param name="file">The database.</param>
    /// <param name="statements">Where it keeps them.</param>
    public WatchCodes(DatabaseFile file, WatchCodeStatements statements)
        : this(file, statements, null)
    {
    }

    internal WatchCodes(DatabaseFile file, WatchCodeStatements statements, Func<string>? draw)
    {
        _file = file;
        _sql = statements;
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

    /// <summary>The code of an id; null when it is not shared, or does not exist.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public string? Of(string id) => _file.Use(connection => Single(connection, _sql.Of, ("$id", id)));

    /// <summary>The id of what is shared under a code; null when there is nothing.</summary>
    /// <param name="typed">The code, as a person typed it.</param>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public string? Find(string? typed) =>
        Read(typed) is { } code ? _file.Use(connection => Single(connection, _sql.Find, ("$code", code))) : null;

    /// <summary>Shares an id; returns its code, which is the one it has when it is shared already.</summary>
    /// <exception cref="KeyNotFoundException">There is nothing of this id.</exception>
    /// <exception cref="IOException">The database cannot be written.</exception>
    public string Share(string id) => _file.Use(connection =>
    {
        while (true)
        {
            try
            {
                DatabaseFile.Execute(connection, _sql.Share, ("$code", _draw()), ("$id", id));
                break;
            }
            catch (SqliteException exception) when (exception.SqliteExtendedErrorCode == UniqueConstraint)
            {
                // another one has this code: draw again
            }
        }

        return Single(connection, _sql.Of, ("$id", id)) ?? throw new KeyNotFoundException($"There is no {_sql.What} {id}.");
    });

    /// <summary>Ends the sharing of an id. Returns false when it was not shared.</summary>
    /// <exception cref="IOException">The database cannot be written.</exception>
    public bool Withdraw(string id) => _file.Use(connection => DatabaseFile.Execute(connection, _sql.Withdraw, ("$id", id)) > 0);

    private static string? Single(SqliteConnection connection, string sql, (string Name, object Value) parameter)
    {
        using var command = DatabaseFile.Command(connection, sql, parameter);
        return command.ExecuteScalar() as string;
    }
}
