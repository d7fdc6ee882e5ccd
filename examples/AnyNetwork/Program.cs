using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers.Tpe;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;
using Hpo.Training.Data;
using Hpo.Training.Torch.Data;
using Hpo.Training.Torch.Objectives;
using static TorchSharp.torch;

var space = new ConfigSpace(
    ("learning_rate", new LogUniform(1e-4, 1e-1)), ("weight_decay", new LogUniform(1e-6, 1e-2)), ("batch_size", new RandInt(32, 257)));
var initial = new Configuration(("learning_rate", 1e-3), ("weight_decay", 1e-4), ("batch_size", 128));

var objective = new TorchObjective("Convolutions with batch normalisation", space, initial)
{
    Data = new ImageData(await FashionMnist.LoadAsync()),
    Network = trial => nn.Sequential(
        nn.Conv2d(1, 16, 3, padding: 1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding: 1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), trial.Dropout(0.25), nn.Linear(32 * 7 * 7, 10)),
    Optimizer = (parameters, set) => optim.Adam(parameters, set["learning_rate"].AsReal(), weight_decay: set["weight_decay"].AsReal()),
};
var scheduler = new AshaPromotionScheduler(new TpeSearcher(space, [initial]), maxEpochs: 9);
var tuner = new HpoTuner(scheduler, objective);
tuner.Run(numberOfTrials: 9);

Console.WriteLine($"error {tuner.IncumbentError} with {tuner.Incumbent} after {tuner.CurrentRuntime.TotalSeconds:0.0} s");
