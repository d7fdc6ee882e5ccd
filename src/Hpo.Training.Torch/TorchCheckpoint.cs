using static TorchSharp.torch;

namespace Hpo.Training.Torch;

/// <summary>
/// The state of a training as bytes: a format number, the epochs done, the parameters and buffers of the network, and what the optimiser remembers
/// about each parameter. The options of the optimiser are not in it: a training may go on with other hyperparameters.
/// </summary>
internal static class TorchCheckpoint
{
    private const int Format = 0x54524331;

    public static byte[] Write(nn.Module network, optim.Optimizer optimizer, int epoch)
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Format);
        writer.Write(epoch);
        network.save(writer);
        var states = States(optimizer);
        writer.Write(states.Count);
        foreach (var state in states)
            state.SaveStateDict(writer);
        writer.Flush();
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">The checkpoint is truncated or belongs to another network.</exception>
    public static int Read(byte[] checkpoint, nn.Module network, optim.Optimizer optimizer)
    {
        // in no scope: what an optimiser reads is its own from then on
        try
        {
            using var reader = new BinaryReader(new MemoryStream(checkpoint, writable: false));
            if (reader.ReadInt32() != Format)
                throw new InvalidDataException("This is not a checkpoint of a training with TorchSharp.");
            var epoch = reader.ReadInt32();
            network.load(reader);
            var states = States(optimizer);
            if (reader.ReadInt32() != states.Count)
                throw new InvalidDataException("The checkpoint belongs to another network or optimiser.");
            foreach (var state in states)
                state.LoadStateDict(reader);
            return epoch;
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("The checkpoint is truncated.", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new InvalidDataException($"The checkpoint belongs to another network: {exception.Message}", exception);
        }
    }

    /// <summary>What an optimiser remembers, parameter by parameter.</summary>
    private static List<TorchSharp.Modules.OptimizerState> States(optim.Optimizer optimizer) =>
        optimizer is TorchSharp.Modules.OptimizerHelper helper ? helper.state_dict().State : [];
}
