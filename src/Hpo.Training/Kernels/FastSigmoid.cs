using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hpo.Training.Kernels;

/// <summary>
/// The logistic function in single precision, to about 1e-7: e^x by range reduction to |r| ≤ ln 2 / 2 and a polynomial of degree 6,
/// with the coefficients of the Cephes library's expf (Moshier, 1992). NaN stays NaN.
/// </summary>
internal static class FastSigmoid
{
    // beyond ±87 the exponential leaves the normal floats, and the logistic function is 0 or 1 to single precision
    private const float Limit = 87f;
    private const float Log2E = 1.44269504f;

    // ln 2 in two parts, the first with few enough digits that n·Ln2High is exact
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary>1 / (1 + e^−x) in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x)
    {
        var y = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(Limit)), Vector512.Create(Limit), x);
        y = -Vector512.ConditionalSelect(Vector512.LessThan(y, Vector512.Create(-Limit)), Vector512.Create(-Limit), y);
        var n = Vector512.Round(y * Log2E);
        var r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), y);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), r);
        var p = Vector512.MultiplyAddEstimate(Vector512.Create(1.9875691500e-4f), r, Vector512.Create(1.3981999507e-3f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(8.3334519073e-3f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(4.1665795894e-2f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(1.6666665459e-1f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(5.0000001201e-1f));
        p = Vector512.MultiplyAddEstimate(p, r * r, r) + Vector512<float>.One;
        var scale = Vector512.ShiftLeft(Vector512.ConvertToInt32Native(n) + Vector512.Create(127), 23).AsSingle();
        return Vector512<float>.One / Vector512.MultiplyAddEstimate(p, scale, Vector512<float>.One);
    }

    /// <summary>1 / (1 + e^−x) in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x)
    {
        var y = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(Limit)), Vector256.Create(Limit), x);
        y = -Vector256.ConditionalSelect(Vector256.LessThan(y, Vector256.Create(-Limit)), Vector256.Create(-Limit), y);
        var n = Vector256.Round(y * Log2E);
        var r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2High), y);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), r);
        var p = Vector256.MultiplyAddEstimate(Vector256.Create(1.9875691500e-4f), r, Vector256.Create(1.3981999507e-3f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(8.3334519073e-3f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(4.1665795894e-2f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(1.6666665459e-1f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(5.0000001201e-1f));
        p = Vector256.MultiplyAddEstimate(p, r * r, r) + Vector256<float>.One;
        var scale = Vector256.ShiftLeft(Vector256.ConvertToInt32Native(n) + Vector256.Create(127), 23).AsSingle();
        return Vector256<float>.One / Vector256.MultiplyAddEstimate(p, scale, Vector256<float>.One);
    }

    /// <summary>1 / (1 + e^−x) in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> x)
    {
        var y = Vector128.ConditionalSelect(Vector128.GreaterThan(x, Vector128.Create(Limit)), Vector128.Create(Limit), x);
        y = -Vector128.ConditionalSelect(Vector128.LessThan(y, Vector128.Create(-Limit)), Vector128.Create(-Limit), y);
        var n = Vector128.Round(y * Log2E);
        var r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2High), y);
        r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2Low), r);
        var p = Vector128.MultiplyAddEstimate(Vector128.Create(1.9875691500e-4f), r, Vector128.Create(1.3981999507e-3f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(8.3334519073e-3f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(4.1665795894e-2f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(1.6666665459e-1f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(5.0000001201e-1f));
        p = Vector128.MultiplyAddEstimate(p, r * r, r) + Vector128<float>.One;
        var scale = Vector128.ShiftLeft(Vector128.ConvertToInt32Native(n) + Vector128.Create(127), 23).AsSingle();
        return Vector128<float>.One / Vector128.MultiplyAddEstimate(p, scale, Vector128<float>.One);
    }
}
