using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;
using Hpo.Training.Data;
using Hpo.Training.Objectives;

var space = new ConfigSpace(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256)));
var initial = new Configuration(("learning_rate", 0.1), ("batch_size", 128));

var objective = new LeNetObjective(await FashionMnist.LoadAsync());
var searcher = new RandomSearcher(space, initial);
var scheduler = new BasicScheduler(searcher);
var tuner = new HpoTuner(scheduler, objective);
tuner.Run(numberOfTrials: 5);

Console.WriteLine($"error {tuner.IncumbentError} with {tuner.Incumbent} after {tuner.CurrentRuntime.TotalSeconds:0.0} s");
