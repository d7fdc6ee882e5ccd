using System.Runtime.Intrinsics;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.Densities;

/// <summary>
/// One axis of a <see cref="ParzenEstimator"/>: for each component a kernel, which is a distribution over the axis around the component's
/// centre. Arrays are filled up to whole vectors.
/// </summary>
internal abstract class AxisKernels(Axis axis)
{
    /// <summary>The axis.</summary>
    public Axis Axis { get; } = axis;

    /// <summary>No kernel is larger than this anywhere, in logarithms.</summary>
    public abstract double MaxLogKernel { get; }

    /// <summary>The number of components.</summary>
    protected int Count { get; private set; }

    /// <summary>Where the components are.</summary>
    protected double[] Centres { get; private set; } = [];

    /// <summary>How wide they are.</summary>
    protected double[] Widths { get; private set; } = [];

    /// <summary>What kind of kernels suits an axis.</summary>
    public static AxisKernels Of(Axis axis) => axis.Kind switch
    {
        AxisKind.Continuous => new ContinuousKernels(axis),
        AxisKind.Grid => new GridKernels(axis),
        _ => new CategoricalKernels(axis),
    };

    /// <summary>The length of arrays for so many components.</summary>
    public static int WholeVectors(int count) => (count + Vector512<double>.Count - 1) / Vector512<double>.Count * Vector512<double>.Count;

    /// <summary>Begins anew with a number of components, each of which is to be set.</summary>
    public virtual void Resize(int count)
    {
        Count = count;
        if (Centres.Length < WholeVectors(count))
        {
            Centres = new double[2 * WholeVectors(count)];
            Widths = new double[Centres.Length];
            Allocate(Centres.Length);
        }

        Centres.AsSpan(count, WholeVectors(count) - count).Fill(0.5);
        Widths.AsSpan(count, WholeVectors(count) - count).Fill(1);
    }

    /// <summary>Sets a component. It is fastest when components are set in ascending order of their centres.</summary>
    /// <param name="component">Its number.</param>
    /// <param name="centre">Where it is.</param>
    /// <param name="width">
    /// The standard deviation, above 0 and at most 1; on a categorical axis the probability of all other categories together, the same for
    /// all components.
    /// </param>
    public virtual void Set(int component, double centre, double width)
    {
        Centres[component] = centre;
        Widths[component] = width;
    }

    /// <summary>Prepares for questions, when all components are set.</summary>
    public abstract void Complete();

    /// <summary>Adds the logarithm of each component's kernel to a sum.</summary>
    /// <param name="position">Where on the axis.</param>
    /// <param name="sums">A number a component, filled up to whole vectors.</param>
    /// <param name="negligible">Sums below this may be left as they are.</param>
    public abstract void AddLogKernels(double position, Span<double> sums, double negligible);

    /// <summary>The logarithm of the prior's kernel, which is centred and as wide as the axis.</summary>
    public abstract double LogPrior(double position);

    /// <summary>A draw from a component.</summary>
    /// <param name="random">Where the draw comes from.</param>
    /// <param name="component">The component; null for the prior.</param>
    /// <param name="widening">What to multiply the width by, as far as it may go.</param>
    public abstract double Sample(RandomStream random, int? component, double widening);

    /// <summary>Makes room for what else there is to a component.</summary>
    protected virtual void Allocate(int length)
    {
    }
}
