using System.CommandLine;
using Hpo.Cli.Running;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo resume ID</c>: goes on with a study that was interrupted.</summary>
internal static class ResumeCommand
{
    public static Command Create(DataOptions data)
    {
        var id = new Argument<string>("id") { Description = "The study" };
        var json = new Option<bool>("--json") { Description = "Write every new event to the standard output, a line of JSON each" };
        var command = new Command("resume", "Goes on with a study that was interrupted, and follows it to its end") { id, json };
        command.SetAction(async (parsed, _) =>
        {
            using var studies = data.Open(parsed);
            var study = DataOptions.Find(studies, parsed.GetRequiredValue(id));
            var last = study.Snapshot.Sequence;
            studies.Resume(study.Id);
            await study.WaitForChangeAsync(last, CancellationToken.None);
            return await StudyRun.FollowAsync(studies, study, last, parsed.GetValue(json));
        });
        return command;
    }
}
