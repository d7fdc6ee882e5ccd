using System.Globalization;
using Hpo.Studies.Running;

namespace Hpo.Cli.Output;

/// <summary>How far a study is, on one line: rewritten in place on a terminal, a new line now and then elsewhere.</summary>
internal sealed class ProgressLine(TextWriter writer, bool isTerminal, TimeProvider time)
{
    /// <summary>A file that is looked at later needs no ten lines a second.</summary>
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private long? _written;
    private string _shown = "";

    /// <summary>How far a study is, in words: <c>trials 3/20 · best 0.1234 · 2 running · 0:12</c>.</summary>
    public static string Text(LiveStudy study)
    {
        var snapshot = study.Snapshot;
        var best = snapshot.Incumbent is { } incumbent ? incumbent.Error.ToString("G4", CultureInfo.InvariantCulture) : "none yet";
        var elapsed = study.ElapsedNow;
        var clock = elapsed.ToString(elapsed.TotalHours < 1 ? @"m\:ss" : elapsed.TotalDays < 1 ? @"h\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
        string[] parts =
        [
            $"trials {snapshot.Finished}/{snapshot.TrialsAsked(study.Definition)}",
            $"best {best}",
            .. snapshot.Failed > 0 ? [$"{snapshot.Failed} failed"] : Array.Empty<string>(),
            $"{snapshot.Running} running",
            clock,
        ];
        return string.Join(" · ", parts);
    }

    /// <summary>Shows how far the study is.</summary>
    public void Show(LiveStudy study)
    {
        var text = Text(study);
        if (isTerminal)
        {
            // blanks over what was longer
            writer.Write($"\r{text.PadRight(_shown.Length)}");
            _shown = text;
        }
        else if (_written is not { } last || time.GetElapsedTime(last) >= BetweenLines)
        {
            _written = time.GetTimestamp();
            writer.WriteLine(text);
        }
    }

    /// <summary>Shows where the study ended, and ends the line.</summary>
    public void End(LiveStudy study)
    {
        if (!isTerminal)
            _written = null;
        Show(study);
        EndLine();
    }

    /// <summary>Says something in a line of its own.</summary>
    public void Say(string text)
    {
        EndLine();
        writer.WriteLine(text);
    }

    private void EndLine()
    {
        if (_shown.Length > 0)
            writer.WriteLine();
        _shown = "";
    }
}
