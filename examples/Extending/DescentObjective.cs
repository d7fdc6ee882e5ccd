using System.Buffers.Binary;
using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Extending;

/// <summary>Gradient descent on x² from x = 1: what is tuned is its step, what is reported the distance from the minimum after each epoch.</summary>
public sealed class DescentObjective : Objective
{
    /// <inheritdoc/>
    public override string Name => "Gradient descent";

    /// <inheritdoc/>
    public override ConfigSpace DefaultSpace { get; } = new(("step", new LogUniform(1e-3, 1)));

    /// <inheritdoc/>
    public override Configuration DefaultConfiguration { get; } = new(("step", 0.01));

    /// <inheritdoc/>
    public override int DefaultMaxEpochs => 20;

    /// <inheritdoc/>
    public override bool HasCheckpoints => true;

    /// <inheritdoc/>
    public override IEvaluation Start(EvaluationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Descent(request);
    }

    private sealed class Descent : IEvaluation
    {
        private readonly double _step;
        private double _x = 1;

        public Descent(EvaluationRequest request)
        {
            _step = request.Configuration["step"].AsReal();
            if (request.Checkpoint is not { } checkpoint)
                return;
            Epoch = BinaryPrimitives.ReadInt32LittleEndian(checkpoint);
            _x = BinaryPrimitives.ReadDoubleLittleEndian(checkpoint.AsSpan(sizeof(int)));
        }

        public int Epoch { get; private set; }

        public double RunEpoch(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _x -= _step * 2 * _x;
            Epoch++;
            return Math.Abs(_x);
        }

        public byte[] SaveCheckpoint()
        {
            var checkpoint = new byte[sizeof(int) + sizeof(double)];
            BinaryPrimitives.WriteInt32LittleEndian(checkpoint, Epoch);
            BinaryPrimitives.WriteDoubleLittleEndian(checkpoint.AsSpan(sizeof(int)), _x);
            return checkpoint;
        }

        public void Dispose()
        {
        }
    }
}
