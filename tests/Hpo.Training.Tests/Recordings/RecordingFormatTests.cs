using System.IO.Compression;
using System.Text;
using Hpo.Training.Recordings;

namespace Hpo.Training.Tests.Recordings;

public class RecordingFormatTests
{
    private static readonly RecordingPlan Plan = RecordingPlan.For("fake", new FakeTraining(), 3, 0, 1, 4);
    private static readonly RecordingOrigin Origin = new("A processor", 2, "2026-11-25", "1.0.0", "record --objective fake");
    private static readonly RecordedRun Run = new(1, 0, Plan.Default, 5, [0.5, 0.25], [1.5, 1.25]);

    private static readonly string Text = Lines(new(Plan: Plan), new(Origin: Origin), new(Run: Run), new(Run: Run with { Index = 2, Errors = [0.5, null] }));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var recording = RecordingFormat.Read(new StringReader(Text));
        Assert.Equal(Plan, recording.Plan);
        Assert.Equal([Origin], recording.Origins);
        Assert.Equal([1, 2], recording.Runs.Select(run => run.Index));
        Assert.Equal((Run.Configuration, Run.Seed, Run.Replicate), (recording.Runs[0].Configuration, recording.Runs[0].Seed, recording.Runs[0].Replicate));
        Assert.Equal(Run.Errors, recording.Runs[0].Errors);
        Assert.Equal(Run.Seconds, recording.Runs[0].Seconds);
        Assert.Equal([0.5, null], recording.Runs[1].Errors);
    }

    [Fact]
    public void Compressed_it_is_the_same()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Text));
        stream.Position = 0;
        Assert.Equal(Text, Written(RecordingFormat.ReadCompressed(stream)));
    }

    [Fact]
    public void Wherever_the_last_line_is_cut_off_the_others_count()
    {
        var lastLine = Text.TrimEnd('\n').LastIndexOf('\n') + 1;
        for (var length = lastLine; length < Text.Length - 1; length++)
            Assert.Equal([1], RecordingFormat.Read(new StringReader(Text[..length])).Runs.Select(run => run.Index));
    }

    [Fact]
    public void A_broken_line_before_the_last_is_no_accident_and_is_refused()
    {
        var broken = Text.Replace("\"seed\":5", "\"seed\":", StringComparison.Ordinal);
        var exception = Assert.Throws<InvalidDataException>(() => RecordingFormat.Read(new StringReader(broken)));
        Assert.StartsWith("Line 3 of the recording cannot be read: ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The recording is empty.")]
    [InlineData("{\"run\":null}", "The recording does not begin with its plan.")]
    public void What_is_no_recording_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => RecordingFormat.Read(new StringReader(text))).Message);

    private static string Lines(params IEnumerable<RecordingLine> lines) => string.Concat(lines.Select(line => RecordingFormat.Write(line) + "\n"));

    private static string Written(Recording recording) => Lines(
    [
        new(Plan: recording.Plan),
        .. recording.Origins.Select(origin => new RecordingLine(Origin: origin)),
        .. recording.Runs.Select(run => new RecordingLine(Run: run)),
    ]);
}
