using System.Text;
using System.Text.Json;
using Hpo.Dashboard.Theming;
using Hpo.Figures;
using Hpo.Figures.Studies;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Live;

/// <summary>
/// How the figures of a study are described at a moment of its broadcast, each with the sequence number since which it is so. They follow from the events alone: a
/// viewer that knew the study from there on knows them. Described and encoded when one of them has changed and a viewer asks, once for all viewers.
/// </summary>
internal sealed class StudyDescriptions
{
    // counted on from moment to moment; only the newest of them does so, on the broadcast's thread
    private readonly StudyTally _tally;
    private readonly Part[] _figures;
    private readonly Part _fits;

    private StudyDescriptions(IWatchedStudy watched, StudySnapshot study, LiveOptions options, StudyDescriptions? before)
    {
        _tally = before?._tally ?? new();
        _tally.Follow(study);
        var shapes = StudyShapes.Of(_tally, watched.Objective, watched.Workers, options.MaxDrawnCurves);
        (string Name, StudyShape? Shape)[] figures = [("incumbent", shapes.Incumbent), ("curves", shapes.Curves), ("timeline", shapes.Timeline)];
        _figures = [.. figures.Select((it, place) => Part.Of(it.Name, it.Shape, study.Sequence, before?._figures[place], Describe))];
        var fits = new { incumbent = shapes.Fit, final = shapes.FinalFit };
        _fits = Part.Of("fits", fits, study.Sequence, before?._fits, Serialize);
    }

    /// <summary>The descriptions at a moment.</summary>
    /// <param name="watched">The study.</param>
    /// <param name="study">How it stands.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="before">Those of the moment before; null for the first.</param>
    public static StudyDescriptions Of(IWatchedStudy watched, StudySnapshot study, LiveOptions options, StudyDescriptions? before) =>
        new(watched, study, options, before);

    /// <summary>
    /// Writes what a viewer lacks: <c>figures</c> (<c>incumbent</c>, <c>curves</c>, which is null for what has no epochs, <c>timeline</c>), each as <see cref="FigureDescription"/> says and without
    /// points, and <c>fits</c> (<c>incumbent</c> and <c>final</c>, a <see cref="FigureFit"/> each), the part of the y axis to be shown where it is not all there is.
    /// </summary>
    /// <param name="writer">Within the frame.</param>
    /// <param name="after">The sequence number of what the viewer has; null for nothing.</param>
    public void Write(Utf8JsonWriter writer, long? after)
    {
        var figures = _figures.Where(part => part.IsNewSince(after)).ToList();
        if (figures.Count > 0)
        {
            writer.WriteStartObject("figures");
            figures.ForEach(part => part.Write(writer));
            writer.WriteEndObject();
        }

        if (_fits.IsNewSince(after))
            _fits.Write(writer);
    }

    private static byte[] Describe(object? shape) =>
        shape is StudyShape it ? Encoding.UTF8.GetBytes(FigureJson.Write(it.Describe(FigureStyles.Page))) : "null"u8.ToArray();

    private static byte[] Serialize(object? fits) => JsonSerializer.SerializeToUtf8Bytes(fits, FigureJson.Options);

    /// <summary>One of them, and what it follows from.</summary>
    private sealed class Part(string name, object? source, long since, Func<object?, byte[]> encode)
    {
        private readonly Lazy<byte[]> _json = new(() => encode(source));

        public static Part Of(string name, object? source, long sequence, Part? before, Func<object?, byte[]> encode) =>
            before is not null && Equals(before.Source, source) ? before : new(name, source, sequence, encode);

        private object? Source => source;

        public bool IsNewSince(long? after) => after is not { } sequence || since > sequence;

        public void Write(Utf8JsonWriter writer)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(_json.Value, skipInputValidation: true);
        }
    }
}
