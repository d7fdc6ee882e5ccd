namespace Hpo.Training.Recordings;

/// <summary>The file that a recording grows in. Lines may be added by several threads.</summary>
public sealed class RecordingFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _stream;
    private readonly StreamWriter _writer;

    private RecordingFile(string path, Recording recording, long keep)
    {
        Recording = recording;
        _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        // what follows the last whole line was cut off when it was written
        _stream.SetLength(keep);
        _stream.Seek(0, SeekOrigin.End);
        _writer = new StreamWriter(_stream);
        if (keep == 0)
            Append(new RecordingLine(Plan: recording.Plan));
    }

    /// <summary>What the file held when it was opened.</summary>
    public Recording Recording { get; }

    /// <summary>Opens the file of a recording to go on with it, or begins one.</summary>
    /// <exception cref="InvalidDataException">The file is no recording, or one with another plan.</exception>
    public static RecordingFile Open(string path, RecordingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!File.Exists(path))
            return new RecordingFile(path, new Recording(plan, [], []), 0);
        var bytes = File.ReadAllBytes(path);
        var keep = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (keep == 0)
            return new RecordingFile(path, new Recording(plan, [], []), 0);
        using var reader = new StreamReader(new MemoryStream(bytes, 0, keep));
        var recording = RecordingFormat.Read(reader);
        if (RecordingFormat.Write(new RecordingLine(Plan: recording.Plan)) != RecordingFormat.Write(new RecordingLine(Plan: plan)))
            throw new InvalidDataException($"{path} is the recording of another plan: give the same numbers as when it was begun, or another file.");
        return new RecordingFile(path, recording, keep);
    }

    /// <summary>Says how the runs that follow are made.</summary>
    public void Add(RecordingOrigin origin) => Append(new RecordingLine(Origin: origin));

    /// <summary>Adds a training that is done; it is on the disk when this returns.</summary>
    public void Add(RecordedRun run) => Append(new RecordingLine(Run: run));

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void Append(RecordingLine line)
    {
        lock (_gate)
        {
            _writer.Write(RecordingFormat.Write(line) + '\n');
            _writer.Flush();
            _stream.Flush(flushToDisk: true);
        }
    }
}
