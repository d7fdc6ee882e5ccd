using FsCheck;
using FsCheck.Fluent;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Engine.Space.Json;
using static Hpo.Studies.Tests.Hostile.HostileText;

namespace Hpo.Studies.Tests.Hostile;

/// <summary>Whatever bounds, names and values a space is made of: it is refused in words, or it works.</summary>
public sealed class HostileSpaceTests
{
    private static readonly Gen<ParameterValue> Value = Gen.OneOf(
        Text.Select(text => (ParameterValue)text), Real.Where(double.IsFinite).Select(number => (ParameterValue)number),
        Whole.Select(number => (ParameterValue)Math.Clamp(number, -ParameterValue.MaxInteger, ParameterValue.MaxInteger)),
        Gen.Elements(true, false).Select(flag => (ParameterValue)flag));

    private static readonly Gen<Domain> Domains = Gen.OneOf(
        Real.Two().Select(bounds => (Domain)new Uniform(bounds.Item1, bounds.Item2)),
        Real.Three().Select(bounds => (Domain)new Uniform(bounds.Item1, bounds.Item2, bounds.Item3)),
        Real.Two().Select(bounds => (Domain)new LogUniform(bounds.Item1, bounds.Item2)),
        Real.Two().Select(bounds => (Domain)new ReverseLogUniform(bounds.Item1, bounds.Item2)),
        Whole.Three().Select(bounds => (Domain)new RandInt(bounds.Item1, bounds.Item2, bounds.Item3)),
        Whole.Two().Select(bounds => (Domain)new RandInt(bounds.Item1, bounds.Item2)),
        Whole.Two().Select(bounds => (Domain)new LogRandInt(bounds.Item1, bounds.Item2)),
        Value.ArrayOf(4).Select(values => (Domain)new Choice(values)),
        Value.ArrayOf(4).Select(values => (Domain)new Ordinal(values)));

    private static readonly Gen<Parameter[]> Spaces =
        from count in Gen.Choose(1, 4)
        from parameters in Text.Zip(Domains).Select(pair => new Parameter(pair.Item1, pair.Item2)).ArrayOf(count)
        select parameters;

    [Fact]
    public void A_space_is_refused_in_words_or_draws_configurations_of_its_own()
    {
        var sound = 0;
        Holds(Spaces, parameters =>
        {
            var problems = ConfigSpace.FindProblems(parameters);
            if (problems.Count > 0)
            {
                Assert.All(problems, problem => Assert.NotEmpty(problem.Message));
                return;
            }

            sound++;
            var space = new ConfigSpace(parameters);
            var configuration = space.Sample(RandomStream.Derive(1, 1, "hostile"));
            Assert.Empty(space.Check(configuration));
            Assert.All(space.Encode(configuration), coordinate => Assert.InRange(coordinate, 0, 1));
        }, times: 5000);
        Assert.True(sound > 100, $"Only {sound} of the spaces were sound.");
    }

    [Fact]
    public void A_sound_space_comes_back_from_its_JSON() => Holds(Spaces, parameters =>
    {
        if (ConfigSpace.FindProblems(parameters).Count > 0)
            return;
        var (read, problems) = SpaceJson.Read(SpaceJson.Write(parameters));
        Assert.Empty(problems);
        Assert.Equal(new ConfigSpace(parameters), new ConfigSpace(read));
    }, times: 5000);

    [Fact]
    public void No_text_is_too_strange_to_be_told_what_is_wrong_with_it() => Holds(
        Gen.OneOf(Text, Text.Select(text => $"{{\"x\": {text}}}"), Text.Select(text => $"{{\"{text}\": {{\"type\": \"uniform\"}}}}"), Gen.Elements(Numbers)),
        text => Assert.NotEmpty(SpaceJson.Read(text).Problems));
}
