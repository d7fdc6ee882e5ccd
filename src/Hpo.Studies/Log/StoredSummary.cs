using System.Text.Json;
using System.Text.Json.Serialization;
using Hpo.Studies.Views;

namespace Hpo.Studies.Log;

/// <summary>A study as one line of a list, as it stood after one of its events.</summary>
/// <param name="Sequence">That event: the summary holds as long as it is the last one.</param>
/// <param name="Summary">The line.</param>
internal sealed record StoredSummary(long Sequence, StudySummary Summary)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The summary as JSON.</summary>
    public string Body => JsonSerializer.Serialize(Summary, Options);

    /// <summary>The summary that is stored of a study; null when there is none of its last event, or when an earlier version wrote another one.</summary>
    public static StoredSummary? Read(StudyEnd end)
    {
        if (end.Body is null || end.SummarySequence != end.Sequence)
            return null;
        try
        {
            return JsonSerializer.Deserialize<StudySummary>(end.Body, Options) is { } summary ? new(end.Sequence, summary) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
