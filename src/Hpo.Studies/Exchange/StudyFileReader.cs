using System.Security.Cryptography;
using System.Text.Json;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Studies.Exchange;

/// <summary>
/// Reads a <see cref="StudyFile"/> that may come from anybody: nothing in it is believed before it is checked, and all of it is checked before anything is kept.
/// Whether this program has the study's objective does not matter: what was found can be looked at all the same.
/// </summary>
public sealed class StudyFileReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private readonly BoundedLines _lines;
    private readonly StudyFileLimits _limits;
    private readonly IncrementalHash _hash;

    private StudyFileReader(Stream stream, StudyFileLimits limits, IncrementalHash hash)
    {
        _lines = new BoundedLines(stream, limits.Bytes, StudyFileLimits.LineBytes);
        _limits = limits;
        _hash = hash;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="limits">How much is read; null for the usual.</param>
    /// <exception cref="InvalidInputException">It is not the file of a study, or it is damaged, or something in it is impossible.</exception>
    public static StudyFile Read(Stream stream, StudyFileLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var reader = new StudyFileReader(stream, limits ?? new StudyFileLimits(), hash);
        try
        {
            return reader.Read();
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw reader.Refuse($"The line cannot be read: {exception.Message}");
        }
    }

    private StudyFile Read()
    {
        if (!_lines.TryRead(out var first))
            throw Refuse("The file is empty.");
        var header = ReadHeader(first);
        Append(first);
        var (order, snapshot, events) = (new EventOrder(header.Definition), StudySnapshot.Empty, new List<LoggedEvent<StudyEvent>>());
        while (_lines.TryRead(out var line))
        {
            using var json = JsonDocument.Parse(line, Strict);
            if (json.RootElement.TryGetProperty("sha256", out var sum))
            {
                CheckEnd(json.RootElement.GetProperty("events").GetInt64(), sum.GetString(), events.Count);
                if (header.TrialNotes.Keys.Any(trial => trial < 0 || trial >= snapshot.Trials.Count))
                    throw Refuse("There is a note on a trial that there is not.");
                return header with { Events = events };
            }

            if (events.Count == _limits.Events)
                throw Refuse($"The study has more than {_limits.Events} events, the most that are read.");
            var logged = ReadEvent(json.RootElement);
            order.Check(logged.Event);
            snapshot = snapshot.Apply(logged);
            events.Add(logged);
            Append(line);
        }

        throw Refuse($"The file breaks off after event {events.Count}: it was not copied completely.");
    }

    /// <summary>The first line: the study without its events.</summary>
    private StudyFile ReadHeader(ReadOnlyMemory<byte> line)
    {
        using var json = TryParse(line);
        if (json is null || json.RootElement.ValueKind != JsonValueKind.Object
            || !json.RootElement.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != StudyFile.Format)
        {
            throw Refuse($"This is not the file of a study: its first line does not say \"format\": \"{StudyFile.Format}\".");
        }

        var version = json.RootElement.GetProperty("version").GetInt32();
        if (version != StudyFile.Version)
            throw Refuse($"The file is of version {version}; this program reads version {StudyFile.Version}.");
        var definition = StudyDefinitionJson.Read(json.RootElement.GetProperty("definition").GetRawText());
        var problems = StudyDefinitionRules.FindProblemsInItself(definition);
        if (problems.Count > 0)
            throw new InvalidInputException([.. problems.Select(problem => problem.Within("definition"))]);
        var (metadata, trialNotes) = FileNotes.Read(json.RootElement);
        return new StudyFile(json.RootElement.GetProperty("createdAt").GetDateTimeOffset(), definition, []) { Metadata = metadata, TrialNotes = trialNotes };
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonDocument.Parse(line, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static LoggedEvent<StudyEvent> ReadEvent(JsonElement line) => new(
        line.GetProperty("sequence").GetInt64(),
        StudyEventJson.Read(line.GetProperty("type").GetString() ?? "", line.GetProperty("body").GetRawText()));

    private void CheckEnd(long events, string? sum, int found)
    {
        if (events != found)
            throw Refuse($"The file should hold {events} events and holds {found}.");
        if (!string.Equals(sum, Convert.ToHexString(_hash.GetHashAndReset()), StringComparison.OrdinalIgnoreCase))
            throw Refuse("The file was changed or damaged after it was written: its checksum does not fit.");
        if (_lines.TryRead(out _))
            throw Refuse("Something follows the end of the study.");
    }

    private void Append(ReadOnlyMemory<byte> line)
    {
        _hash.AppendData(line.Span);
        _hash.AppendData("\n"u8);
    }

    private InvalidInputException Refuse(string message) => new([new Problem(_lines.Number == 0 ? "" : $"line {_lines.Number}", message)]);
}
