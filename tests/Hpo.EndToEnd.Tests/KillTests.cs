using System.Globalization;
using System.Text.Json;
using Hpo.EndToEnd.Tests.World;
using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;
using Xunit.Abstractions;

namespace Hpo.EndToEnd.Tests;

/// <summary>
/// The real program, killed again and again at random moments while studies report hundreds of times a second and viewers look on: nothing that was shown may be
/// missing afterwards. HPO_KILLS says how many times, HPO_SEED at which moments; bench/kills.sh does it a hundred times.
/// </summary>
public sealed class KillTests(Browser browser, RunningApp app, ITestOutputHelper output) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private const int StudiesAKill = 2, ViewersAStudy = 2, Workers = 8;

    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("HPO_KILLS") ?? "6", CultureInfo.InvariantCulture);

    private static readonly long Seed = long.Parse(Environment.GetEnvironmentVariable("HPO_SEED") ?? "1", CultureInfo.InvariantCulture);

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Nothing_that_viewers_were_shown_is_missing_after_a_kill_at_a_random_moment()
    {
        var (shown, finished, events, resumed, unshown) = (0L, 0L, 0L, 0, 0L);
        var page = await OpenAsync("/studies/new");
        for (var kill = 0; kill < Kills; kill++)
        {
            var random = RandomStream.Derive(Seed, kill, "moment of the kill");
            var viewers = new List<HubViewer>();
            for (var i = 0; i < StudiesAKill; i++)
                viewers.AddRange(await StartAndWatchAsync(page));
            await Task.Delay(LongestRun * random.NextDouble());
            await App.KillAsync();
            foreach (var viewer in viewers)
                await viewer.EndedAsync();
            await App.RestartAsync();

            var database = new StudyDatabase(Path.Combine(App.DataFolder, "studies.db"));
            foreach (var study in viewers.GroupBy(viewer => viewer.StudyId))
            {
                var log = database.Read(study.Key);
                var snapshot = StudySnapshot.Empty.Apply(log);
                Assert.True(snapshot.CanResume, $"Study {study.Key} is not marked as interrupted.");
                Assert.DoesNotContain(snapshot.Trials, trial => trial.Status == TrialStatus.Running);
                Assert.All(study, viewer => AssertShownIsKept(viewer, log));
                shown += study.Sum(viewer => viewer.Events.Count);
                finished += snapshot.Trials.Count(trial => trial.Status == TrialStatus.Completed);
                events += log.Count;
                unshown += log.TakeWhile(logged => !IsInterruption(logged.Event)).Count() - study.Max(viewer => viewer.Sequence);
                await using var again = await HubViewer.JoinAsync(App.Address, study.Key);
                Assert.Equal(snapshot.Sequence, again.Sequence);
                using var answer = await new HttpClient().GetAsync(new Uri(App.Address, $"/studies/{study.Key}"));
                Assert.True(answer.IsSuccessStatusCode, $"The page of study {study.Key} answers {answer.StatusCode}.");
            }

            Assert.Empty(database.Check().Problems);
            output.WriteLine($"kill {kill + 1}: {shown} events shown so far");
            var id = viewers[random.Next(viewers.Count)].StudyId;
            await Task.Run(() => ResumeElsewhereAsync(id)).WaitAsync(Patience);
            resumed++;
            foreach (var viewer in viewers)
                await viewer.DisposeAsync();
        }

        output.WriteLine($"{Kills} kills, {Kills * StudiesAKill} studies, {events} events in the logs with {finished} finished trials; {shown} events shown to {Kills * StudiesAKill * ViewersAStudy} viewers, none missing or different; {unshown} were durable and not yet shown; {resumed} studies resumed.");
    }

    private async Task<IReadOnlyList<HubViewer>> StartAndWatchAsync(IPage page)
    {
        await page.GotoAsync(new Uri(App.Address, "/studies/new").ToString());
        await ReadyAsync(page);
        await page.ChooseAsync("Objective", "Branin");
        await page.EnterAsync("Trials", "9000");
        await page.EnterAsync("Workers", $"{Workers}");
        var id = (await page.StartStudyAsync()).Split('/')[^1];
        // what a page does when its server is gone is not the question here
        await page.GotoAsync("about:blank");
        var viewers = new List<HubViewer>();
        for (var i = 0; i < ViewersAStudy; i++)
            viewers.Add(await HubViewer.JoinAsync(App.Address, id));
        return viewers;
    }

    /// <summary>Goes on with a study in this process, beside the dashboard, which shows it live.</summary>
    private async Task ResumeElsewhereAsync(string id)
    {
        using var service = new StudyService(App.DataFolder, new StudyCatalog(
            [new ObjectiveEntry("branin", "Branin", "As in the dashboard.", _ => new PacedObjective(new Branin(), TimeSpan.FromMilliseconds(100)))]));
        var before = service.Find(id)!.Snapshot.Sequence;
        var study = service.Resume(id);
        await using var viewer = await HubViewer.JoinAsync(App.Address, id);
        using var patience = new CancellationTokenSource(Patience);
        while (study.Snapshot.Sequence < before + 20)
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
        Assert.True(service.Send(id, new CancelStudy()).IsDone);
        while (study.Snapshot.Outcome != StudyOutcome.Cancelled)
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
        while (viewer.Sequence < study.Snapshot.Sequence)
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        Assert.Empty(viewer.Problems);
        AssertShownIsKept(viewer, new StudyDatabase(Path.Combine(App.DataFolder, "studies.db")).Read(id));
    }

    private static void AssertShownIsKept(HubViewer viewer, IReadOnlyList<LoggedEvent<StudyEvent>> log)
    {
        Assert.Empty(viewer.Problems);
        Assert.True(viewer.Sequence <= log.Count, $"Event {viewer.Sequence} of study {viewer.StudyId} was shown; its log ends with event {log.Count}.");
        foreach (var (sequence, row) in viewer.Events)
            AssertTells(log[(int)sequence - 1], row);
    }

    /// <summary>The row of a frame tells of this event.</summary>
    private static void AssertTells(LoggedEvent<StudyEvent> logged, JsonElement row)
    {
        var elapsed = Format.Seconds(logged.Event.Elapsed);
        object?[] told = logged.Event switch
        {
            StudyStarted => ["begin", elapsed],
            TrialStarted started => ["start", elapsed, started.TrialId],
            TrialResumed again => ["resume", elapsed, again.TrialId],
            EpochReported report => ["report", elapsed, report.TrialId, report.Epoch, report.Error],
            TrialEnded ended => ["end", elapsed, ended.TrialId, JsonNamingPolicy.CamelCase.ConvertName($"{ended.Status}")],
            StopRequested => ["stopping", elapsed],
            StudyEnded ended => ["over", elapsed, JsonNamingPolicy.CamelCase.ConvertName($"{ended.Outcome}")],
            _ => throw new InvalidOperationException($"A study of Branin has no {logged.Event}."),
        };
        Assert.Equal(told.Select(value => JsonSerializer.Serialize(value)), row.EnumerateArray().Take(told.Length).Select(value => value.GetRawText()));
    }

    private static bool IsInterruption(StudyEvent studyEvent) =>
        studyEvent is TrialEnded { Status: TrialStatus.Interrupted } or StudyEnded { Outcome: StudyOutcome.Interrupted };
}
