using Hpo.Engine.Randomness;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Simulation;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>Several workers against a simulation that looks at every second, one after the other.</summary>
public class BruteForceOracleTests
{
    [Fact]
    public void Any_number_of_workers_do_what_a_simulation_second_by_second_says()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new RandomStream(seed);
            int trials = random.Next(1, 15), workers = random.Next(1, 6), maxEpochs = random.Next(1, 5), decision = random.Next(4);
            var times = Table(1, 6);
            var luck = Table(0, 4);
            var scheduler = new ScriptedScheduler { OnUpdate = (_, _, info) => luck[info.TrialId, info.Epoch] == 0 ? Verdict.Stop("bad luck") : Verdict.Continue };
            var run = SimulatedRun.Of(
                scheduler, new TimedCurves(maxEpochs) { Seconds = (request, epoch) => times[request.TrialId, epoch] }, trials,
                new() { Workers = workers, DecisionTime = new DecisionTime.Fixed(TimeSpan.FromSeconds(decision)) });
            Assert.Equal(
                Expected(trials, workers, maxEpochs, decision, times, luck),
                run.Events.Select(Describe).OfType<string>());

            int[,] Table(int from, int to)
            {
                var table = new int[trials, maxEpochs + 1];
                for (var trial = 0; trial < trials; trial++)
                {
                    for (var epoch = 1; epoch <= maxEpochs; epoch++)
                        table[trial, epoch] = random.Next(from, to);
                }

                return table;
            }
        }
    }

    private static List<string> Expected(int trials, int workers, int maxEpochs, int decision, int[,] times, int[,] luck)
    {
        var log = new List<string>();
        // in the order in which it began; epoch 0 is the decision
        var due = new List<(int At, int Worker, int Trial, int Epoch)>();
        var free = new SortedSet<int>(Enumerable.Range(0, workers));
        var (started, isDeciding) = (0, false);
        for (var now = 0; due.Count > 0 || started < trials; now++)
        {
            while (true)
            {
                if (due.FindIndex(entry => entry.At == now) is >= 0 and var first)
                {
                    var (_, worker, trial, epoch) = due[first];
                    due.RemoveAt(first);
                    isDeciding &= epoch > 0;
                    log.Add(epoch == 0 ? $"{now} start {trial} on {worker}" : $"{now} report {trial} after {epoch}");
                    if (epoch < maxEpochs && (epoch == 0 || luck[trial, epoch] > 0))
                    {
                        due.Add((now + times[trial, epoch + 1], worker, trial, epoch + 1));
                        continue;
                    }

                    log.Add($"{now} end {trial}");
                    free.Add(worker);
                }
                else if (!isDeciding && started < trials && free.Count > 0)
                {
                    isDeciding = true;
                    due.Add((now + decision, free.Min, started++, 0));
                    free.Remove(free.Min);
                }
                else
                {
                    break;
                }
            }
        }

        return log;
    }

    private static string? Describe(StudyEvent studyEvent)
    {
        var now = studyEvent.Elapsed.TotalSeconds;
        return studyEvent switch
        {
            TrialStarted e => $"{now} start {e.TrialId} on {e.Worker}",
            EpochReported e => $"{now} report {e.TrialId} after {e.Epoch}",
            TrialEnded e => $"{now} end {e.TrialId}",
            _ => null,
        };
    }
}
