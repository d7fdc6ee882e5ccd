using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

/// <summary>A search for the centre of an ellipsoid f(x) = Σ κ^(i/(n−1)) (R(x − c))ᵢ² somewhere in the unit cube.</summary>
internal sealed class EllipsoidRun
{
    private readonly double[] _centre, _rotation, _lengths;
    private readonly ConfigSpace _space;
    private readonly CmaEsSearcher _searcher;

    /// <param name="dimensions">n.</param>
    /// <param name="condition">κ.</param>
    /// <param name="rotated">Whether R is a random rotation, or the identity.</param>
    /// <param name="seed">Of the search, the centre and the rotation.</param>
    public EllipsoidRun(int dimensions, double condition, bool rotated, long seed)
    {
        var random = RandomStream.Derive(seed, dimensions, "ellipsoid");
        _centre = [.. Enumerable.Range(0, dimensions).Select(_ => 0.3 + (0.4 * random.NextDouble()))];
        _lengths = [.. Enumerable.Range(0, dimensions).Select(i => Math.Pow(condition, (double)i / (dimensions - 1)))];
        _rotation = new double[dimensions * dimensions];
        var symmetric = new double[dimensions * dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            symmetric[(i * dimensions) + i] = i;
            for (var j = 0; rotated && j < i; j++)
                symmetric[(i * dimensions) + j] = symmetric[(j * dimensions) + i] = random.NextGaussian();
        }

        SymmetricEigen.Decompose(symmetric, _rotation, new double[dimensions]);
        _space = new(Enumerable.Range(0, dimensions).Select(i => ($"x{i}", (Domain)new Uniform(0, 1))));
        _searcher = new(_space, seed: seed);
    }

    /// <summary>How many trials it takes to reach 10⁻⁸; the limit when it does not.</summary>
    public int TrialsToTarget(int limit)
    {
        for (var trial = 0; trial < limit; trial++)
        {
            var configuration = _searcher.SampleConfiguration(trial)!.Configuration;
            _searcher.OnTrialStarted(trial, configuration);
            var error = Value(configuration);
            if (error < 1e-8)
                return trial + 1;
            _searcher.Update(configuration, error, new TrialInfo(trial, 1, 1, TimeSpan.Zero));
        }

        return limit;
    }

    /// <summary>The suggestions of a search that sees a transformation of the errors.</summary>
    public IReadOnlyList<string> Suggestions(int trials, Func<double, double> transformation) =>
        [.. new SearcherRun(_searcher, _space).Complete(trials, (_, configuration) => transformation(Value(configuration))).Suggestions.Select(s => $"{s}")];

    private double Value(Configuration configuration)
    {
        var n = _centre.Length;
        var offset = configuration.Values.Zip(_centre, (value, centre) => value.AsReal() - centre).ToArray();
        var sum = 0.0;
        for (var k = 0; k < n; k++)
        {
            var turned = 0.0;
            for (var i = 0; i < n; i++)
                turned += _rotation[(i * n) + k] * offset[i];
            sum += _lengths[k] * turned * turned;
        }

        return sum;
    }
}
