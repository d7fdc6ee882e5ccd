using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Tests.Space;

/// <summary>The space of the book's example, as these tests start from it.</summary>
internal static class Spaces
{
    public const int LearningRate = 1, BatchSize = 2;

    public static ConfigSpace LeNet { get; } = new(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256)));

    public static Configuration Initial { get; } = new(("learning_rate", 0.1), ("batch_size", 128));

    public static SpaceEditing Editing() => new(LeNet, Initial);

    public static ParameterDraft Row(Domain domain, ParameterValue? initial = null) => ParameterDraft.Of(1, new Parameter("x", domain), initial);

    public static ParameterReading Read(this ParameterDraft row) => ParameterReading.Of(row);
}
