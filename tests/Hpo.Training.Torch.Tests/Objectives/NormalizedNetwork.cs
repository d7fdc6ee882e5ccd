using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Training.Tests.Data;
using Hpo.Training.Torch.Data;
using Hpo.Training.Torch.Objectives;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Tests.Objectives;

/// <summary>A network as a person would write one, with what ours lack: batch normalisation, dropout, Adam and weight decay.</summary>
internal static class NormalizedNetwork
{
    public static readonly ConfigSpace Space = new(
        ("learning_rate", new LogUniform(1e-4, 0.1)), ("weight_decay", new LogUniform(1e-6, 0.01)), ("channels", new RandInt(2, 8)), ("batch_size", new RandInt(16, 65)));

    public static readonly Configuration Initial = new(("learning_rate", 0.01), ("weight_decay", 1e-4), ("channels", 4), ("batch_size", 32));

    public static TorchObjective Create(int training = 320, int threads = 1) => new("Normalised network", Space, Initial, threads, TorchDevice.Cpu)
    {
        Data = new ImageData(FakeFashionMnist.InMemory(training, validation: 100)),
        Network = trial =>
        {
            var channels = trial.Configuration["channels"].AsInteger();
            return nn.Sequential(
                nn.Conv2d(1, channels, 3, bias: false),
                nn.BatchNorm2d(channels),
                nn.ReLU(),
                nn.MaxPool2d(2),
                nn.Flatten(),
                trial.Dropout(0.2),
                nn.Linear(channels * 13 * 13, 10));
        },
        Optimizer = (parameters, set) => optim.Adam(parameters, set["learning_rate"].AsReal(), weight_decay: set["weight_decay"].AsReal()),
    };

    public static EvaluationRequest Request(params (string Name, ParameterValue Value)[] changes)
    {
        var values = Initial.ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (var (name, value) in changes)
            values[name] = value;
        return new(0, new Configuration(values), Seed: 7, MaxEpochs: 4);
    }
}
