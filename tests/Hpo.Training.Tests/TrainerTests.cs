using Hpo.Engine.Randomness;
using Hpo.Training.Data;
using Hpo.Training.Models;
using Hpo.Training.Tests.Data;

namespace Hpo.Training.Tests;

public class TrainerTests
{
    private static readonly FashionMnist Data = FakeFashionMnist.InMemory();

    [Fact]
    public void It_learns()
    {
        using var trainer = Create(new TrainerOptions(0.1, 16, Seed: 1));
        for (var epoch = 0; epoch < 8; epoch++)
            trainer.RunEpoch(CancellationToken.None);
        Assert.InRange(trainer.ValidationError, 0, 0.1);
        Assert.InRange(trainer.TrainingLoss, 0, 0.5);
    }

    [Theory]
    [InlineData(LeNetVariant.Modern, 33)]
    [InlineData(LeNetVariant.Modern, 128)]
    [InlineData(LeNetVariant.Classic, 50)]
    public void The_same_seed_gives_the_same_bits_with_any_number_of_threads(LeNetVariant variant, int batchSize)
    {
        var one = Train(threads: 1);
        Assert.Equal(one, Train(threads: 2));
        Assert.Equal(one, Train(threads: 3));

        byte[] Train(int threads)
        {
            using var trainer = Create(new TrainerOptions(0.1, batchSize, Seed: 5, Threads: threads), variant);
            trainer.RunEpoch(CancellationToken.None);
            trainer.RunEpoch(CancellationToken.None);
            return [.. trainer.SaveCheckpoint(), .. BitConverter.GetBytes(trainer.ValidationError), .. BitConverter.GetBytes(trainer.TrainingLoss)];
        }
    }

    [Fact]
    public void Another_seed_gives_another_training()
    {
        using var first = Create(new TrainerOptions(0.1, 32, Seed: 1));
        using var second = Create(new TrainerOptions(0.1, 32, Seed: 2));
        first.RunEpoch(CancellationToken.None);
        second.RunEpoch(CancellationToken.None);
        Assert.NotEqual(first.TrainingLoss, second.TrainingLoss);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.9)]
    public void A_resumed_training_goes_on_bit_for_bit(double momentum)
    {
        var options = new TrainerOptions(0.02, 40, Seed: 3, Momentum: momentum, WeightDecay: 1e-4);
        using var whole = Create(options);
        using var firstHalf = Create(options);
        firstHalf.RunEpoch(CancellationToken.None);
        firstHalf.RunEpoch(CancellationToken.None);
        using var secondHalf = Create(options with { Threads = 2 });
        secondHalf.RestoreCheckpoint(firstHalf.SaveCheckpoint());
        Assert.Equal(2, secondHalf.Epoch);
        var expected = Enumerable.Range(0, 4).Select(_ => whole.RunEpoch(CancellationToken.None)).ToArray()[2..];
        var resumed = Enumerable.Range(0, 2).Select(_ => secondHalf.RunEpoch(CancellationToken.None)).ToArray();
        Assert.Equal(expected, resumed);
        Assert.Equal(whole.SaveCheckpoint(), secondHalf.SaveCheckpoint());
    }

    [Fact]
    public void A_checkpoint_that_is_truncated_or_of_another_training_is_refused()
    {
        using var plain = Create(new TrainerOptions(0.1, 32, Seed: 1));
        using var withMomentum = Create(new TrainerOptions(0.1, 32, Seed: 1, Momentum: 0.5));
        var checkpoint = plain.SaveCheckpoint();
        Assert.Throws<InvalidDataException>(() => plain.RestoreCheckpoint(checkpoint[..^1]));
        Assert.Throws<InvalidDataException>(() => plain.RestoreCheckpoint([1, 2, 3, 4, 5]));
        Assert.Throws<InvalidDataException>(() => withMomentum.RestoreCheckpoint(checkpoint));
    }

    [Fact]
    public void A_diverged_training_reports_no_number()
    {
        using var trainer = Create(new TrainerOptions(1e6, 32, Seed: 1));
        Assert.True(double.IsNaN(trainer.RunEpoch(CancellationToken.None)));
    }

    [Fact]
    public void Cancellation_is_obeyed_between_batches()
    {
        using var cancellation = new CancellationTokenSource();
        using var trainer = Create(new TrainerOptions(0.1, 32, Seed: 1));
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => trainer.RunEpoch(cancellation.Token));
        Assert.Equal(0, trainer.Epoch);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(601)]
    public void A_batch_larger_than_the_data_set_is_refused_in_words(int batchSize)
    {
        var network = LeNet.Create(LeNetVariant.Modern, 700, RandomStream.Derive(1, 0, "weights"));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Trainer(network, Data.Training, Data.Validation, new TrainerOptions(0.1, batchSize, Seed: 1)));
        Assert.Contains("between 1 and 600 images", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_allocates_nothing()
    {
        // an epoch allocates its random stream and little else, however many batches it has
        Assert.InRange(AllocatedByEpoch(batchSize: 1), 0, 2000);

        static long AllocatedByEpoch(int batchSize)
        {
            using var trainer = Create(new TrainerOptions(0.01, batchSize, Seed: 1));
            trainer.RunEpoch(CancellationToken.None);
            var before = GC.GetAllocatedBytesForCurrentThread();
            trainer.RunEpoch(CancellationToken.None);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static Trainer Create(TrainerOptions options, LeNetVariant variant = LeNetVariant.Modern)
    {
        var network = LeNet.Create(variant, 128, RandomStream.Derive(options.Seed, 0, "weights"));
        return new Trainer(network, Data.Training, Data.Validation, options);
    }
}
