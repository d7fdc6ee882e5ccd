namespace Hpo.Bench.Fidelity;

/// <summary>What came out on one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Epochs">The epochs that random search spent.</param>
/// <param name="Error">Its final error.</param>
/// <param name="Needed">For each method the epochs it needed to reach that error; null if as many epochs were not enough.</param>
internal sealed record FidelityRow(long Seed, int Epochs, double Error, IReadOnlyList<int?> Needed)
{
    /// <summary>A method's epochs as a share of random search's; infinite if it did not get there.</summary>
    public double Ratio(int method) => Needed[method] is { } needed ? (double)needed / Epochs : double.PositiveInfinity;
}
