using System.Runtime.InteropServices;
using Hpo.Training.Models;
using Hpo.Training.Optimizers;

namespace Hpo.Training;

/// <summary>
/// The state of a training as bytes: a format number, the epochs done, and for each layer with parameters its size, its weights and
/// biases, and what the optimiser remembers. Little-endian; without the padding, which depends on the machine's vectors.
/// </summary>
internal static class TrainerCheckpoint
{
    private const int Format = 0x4C4E4331;

    public static byte[] Write(Network<float> network, IOptimizer<float> optimizer, int epoch)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Format);
        writer.Write(epoch);
        foreach (var parameters in network.Parameters)
        {
            var state = optimizer.StateOf(parameters);
            writer.Write(parameters.Inputs);
            writer.Write(parameters.Units);
            writer.Write(state.Length > 0);
            for (var row = 0; row <= parameters.Inputs; row++)
                writer.Write(MemoryMarshal.AsBytes(parameters.Row(row)));
            for (var row = 0; row <= parameters.Inputs && state.Length > 0; row++)
                writer.Write(MemoryMarshal.AsBytes(state.Slice(row * parameters.Pitch, parameters.Units)));
        }

        writer.Flush();
        return stream.ToArray();
    }

    public static int Read(byte[] checkpoint, Network<float> network, IOptimizer<float> optimizer)
    {
        try
        {
            using var stream = new MemoryStream(checkpoint, writable: false);
            using var reader = new BinaryReader(stream);
            if (reader.ReadInt32() != Format)
                throw new InvalidDataException("This is not a checkpoint of a training.");
            var epoch = reader.ReadInt32();
            foreach (var parameters in network.Parameters)
            {
                var state = optimizer.StateOf(parameters);
                if (reader.ReadInt32() != parameters.Inputs || reader.ReadInt32() != parameters.Units || reader.ReadBoolean() != state.Length > 0)
                    throw new InvalidDataException("The checkpoint belongs to another network or optimiser.");
                for (var row = 0; row <= parameters.Inputs; row++)
                    stream.ReadExactly(MemoryMarshal.AsBytes(parameters.Row(row)));
                for (var row = 0; row <= parameters.Inputs && state.Length > 0; row++)
                    stream.ReadExactly(MemoryMarshal.AsBytes(state.Slice(row * parameters.Pitch, parameters.Units)));
            }

            return epoch;
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("The checkpoint is truncated.", exception);
        }
    }
}
