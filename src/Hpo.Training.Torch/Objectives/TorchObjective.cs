using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Training.Torch.Data;
using Hpo.Training.Torch.Layers;
using TorchSharp;
using static TorchSharp.torch;
using Parameter = TorchSharp.Modules.Parameter;

namespace Hpo.Training.Torch.Objectives;

/// <summary>
/// The validation error of any network, written as a module of TorchSharp, as a function of its hyperparameters. It classifies, unless
/// <see cref="Loss"/> and <see cref="Mistakes"/> say otherwise.
/// </summary>
public sealed class TorchObjective : ModuleObjective
{
    /// <summary>The hyperparameter that is the batch size, unless <see cref="BatchSize"/> says otherwise.</summary>
    public const string BatchSizeName = "batch_size";

    private const int UsualBatchSize = 128, UsualEpochs = 10;

    /// <summary>Makes the objective.</summary>
    /// <param name="name">The name a person reads.</param>
    /// <param name="space">The space to start from; an edited one has the same hyperparameters with other values.</param>
    /// <param name="initial">The configuration to try first.</param>
    /// <param name="threadsPerTrial">The number of threads of each trial, null for one a core; it changes the last digits.</param>
    /// <param name="device">Where trials compute.</param>
    /// <exception cref="ArgumentException">The configuration does not lie in the space.</exception>
    public TorchObjective(string name, ConfigSpace space, Configuration initial, int? threadsPerTrial = null, TorchDevice device = TorchDevice.Automatic)
        : base(threadsPerTrial, device)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (space.Check(initial).Select(problem => problem.ToString()).FirstOrDefault() is { } problem)
            throw new ArgumentException($"The configuration to try first does not lie in the space: {problem}", nameof(initial));
        Name = name;
        DefaultSpace = space;
        DefaultConfiguration = initial;
    }

    /// <summary>What is trained on, and what the error is measured on.</summary>
    public required TorchData Data { get; init; }

    /// <summary>
    /// Makes the network of a trial; its layers' weights are drawn anew from the trial's generator afterwards.
    /// What it keeps beyond its parameters is registered as a buffer (RegisterComponents does that); other tensors are freed when it is made.
    /// </summary>
    public required Func<TorchTrial, nn.Module<Tensor, Tensor>> Network { get; init; }

    /// <summary>Makes what changes the parameters of the network, from them and the hyperparameters.</summary>
    public required Func<IEnumerable<Parameter>, Configuration, optim.Optimizer> Optimizer { get; init; }

    /// <summary>The number of epochs of a full evaluation, at least 1.</summary>
    public int MaxEpochs { get; init; } = UsualEpochs;

    /// <summary>The batch size of a configuration: its <c>batch_size</c>, or 128 where there is none.</summary>
    public Func<Configuration, int> BatchSize { get; init; } =
        configuration => configuration.TryGetValue(BatchSizeName, out var size) ? (int)size.AsInteger() : UsualBatchSize;

    /// <summary>The mean loss of a batch, from what the network gives and the targets: cross-entropy.</summary>
    public Func<Tensor, Tensor, Tensor> Loss { get; init; } = Classification.Loss;

    /// <summary>
    /// The sum of the errors of a batch, from what the network gives and the targets: the number of wrong classes. The mean over all examples is
    /// reported.
    /// </summary>
    public Func<Tensor, Tensor, Tensor> Mistakes { get; init; } = Classification.Mistakes;

    /// <summary>Draws the first weights of a network from a trial's generator: as PyTorch does.</summary>
    public Action<nn.Module, Generator> Initialize { get; init; } = InitialWeights.Draw;

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override ConfigSpace DefaultSpace { get; }

    /// <inheritdoc/>
    public override Configuration DefaultConfiguration { get; }

    /// <inheritdoc/>
    public override int DefaultMaxEpochs => MaxEpochs;

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> CheckSpace(ConfigSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return
        [
            .. from needed in DefaultSpace.Parameters
               where space.Parameters.All(parameter => parameter.Name != needed.Name)
               select new Problem("", $"{Name} needs a hyperparameter {needed.Name}: add it to the space."),
            .. from parameter in space.Parameters
               where DefaultSpace.Parameters.All(known => known.Name != parameter.Name)
               select new Problem($"{parameter.Name}.name", $"{Name} has no hyperparameter {parameter.Name}: remove it."),
        ];
    }

    private protected override TorchData LoadData(CancellationToken cancellationToken) => Data;

    private protected override void Demand(Configuration configuration, TorchData data)
    {
        var size = BatchSize(configuration);
        if (size < 1 || size > data.TrainingCount)
            throw new InvalidInputException([new Problem(BatchSizeName, $"A batch has between 1 and {data.TrainingCount} examples, as many as there are to train on: {size} is not possible.")]);
    }

    private protected override nn.Module<Tensor, Tensor> CreateNetwork(TorchTrial trial, long seed)
    {
        var network = Network(trial).to(trial.Device);
        Initialize(network, trial.Generator);
        return network;
    }

    private protected override TorchPlan CreatePlan(nn.Module<Tensor, Tensor> network, Configuration configuration) =>
        new(network, Optimizer(network.parameters(), configuration), BatchSize(configuration), Loss, Mistakes);
}
