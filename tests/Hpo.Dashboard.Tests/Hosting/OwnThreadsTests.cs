using System.Text.RegularExpressions;

namespace Hpo.Dashboard.Tests.Hosting;

/// <summary>An exception that leaves a thread or a timer ends the process, so all of them are begun where it is caught and told.</summary>
public sealed partial class OwnThreadsTests
{
    /// <summary>Where a thread, a timer or a task is begun all the same, and who catches what it throws.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["Hpo.Studies/GuardedWork.cs"] = "the guard",
        ["Hpo.Studies/Log/LogWriter.cs"] = "its loop catches each batch",
        ["Hpo.Engine.TestKit/TunerRun.cs"] = "throws it again at the one who waits",
        ["Hpo.Engine/Simulation/SimulatedClock.cs"] = "begins none: a clock without timers",
        ["Hpo.Engine/Tuning/BackgroundPriority.cs"] = "throws it again at the one who waits",
        ["Hpo.Engine/Tuning/StudyClock.cs"] = "ends a run, under its gate",
        ["Hpo.Engine/Tuning/BackgroundThreads.cs"] = "its work catches what it throws: the task of a trial has it",
        ["Hpo.Engine/Tuning/RunningAttempt.cs"] = "notes under its lock that the time is over, and wakes who waits",
        ["Hpo.Engine/Tuning/RealTimeRun.cs"] = "what deciding throws ends the study",
        ["Hpo.Training/Kernels/WorkerTeam.cs"] = "throws it again at the one who waits",
        ["Hpo.Training/Data/FashionMnistSource.cs"] = "thrown at everyone who asks for the images",
        ["Hpo.Training/Recordings/Recorder.cs"] = "throws it again at the one who waits",
        ["Hpo.Comparisons/Running/RaceRunner.cs"] = "throws it again at the one who waits",
        ["Hpo.Comparisons/Running/SimulatedRunner.cs"] = "throws it again at the one who waits",
    };

    [Fact]
    public void Threads_timers_and_tasks_are_begun_by_the_guard_or_have_a_reason()
    {
        var source = Path.Combine(Repository(), "src");
        var begun = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(source, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(file => !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/bin/", StringComparison.Ordinal))
            // pages: what they wait for is thrown at them
            .Where(file => Begins().IsMatch(file.Name.EndsWith(".razor.cs", StringComparison.Ordinal) ? file.Text.Replace("await Task.Run(", "", StringComparison.Ordinal) : file.Text))
            .Select(file => file.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(Others.Keys.Order(StringComparer.Ordinal), begun);
    }

    internal static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hpo.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run in the repository.");
    }

    [GeneratedRegex(@"new Thread\(|new Timer\(|\bTask\.Run\(|\.StartNew\(|\bCreateTimer\(|ThreadPool\.|new PeriodicTimer\(")]
    private static partial Regex Begins();
}
