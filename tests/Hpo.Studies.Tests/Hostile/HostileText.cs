using FsCheck;
using FsCheck.Fluent;

namespace Hpo.Studies.Tests.Hostile;

/// <summary>What people send who mean no good, or whose program is broken.</summary>
internal static class HostileText
{
    /// <summary>Texts that have hurt somebody somewhere: markup, paths, formulas, characters that are none.</summary>
    public static readonly string[] Texts =
    [
        "", " ", "\0", "\u200b", "\ud800", "\uffff", "‮gnp.exe", "a\nb", "a.b", "__proto__", "constructor",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>bold</b><br>", "{{7*7}}", "%{y}", "${jndi:ldap://x}", "javascript:alert(1)",
        "../../etc/passwd", "..\\..\\windows\\system32", "/dev/null", "C:\\", "CON", "file:///etc/passwd", "a/../../b",
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "'; DROP TABLE study; --", "\" OR 1=1", "NaN", "Infinity", "1e999", "null", "true",
        new('x', 101), new('x', 5_000), string.Concat(Enumerable.Repeat("😀", 60)),
    ];

    /// <summary>Numbers as JSON writes them, and as it does not.</summary>
    public static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1e308", "-1e308", "1e309", "1e-320", "5e-324", "2147483647", "2147483648", "9007199254740993", "9223372036854775807", "-9223372036854775808",
        "9223372036854775808", "99999999999999999999999999999999999999", "0.1", "1.0", "1E2", "NaN", "-Infinity", "\"NaN\"", "\"1\"", "01", "1.", "+1", "0x10", "1e99999999999",
    ];

    /// <summary>One of the texts, or any other.</summary>
    public static readonly Gen<string> Text = Gen.OneOf(Gen.Elements(Texts), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    /// <summary>Any number at all.</summary>
    public static readonly Gen<double> Real = Gen.OneOf(
        Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -0.0, 0, 1, 1e-300, 1e300, 0.1),
        ArbMap.Default.GeneratorFor<double>());

    /// <summary>Any whole number, the outermost included.</summary>
    public static readonly Gen<long> Whole = Gen.OneOf(
        Gen.Elements(long.MinValue, long.MaxValue, 0, 1, -1, 2, 1L << 50, 1L << 53), ArbMap.Default.GeneratorFor<long>(), Gen.Choose(-10, 300).Select(number => (long)number));

    /// <summary>Runs a property with the same cases every time.</summary>
    public static void Holds<T>(Gen<T> cases, Action<T> property, int times = 1000) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(20261126, 7), Prop.ForAll(Arb.From(cases), property));
}
