using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Cli.Output;

/// <summary>How far something is, on one line: rewritten in place on a terminal, a new line now and then elsewhere.</summary>
internal sealed class ProgressLine(TextWriter writer, bool isTerminal, TimeProvider time)
{
    /// <summary>A file that is looked at later needs no ten lines a second.</summary>
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private long? _written;
    private string _shown = "";

    /// <summary>How far a study is, in words: <c>3 of 20 trials ended, 2 running · best 0.1234 · 12 s</c>.</summary>
    public static string Text(LiveStudy study)
    {
        var snapshot = study.Snapshot;
        var best = snapshot.Incumbent is { } incumbent ? $"best {Format.Error(incumbent.Error)}" : "no result yet";
        return $"{StudyProgress.Of(study.Definition, snapshot).InWords} · {best} · {Format.Elapsed(study.ElapsedNow, snapshot.Status == StudyStatus.Ended)}";
    }

    /// <summary>Shows how far the study is.</summary>
    public void Show(LiveStudy study) => Show(Text(study));

    /// <summary>Shows where the study ended, and ends the line.</summary>
    public void End(LiveStudy study) => End(Text(study));

    /// <summary>Shows how far something is.</summary>
    public void Show(string text)
    {
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

    /// <summary>Shows where something ended, and ends the line.</summary>
    public void End(string text)
    {
        if (!isTerminal)
            _written = null;
        Show(text);
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
