using System.Text.Encodings.Web;
using System.Text.Json;
using Hpo.Engine.Tuning;

namespace Hpo.Studies.Log;

/// <summary>Events as JSON: a type name and a body, property names in camel case, times as <c>hh:mm:ss.fffffff</c>.</summary>
public static class StudyEventJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>All of them.</summary>
    internal static EventJson<StudyEvent> Events { get; } = new(
    [
        typeof(StudyStarted), typeof(TrialStarted), typeof(TrialResumed), typeof(TrialLost), typeof(CheckpointLost), typeof(EpochReported), typeof(RungReached), typeof(TrialPaused), typeof(TrialEnded),
        typeof(StopRequested), typeof(StudyResumed), typeof(StudyEnded),
        typeof(StopWithdrawn), typeof(PauseRequested), typeof(StudyPaused), typeof(StudyContinued), typeof(NumberOfTrialsChanged), typeof(WorkersChanged),
        typeof(ConfigurationEnqueued), typeof(ConfigurationWithdrawn), typeof(TrialStopRequested),
    ], Options);

    /// <summary>The name under which an event's type is stored: that of its record, in camel case.</summary>
    public static string TypeName(StudyEvent studyEvent)
    {
        ArgumentNullException.ThrowIfNull(studyEvent);
        return EventName.Of(studyEvent.GetType());
    }

    /// <summary>The body of an event.</summary>
    public static string WriteBody(StudyEvent studyEvent) => Events.Write(studyEvent);

    /// <summary>The event of a type name and a body.</summary>
    /// <exception cref="InvalidDataException">They are not those of an event.</exception>
    public static StudyEvent Read(string typeName, string body) => Events.Read(typeName, body);
}
