using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;
using Hpo.Studies.Exchange;
using Hpo.Studies.Log;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Exchange;

public sealed class StudyFileTests
{
    private static readonly StudyFile Study = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero), Definition, Events)
    {
        Metadata = new("Slow,\nbut it works", ["first try", "LeNet"]),
        TrialNotes = ImmutableSortedDictionary<int, string>.Empty.Add(2, "\"odd\""),
    };

    [Fact]
    public async Task A_study_comes_back_as_it_was()
    {
        var file = Read(await Write(Study));

        Assert.Equal(Study.CreatedAt, file.CreatedAt);
        Assert.Equal(StudyDefinitionJson.Write(Definition), StudyDefinitionJson.Write(file.Definition));
        Assert.Equal(Events, file.Events);
        Assert.Equal((Study.Metadata, 2, "\"odd\""), (file.Metadata, Assert.Single(file.TrialNotes).Key, file.TrialNotes[2]));
    }

    [Fact]
    public async Task A_person_can_read_it()
    {
        var lines = Encoding.UTF8.GetString(await Write(Study)).Split('\n');

        Assert.StartsWith("{\"format\":\"hpo-study\",\"version\":1,", lines[0], StringComparison.Ordinal);
        Assert.Equal(Events.Count + 3, lines.Length);
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_anywhere_is_noticed()
    {
        var bytes = await Write(Study);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidInputException>(() => Read(bytes[..length]));
    }

    [Fact]
    public async Task A_file_of_which_any_byte_was_changed_is_noticed()
    {
        var bytes = await Write(Study);
        for (var i = 0; i < bytes.Length; i++)
        {
            // the case of the checksum's letters does not matter
            if (i >= bytes.Length - 67 && char.IsAsciiLetter((char)bytes[i]))
                continue;
            byte[] changed = [.. bytes];
            changed[i] ^= 0x20;
            Assert.Throws<InvalidInputException>(() => Read(changed));
        }
    }

    [Fact]
    public async Task A_file_whose_line_ends_were_changed_on_its_way_is_read()
    {
        var text = Encoding.UTF8.GetString(await Write(Study));
        Assert.Equal(Events, Read(Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))).Events);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("\n", "line 1: This is not the file of a study")]
    [InlineData("trial,error\n0,0.1\n", "line 1: This is not the file of a study")]
    [InlineData("{\"format\":\"hpo-study\",\"version\":2}\n", "line 1: The file is of version 2")]
    [InlineData("{\"format\":\"hpo-study\",\"version\":1}\n", "line 1: The line cannot be read")]
    [InlineData("{\"format\":\"hpo-study\",\"version\":\"1\"}\n", "line 1: The line cannot be read")]
    [InlineData("{\"format\":\"hpo-study\",\"version\":1,\"definition\":[]}\n", "line 1: The line cannot be read")]
    [InlineData("{\"format\":\"hpo-study\",\"format\":\"hpo-study\"}\n", "line 1: This is not the file of a study")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]\n", "line 1: This is not the file of a study")]
    public void What_is_no_study_is_refused_in_words(string text, string words) =>
        Assert.StartsWith(words, Assert.Throws<InvalidInputException>(() => Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"warmStart\":{\"trials\":[null]}")]
    [InlineData("\"warmStart\":{\"trials\":[{\"configuration\":{\"x\":7},\"error\":1,\"epochs\":1}],\"studies\":[null]}")]
    [InlineData("\"initialConfigurations\":[null]")]
    [InlineData("\"clonedFrom\":{\"id\":\"../..\",\"name\":\"x\"}")]
    public void What_is_missing_in_a_definition_is_told(string more)
    {
        var definition = StudyDefinitionJson.Write(Definition with { InitialConfigurations = [] }).ReplaceLineEndings("").TrimEnd('}') + $",{more}}}";
        var text = $$"""{"format":"hpo-study","version":1,"createdAt":"2026-11-22T08:00:00Z","definition":{{definition.Replace("\"initialConfigurations\": [],", "", StringComparison.Ordinal)}}}""" + "\n";
        Assert.StartsWith("definition.", Assert.Throws<InvalidInputException>(() => Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_the_end_is_refused() =>
        Assert.Contains("Something follows", Assert.Throws<InvalidInputException>(() => Read([.. File([]), .. "{}\n"u8])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Limits_end_the_reading()
    {
        var bytes = await Write(Study);
        Assert.Contains("more than 3 events", Refusal(bytes, new StudyFileLimits(Events: 3)), StringComparison.Ordinal);
        Assert.Contains("larger than", Refusal(bytes, new StudyFileLimits(Bytes: 1000)), StringComparison.Ordinal);
        Assert.Contains("longer than 4 MB", Refusal([.. new byte[5 * 1024 * 1024]], new StudyFileLimits()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_that_no_program_could_run_is_refused()
    {
        var huge = Study with { Definition = Definition with { Workers = 1_000_000, Name = "two\nlines", Objective = new(new string('x', 1000)) } };
        var bytes = await Write(huge);
        var refusal = Assert.Throws<InvalidInputException>(() => Read(bytes));
        Assert.Equal(["definition.name", "definition.workers", "definition.objective"], refusal.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void What_people_did_to_a_study_travels_with_it()
    {
        LoggedEvent<StudyEvent>[] events = Number(
            Start,
            new ConfigurationEnqueued(TimeSpan.Zero, 1, Initial, 6),
            Trial with { Enqueued = 1 },
            new PauseRequested(TimeSpan.Zero),
            new StudyPaused(TimeSpan.Zero),
            new StudyContinued(TimeSpan.Zero),
            new NumberOfTrialsChanged(TimeSpan.Zero, 7),
            new WorkersChanged(TimeSpan.Zero, 3),
            new TrialStopRequested(TimeSpan.Zero, 0),
            End with { Status = TrialStatus.Stopped },
            new ConfigurationEnqueued(TimeSpan.Zero, 2, Initial, 8),
            new ConfigurationWithdrawn(TimeSpan.Zero, 2, 7),
            new StopRequested(TimeSpan.Zero),
            new StopWithdrawn(TimeSpan.Zero),
            new StudyEnded(TimeSpan.Zero, StudyOutcome.Completed, "All 7 trials have run."));
        Assert.Equal(events, Read(File([.. events.Select(Line)])).Events);
    }

    public static TheoryData<string, StudyEvent[]> Impossible => new()
    {
        { "no start", [new TrialStarted(TimeSpan.Zero, 0, Initial, "", 0)] },
        { "two starts", [Start, Start] },
        { "time runs back", [Start, Trial with { Elapsed = Seconds(1) }, new StopRequested(Seconds(0.5))] },
        { "time without end", [Start, new StopRequested(TimeSpan.MaxValue)] },
        { "a number left out", [Start, Trial with { TrialId = 1 }] },
        { "no such trial", [Start, new EpochReported(TimeSpan.Zero, 0, 1, 0.5, TimeSpan.Zero)] },
        { "a negative trial", [Start, Trial, new EpochReported(TimeSpan.Zero, -1, 1, 0.5, TimeSpan.Zero)] },
        { "a child of itself", [Start, Trial with { ParentId = 0 }] },
        { "a worker too many", [Start, Trial with { Worker = 1_000_000 }] },
        { "outside of the space", [Start, Trial with { Configuration = Initial.With("x", 2) }] },
        { "epochs run back", [Start, Trial, new EpochReported(TimeSpan.Zero, 0, 2, 0.5, TimeSpan.Zero), new EpochReported(TimeSpan.Zero, 0, 2, 0.5, TimeSpan.Zero)] },
        { "a runtime below zero", [Start, Trial, new EpochReported(TimeSpan.Zero, 0, 1, 0.5, Seconds(-1))] },
        { "resumed while running", [Start, Trial, new TrialResumed(TimeSpan.Zero, 0, "", 0)] },
        { "paused after its end", [Start, Trial, End, new TrialPaused(TimeSpan.Zero, 0, TimeSpan.Zero, "")] },
        { "ended twice", [Start, Trial, End, End] },
        { "ended as running", [Start, Trial, End with { Status = TrialStatus.Running }] },
        { "ended as nothing known", [Start, Trial, End with { Status = (TrialStatus)99 }] },
        { "a study ended as nothing known", [Start, new StudyEnded(TimeSpan.Zero, (StudyOutcome)99, "")] },
        { "something after the end", [Start, new StudyEnded(TimeSpan.Zero, StudyOutcome.Completed, ""), Trial] },
        { "resumed after completion", [Start, new StudyEnded(TimeSpan.Zero, StudyOutcome.Completed, ""), new StudyResumed(TimeSpan.Zero, default)] },
        { "trials without number", [Start, new NumberOfTrialsChanged(TimeSpan.Zero, int.MaxValue)] },
        { "no worker left", [Start, new WorkersChanged(TimeSpan.Zero, 0)] },
        { "outside of the space, by hand", [Start, new ConfigurationEnqueued(TimeSpan.Zero, 0, Initial.With("x", 2), 6)] },
        { "enqueued twice", [Start, new ConfigurationEnqueued(TimeSpan.Zero, 0, Initial, 6), new ConfigurationEnqueued(TimeSpan.Zero, 0, Initial, 7)] },
        { "withdrawn and never enqueued", [Start, new ConfigurationWithdrawn(TimeSpan.Zero, 0, 5)] },
        { "tried and never enqueued", [Start, Trial with { Enqueued = 3 }] },
        { "stopped by hand and never started", [Start, new TrialStopRequested(TimeSpan.Zero, 0)] },
        { "a bracket that is nothing", [Start with { Brackets = [null!] }] },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void An_impossible_event_is_refused_with_its_line(string what, StudyEvent[] events)
    {
        var refusal = Refusal(File([.. Number(events).Select(Line)]), new StudyFileLimits());
        Assert.True(refusal.StartsWith($"line {events.Length + 1}: ", StringComparison.Ordinal), $"{what}: {refusal}");
    }

    [Theory]
    [InlineData("\"notes\":1", "line 1: ")]
    [InlineData("\"tags\":[null]", "line 1: ")]
    [InlineData("\"tags\":[\"a,b\"]", "tags: ")]
    [InlineData("\"tags\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"]", "tags: ")]
    [InlineData("\"trialNotes\":{\"x\":\"note\"}", "line 1: ")]
    [InlineData("\"trialNotes\":{\"99999999999999999999\":\"note\"}", "line 1: ")]
    [InlineData("\"trialNotes\":{\"0\":\"on no trial\"}", "line 2: ")]
    public void Notes_and_tags_keep_to_the_rules_for_what_people_type(string more, string words) =>
        Assert.StartsWith(words, Refusal(File([], more), new StudyFileLimits()), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"sequence":1,"type":"unheardOf","body":{}}""")]
    [InlineData("""{"sequence":2,"type":"studyStarted","body":{"startedAt":"2026-11-22T08:00:00Z","elapsed":"00:00:00"}}""")]
    [InlineData("""{"sequence":1,"type":"studyStarted","body":null}""")]
    [InlineData("""{"sequence":1,"type":"studyStarted","body":{}}""")]
    [InlineData("""{"sequence":1,"type":null,"body":{}}""")]
    [InlineData("""{"type":"studyStarted"}""")]
    [InlineData("[]")]
    [InlineData("1")]
    public void A_line_that_is_no_event_is_refused(string line) => Assert.StartsWith("line 2: ", Refusal(File([line]), new StudyFileLimits()), StringComparison.Ordinal);

    [Fact]
    public void An_error_that_is_no_finite_number_is_refused()
    {
        string[] lines = [.. Number(Start, Trial).Select(Line), """{"sequence":3,"type":"epochReported","body":{"trialId":0,"epoch":1,"error":1e999,"runtime":"00:00:00","elapsed":"00:00:00"}}"""];
        Assert.Equal("line 4: The line cannot be read: The error of an epoch is a finite number.", Refusal(File(lines), new StudyFileLimits()));
    }

    private static StudyStarted Start => new(TimeSpan.Zero, default);

    private static TrialStarted Trial => new(TimeSpan.Zero, 0, Initial, "", 0);

    private static TrialEnded End => new(TimeSpan.Zero, 0, TrialStatus.Completed, TimeSpan.Zero, null);

    private static string Line(LoggedEvent<StudyEvent> logged) =>
        $$"""{"sequence":{{logged.Sequence}},"type":"{{StudyEventJson.TypeName(logged.Event)}}","body":{{StudyEventJson.WriteBody(logged.Event)}}}""";

    /// <summary>A file with a sound header and a checksum that fits.</summary>
    private static byte[] File(string[] events, string more = "\"notes\":\"\"")
    {
        var definition = StudyDefinitionJson.Write(Definition).ReplaceLineEndings("");
        string[] lines = [$$"""{"format":"hpo-study","version":1,"createdAt":"2026-11-22T08:00:00Z","definition":{{definition}},{{more}}}""", .. events];
        var body = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        return [.. body, .. Encoding.UTF8.GetBytes($$"""{"events":{{events.Length}},"sha256":"{{Convert.ToHexStringLower(SHA256.HashData(body))}}"}""" + "\n")];
    }

    private static string Refusal(byte[] bytes, StudyFileLimits limits) => Assert.Throws<InvalidInputException>(() => Read(bytes, limits)).Message;

    private static StudyFile Read(byte[] bytes, StudyFileLimits? limits = null) => StudyFileReader.Read(new MemoryStream(bytes), limits);

    private static async Task<byte[]> Write(StudyFile study)
    {
        using var stream = new MemoryStream();
        await StudyFileWriter.WriteAsync(study, stream);
        return stream.ToArray();
    }
}
