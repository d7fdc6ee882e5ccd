using Hpo.Engine.Randomness;

namespace Hpo.Training.Data;

/// <summary>The order in which an epoch goes through the images.</summary>
internal static class EpochOrder
{
    /// <summary>
    /// Draws the order of an epoch. It comes from the epoch's number, so that a resumed training needs to know nothing else about it.
    /// </summary>
    /// <param name="order">Filled with a permutation of its indices.</param>
    /// <param name="seed">The seed of the training.</param>
    /// <param name="epoch">The number of epochs done.</param>
    public static void Draw(Span<int> order, long seed, int epoch)
    {
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var random = RandomStream.Derive(seed, epoch, "shuffle");
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
